//! The strict profile, a rule at a time: payloads that keep it and payloads that do not, with pointer and rule.

mod advice;
mod dynamic;
mod many;
mod objects;
mod values;

use odatype_table::{FORMAT, Profile};

use crate::{
    finding::Findings,
    table::{Asks, Kind, Schema},
};

static SCHEMA: Schema = Schema::new(
    FORMAT,
    &[
        // 0
        "complex\tz.numbers\t-\t-\nten\tInt32\tn\tmin=10\nbig\tInt64\tn\tmax=9007199254740992\ndec\tDecimal\tn\tabove=0.5\tmax=9007199254740992\nunit\tDecimal\tn\tmultiple=0.05\nprice\tDecimal\tn\twhole=3\tfraction=2\nfloat\tDouble\tn\tmin=0\nallowed\tDecimal\tn\tvalues=[1.5,2]\nnone\tInt32\tn\tvalues=[]\nsingle\tSingle\tn",
        "complex\tz.texts\t-\t-\nboth\tString\tn\tpattern=^a\tpattern=b$\tmaxlen=3\nascii\tString\tn\tascii=\nbytes\tBinary\tn\tmaxlen=2\nlook\tString\tn\tbacktracking=^(?=a)\none\tString\tn\tvalues=[\"x\",\"y\"]\nid\tGuid\tn\tvalues=[\"00000000-0000-0000-0000-00000000000a\"]\nyes\tBoolean\tn\tvalues=[true]",
        "complex\tz.times\t-\t-\nat\tDateTimeOffset\tn\tfraction=3\tmin=2026-01-01T00:00:00Z\nday\tDate\tn\tabove=2026-01-01\nlong\tDuration\tn\tmax=PT1H\tmultiple=0.5\nclock\tTimeOfDay\tn\tfraction=0",
        "complex\tz.enums\t-\t-\ncolor\t#4\tn\nrights\t#5\tn\nonly\t#4\tn\tvalues=[\"red\"]",
        "enum\tz.color\t-\t-\nred\t1\ngreen\t2",
        // 5
        "flags\tz.rights\t-\t-\nread\t1\nwrite\t2",
        "entity\tz.thing\t-\ta\nid\tString\t-",
        "entity\tz.car\t6\t-\nmade\tDate\tn\nowner\t#6\tnv\nparts\t*#6\tnv\nwheel\t#8\tn\tderived=9",
        "complex\tz.wheel\t-\t-\nsize\tByte\tn",
        "complex\tz.spare\t8\t-",
        // 10
        "complex\tz.bag\t-\to",
        "complex\tz.narrow\t-\to\n\t#8,String",
        "complex\tz.places\t-\t-\npoint\tGeographyPoint\tn\nany\tPrimitiveType\tn\npart\tComplexType\tn\nentity\tEntityType\tn\nlisted\tUntyped\tn\ttypes=String,*#8\nmany\t*Untyped\tn\tminitems=1\tmaxitems=2\none\t#16\tn\nfree\tUntyped\tn\nfrees\t*Untyped\t-\ngone\tUntyped\tnu",
        "complex\tz.either\t-\to\n\t#13,#14",
        "complex\tz.other\t-\to\n\t#13,#14",
        "action\tz.go(z.car)\t-\t-\nspeed\tInt32\tr",
        "union\tz.places/one\t-\t-\n#8",
        "complex\tz.root\t-\to",
        "complex\tz.trunk\t17\to",
        "complex\tz.branch\t18\to\nnext\t#17\tn",
        "complex\tz.looks\t-\t-\nall\t*String\tn\tbacktracking=^(?=a)\nsome\tUntyped\tn\ttypes=Int32,String\tof=0\tmin=3\tof=1\tbacktracking=^(?=a)",
        "complex\tz.loose\t-\t-\nname\tString\tnd\nnext\t#21\tnd\nlist\t*String\tnd",
        "complex\tz.tight\t21\t-\nnext\t#21\tn\tderived=22\nname\tString\t-\tmaxlen=2\nlist\t*String\tn\tminitems=1\nown\tInt32\tn",
    ],
    &[("y", "z")],
    "z.cut",
    &[],
);

#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
fn findings(ty: &str, json: &str) -> Findings {
    let index = SCHEMA.find(ty).unwrap().index;
    let kind = Kind::Structured(index);
    let check = |profile| crate::decode::check(&SCHEMA, (kind, false), json.as_bytes(), (profile, Asks::of(profile)));
    assert!(check(Profile::Tolerant).is_empty(), "{json}: cannot be read");
    check(Profile::Strict)
}

/// Payloads of a type, each with the pointers and rules of what is found, or with nothing.
fn table(ty: &str, cases: &[(&str, &[(&str, &str)])]) {
    for (json, expected) in cases {
        let findings = findings(ty, json);
        let found: Vec<(String, &str)> =
            findings.iter().map(|found| (found.pointer(), found.rule().as_str())).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(pointer, rule)| (pointer.as_str(), *rule)).collect();
        assert_eq!(found, *expected, "{ty} {json}: {findings}");
    }
}

//! A schema with all that can be asked of a place, and what is made of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeSet;

use odatype_table::{FORMAT, Profile};
use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner},
};

use crate::{table::Schema, validate::Validate as _, value::Structured};

static SCHEMA: Schema = Schema::new(
    FORMAT,
    &[
        // 0
        "complex\tz.numbers\t-\t-\nbyte\tByte\t-\nten\tInt16\tn\tmin=10\nbig\tInt64\t-\tabove=9007199254740992\tmultiple=7\nprice\tDecimal\tn\twhole=3\tfraction=2\tmultiple=0.05\nfar\tDecimal\tn\tmin=1e60\nfew\tDecimal\tn\ttotal=4\tsignificant=3\nfloat\tDouble\tn\tmin=0\tmax=1e300\nwide\tDecimal\t-\tabove=170141183460469231731687303715884105727\nleast\tDecimal\tn\tmin=1e-9223372036854775808\nsingle\tSingle\t-\nallowed\tDecimal\tn\tvalues=[1.5,2]\nnone\tInt32\t-\tvalues=[]\nempty\tInt32\t-\tmin=1.2\tmax=1.7",
        "complex\tz.texts\t-\t-\nboth\tString\t-\tpattern=^a\tpattern=b$\tmaxlen=3\nascii\tString\tn\tascii=\tpattern=^.+$\nbytes\tBinary\t-\tmaxlen=2\nlook\tString\t-\tbacktracking=^(?=a)\none\tString\tn\tvalues=[\"x\",\"y\"]\nid\tGuid\t-\nyes\tBoolean\tn\tvalues=[true]\nnever\tString\t-\tpattern=^a\tpattern=^b\nlong\tString\t-\tmaxlen=40\nword\tString\t-\tpattern=^\\bab\\b\\.[0-9]{3}$",
        "complex\tz.times\t-\t-\nat\tDateTimeOffset\t-\tfraction=3\tmin=2026-01-01T00:00:00Z\tmax=2026-01-01T00:00:01Z\nday\tDate\tn\tabove=2026-01-01\nlong\tDuration\t-\tmax=PT1H\tmultiple=0.5\nclock\tTimeOfDay\t-\tfraction=0\tmultiple=60\nfree\tDateTimeOffset\t-",
        "complex\tz.enums\t-\t-\ncolor\t#4\t-\nrights\t#5\tn\nonly\t#4\tn\tvalues=[\"red\"]\nbare\t#6\t-",
        "enum\tz.color\t-\t-\nred\t1\ngreen\t2",
        // 5
        "flags\tz.rights\t-\t-\nread\t1\nwrite\t2\nadmin\t12",
        "enum\tz.bare\t-\t-",
        "entity\tz.thing\t-\ta\nid\tString\t-\nall\t*#7\tv",
        "entity\tz.car\t7\t-\nmade\tDate\tn\nowner\t#7\tnv\nparts\t*#7\tnv\tminitems=1\tmaxitems=2\nwheel\t#9\tn\tderived=10",
        "complex\tz.wheel\t-\t-\nsize\tByte\tn",
        // 10
        "complex\tz.spare\t9\to\nnote\tString\tn",
        "complex\tz.narrow\t-\to\n\t#9,String,*Int32",
        "complex\tz.places\t-\t-\npoint\tGeographyPoint\tn\nany\tPrimitiveType\tn\npart\tComplexType\tn\nentity\tEntityType\tn\nlisted\tUntyped\tn\ttypes=String,*#9\nmany\t*Untyped\tn\tminitems=1\tmaxitems=2\none\t#13\tn\nfree\tUntyped\tn\nfrees\t*Untyped\t-\ngone\tUntyped\tnu\nshape\tGeometry\t-\nstream\tStream\t-",
        "union\tz.places/one\t-\t-\n#9,*#7",
        "action\tz.go(z.car)\t-\t-\nspeed\tInt32\tr\tmin=1\tmax=3\nthing\t#7\tr\nwhy\tString\tn",
        // 15
        "action\tz.stop(z.car)\t-\t-\nlook\tString\tr\tbacktracking=^(?=a)",
        "complex\tz.ghost\t-\ta",
        "complex\tz.house\t-\t-\nghost\t#16\t-\nghosts\t*#16\tn",
        "complex\tz.loose\t-\t-\nname\tString\tnd\nnext\t#18\tnd\nlist\t*String\tnd",
        "complex\tz.tight\t18\t-\nnext\t#18\tn\tderived=19\nname\tString\t-\tmaxlen=2\nlist\t*String\tn\tminitems=1\nown\tInt32\tn",
    ],
    &[],
    "z.cut",
    &[],
);

/// All targets but those of which nothing can be made.
const TARGETS: [&str; 18] = [
    "z.numbers",
    "z.texts",
    "z.times",
    "z.enums",
    "z.color",
    "z.rights",
    "z.bare",
    "z.thing",
    "z.car",
    "z.spare",
    "z.narrow",
    "z.places",
    "z.go",
    "z.house",
    "z.loose",
    "z.tight",
    "Collection(z.thing)",
    "Collection(z.ghost)",
];

#[test]
fn what_is_made_may_be_sent() {
    for target in TARGETS {
        let payloads = SCHEMA.payloads(target).unwrap();
        for payload in payloads.clone().seeded(1).take(12) {
            let payload = payload.unwrap();
            let found = SCHEMA.validate(target, payload.as_bytes(), Profile::Strict).unwrap();
            assert!(found.is_empty(), "{target}: {payload}: {found}");
        }
    }
}

#[test]
fn built_in_types_and_collections_of_them() {
    for primitive in odatype_table::Primitive::ALL {
        for target in [primitive.qualified_name().to_owned(), format!("Collection({})", primitive.qualified_name())] {
            for payload in SCHEMA.payloads(&target).unwrap().seeded(2).take(4) {
                let payload = payload.unwrap();
                let found = SCHEMA.validate(&target, payload.as_bytes(), Profile::Strict).unwrap();
                assert!(found.is_empty(), "{target}: {payload}: {found}");
            }
        }
    }
}

/// Each property is made at some time, but those that are left out, of which each is told.
#[test]
fn everything_is_made_or_told() {
    let left_out = [
        ("z.numbers/empty", "none was found that keeps its rules"),
        ("z.numbers/none", "none of the allowed values keeps the other rules"),
        ("z.numbers/wide", "none was found that keeps its rules"),
        ("z.texts/look", "its pattern is one that is not checked"),
        ("z.texts/never", "no text was found that matches its patterns and keeps the other rules"),
        ("z.ghost", "it is abstract, and no type derives from it that is not"),
    ];
    let mut told = BTreeSet::new();
    for target in TARGETS.iter().filter(|target| SCHEMA.find(target).is_ok()) {
        let ty = SCHEMA.find(target).unwrap();
        let payloads = SCHEMA.payloads(target).unwrap();
        let is_left_out = |property: &str| {
            let place = format!("{target}/{property}");
            place == "z.house/ghost" || left_out.iter().any(|(of, _)| *of == place)
        };
        let names: Vec<&str> = ty.properties().iter().map(|property| property.name).collect();
        let (never, mut missing): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|name| is_left_out(name));
        for payload in payloads.clone().seeded(3).take(300).map(Result::unwrap) {
            let has = |name: &&str| payload.contains(&format!("\"{name}\":"));
            assert!(!never.iter().any(has), "{target}: {payload}");
            missing.retain(|name| !has(name));
            if never.is_empty() && missing.is_empty() {
                break;
            }
        }
        assert!(missing.is_empty(), "{target}: {missing:?}");
        told.extend(payloads.left_out().iter().map(|left| (left.place().to_owned(), left.reason().to_owned())));
    }
    assert_eq!(told, left_out.map(|(place, reason)| (place.to_owned(), reason.to_owned())).into());
}

#[test]
fn what_must_be_there_and_cannot_is_an_error_with_the_place() {
    for (target, expected) in [
        ("z.stop", "z.stop(z.car)/look: no value can be made up: its pattern is one that is not checked"),
        ("z.ghost", "z.ghost: no value can be made up: it is abstract, and no type derives from it that is not"),
        ("z.goo", "the schema has no type or action `z.goo`"),
    ] {
        assert_eq!(SCHEMA.payloads(target).map(drop).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_seed_makes_the_same() {
    let some = |seed| SCHEMA.payloads("z.car").unwrap().seeded(seed).take(20).map(Result::unwrap).collect::<Vec<_>>();
    assert_eq!(some(5), some(5));
    assert_ne!(some(5), some(6));
    let different: BTreeSet<String> = some(5).into_iter().collect();
    assert!(different.len() > 10, "{different:?}");
}

/// What fails is made as small as it can be and still fail.
#[test]
fn failures_shrink() {
    let shrunk = |target: &str, fails: fn(&str) -> bool| {
        let config = Config { failure_persistence: None, cases: 2000, max_shrink_iters: 20_000, ..Config::default() };
        // Choices that cost little: most of what this takes is made of them. (A tag that was chosen stays, and is not
        // here.)
        let rng = TestRng::from_seed(RngAlgorithm::XorShift, b"fedcba9876543210");
        let mut runner = TestRunner::new_with_rng(config, rng);
        match runner.run(&SCHEMA.payloads(target).unwrap(), |text| {
            if fails(&text) { Err(proptest::test_runner::TestCaseError::fail("")) } else { Ok(()) }
        }) {
            Err(TestError::Fail(_, text)) => text,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(shrunk("z.car", |text| text.starts_with("{\"made\":\"")), r#"{"made":"1970-01-01"}"#);
    assert_eq!(
        shrunk("z.go", |text| text.contains("why")),
        r##"{"speed":1,"thing":{"@odata.type":"#z.car"},"why":""}"##
    );
    assert_eq!(shrunk("z.times", |text| text.contains("\"at\"")), r#"{"at":"2026-01-01T00:00:00Z"}"#);
    assert_eq!(shrunk("Collection(Edm.Int32)", |text| text.contains(',')), r#"{"value":[0,0]}"#);
}

/// Values of generated types are right, as they are and written and read again, and of the type itself.
fn of_type<T: Structured>(is_one: impl Fn(&T) -> bool) {
    let mut runner = super::chance::seeded(5);
    for _ in 0..15 {
        let value = super::strategy::<T>().new_tree(&mut runner).unwrap().current();
        assert!(value.validate().is_empty() && is_one(&value), "{value:?}: {}", value.validate());
        assert_eq!(crate::from_str::<T>(&crate::to_string(&value)).unwrap(), value);
    }
}

#[test]
fn values_that_keep_rules_of_the_whole_payload() {
    of_type::<crate::Batch>(|_| true);
    of_type::<crate::BatchResponses>(|_| true);
    of_type::<crate::ServiceError>(|_| true);
}

//! Every member of CSDL JSON in an overlay: what it says is what the schema says, or is taken over, or is a fault.
//! Nothing is silently left out.
#![cfg(feature = "write")]

use std::{collections::BTreeSet, fs, path::Path};

use crate::common::{csdl, declared};

/// What comes of a member of an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The model says it.
    Taken,
    /// A fault, with its place.
    Refused,
    /// The schema must have the member.
    Required,
}

use Outcome::{Refused, Required, Taken};

/// A declaration with `~` where the member stands, the member, what the schema says, what the overlay says that is
/// something else; what comes of that, and what comes of the first where the schema says nothing.
type Row = (&'static str, &'static str, &'static str, &'static str, Outcome, Outcome);

const TYPE: &str = r#""T":{"$Kind":"EntityType","$BaseType":"a.B"~,"q":{"$Type":"Edm.String"}}"#;
const ROOT: &str = r#""R":{"$Kind":"EntityType"~,"p":{"$Type":"Edm.String"},"q":{"$Type":"Edm.String"}}"#;
const PROPERTY: &str = r#""C":{"$Kind":"ComplexType","p":{"@n.X":1~}}"#;
const DECIMAL: &str = r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Decimal"~}}"#;
const POINT: &str = r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.GeographyPoint"~}}"#;
const RELATED: &str = r#""N":{"$Kind":"ComplexType","n":{"$Kind":"NavigationProperty","$Type":"a.B"~}}"#;
const ENUM: &str = r#""M":{"$Kind":"EnumType"~}"#;
const DEFINITION: &str = r#""D":{"$Kind":"TypeDefinition"~}"#;
const DEFINED: &str = r#""D":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Decimal"~}"#;
const TERM: &str = r#""Z":{"$Kind":"Term"~}"#;
const ACTION: &str = r#""A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"a.B"}]~}]"#;
const UNBOUND: &str = r#""U":[{"$Kind":"Action"~}]"#;
const FUNCTION: &str = r#""F":[{"$Kind":"Function","$ReturnType":{"$Type":"Edm.Int32"}~}]"#;
const RETURNED: &str = r#""F":[{"$Kind":"Function","$ReturnType":{"$Type":"Edm.Decimal"~}}]"#;
const PARAMETER: &str = r#""U":[{"$Kind":"Action","$Parameter":[{"$Name":"x","$Type":"Edm.Decimal"~}]}]"#;
const CONTAINER: &str = r#""K":{"$Kind":"EntityContainer"~}"#;
const SET: &str = r#""K":{"$Kind":"EntityContainer","s":{"$Type":"a.B"~}}"#;
const IMPORT: &str = r#""K":{"$Kind":"EntityContainer","i":{"$Function":"a.F0"~}}"#;

const ROWS: &[Row] = &[
    (r#""T":{~}"#, "$Kind", r#""EntityType""#, r#""ComplexType""#, Refused, Required),
    (r#""T":{"$Kind":"EntityType"~}"#, "$BaseType", r#""a.B""#, r#""a.B0""#, Refused, Refused),
    (TYPE, "$Abstract", "true", "false", Refused, Refused),
    (TYPE, "$OpenType", "true", "false", Refused, Taken),
    (TYPE, "$HasStream", "true", "false", Refused, Refused),
    (ROOT, "$Key", r#"["p"]"#, r#"["q"]"#, Refused, Refused),
    (PROPERTY, "$Type", r#""Edm.Int32""#, r#""Edm.Int64""#, Refused, Refused),
    (PROPERTY, "$Kind", r#""Property""#, r#""NavigationProperty","$Type":"a.B""#, Refused, Taken),
    (PROPERTY, "$Collection", "true", "false", Refused, Refused),
    (PROPERTY, "$Nullable", "true", "false", Taken, Refused),
    (PROPERTY, "$MaxLength", "5", "3", Taken, Taken),
    (PROPERTY, "$Unicode", "true", "false", Taken, Taken),
    (PROPERTY, "$DefaultValue", r#""x""#, r#""y""#, Refused, Taken),
    (DECIMAL, "$Precision", "5", "3", Taken, Taken),
    (DECIMAL, "$Scale", "5", r#""variable""#, Refused, Taken),
    (POINT, "$SRID", "5", "3", Refused, Taken),
    (RELATED, "$Collection", "true", "false", Refused, Refused),
    (RELATED, "$Nullable", "true", "false", Taken, Refused),
    (RELATED, "$Partner", r#""x""#, r#""y""#, Refused, Taken),
    (RELATED, "$ContainsTarget", "true", "false", Refused, Refused),
    (RELATED, "$OnDelete", r#""Cascade""#, r#""None""#, Refused, Taken),
    (RELATED, "$ReferentialConstraint", r#"{"a":"id"}"#, r#"{"a":"b"}"#, Refused, Taken),
    (RELATED, "$ReferentialConstraint", r#"{"a":"id"}"#, r#"{"b":"id"}"#, Taken, Taken),
    (ENUM, "$UnderlyingType", r#""Edm.Int64""#, r#""Edm.Byte""#, Refused, Refused),
    (ENUM, "$IsFlags", "true", "false", Refused, Refused),
    (ENUM, "m", "1", "2", Refused, Taken),
    (DEFINITION, "$UnderlyingType", r#""Edm.Int64""#, r#""Edm.Byte""#, Refused, Required),
    (DEFINED, "$Precision", "5", "3", Taken, Taken),
    (DEFINED, "$Scale", "5", "3", Taken, Taken),
    (TERM, "$Type", r#""Edm.Int32""#, r#""Edm.Int64""#, Refused, Refused),
    (TERM, "$Collection", "true", "false", Refused, Refused),
    (TERM, "$Nullable", "true", "false", Taken, Refused),
    (TERM, "$BaseTerm", r#""a.X""#, r#""a.Y""#, Refused, Taken),
    (TERM, "$AppliesTo", r#"["Property"]"#, r#"["Term"]"#, Refused, Taken),
    (TERM, "$DefaultValue", r#""x""#, r#""y""#, Refused, Taken),
    (TERM, "$MaxLength", "5", "3", Taken, Taken),
    (ACTION, "$EntitySetPath", r#""b/n""#, r#""b/m""#, Refused, Taken),
    (ACTION, "$ReturnType", r#"{"$Type":"Edm.Int32"}"#, r#"{"$Type":"Edm.Int64"}"#, Refused, Taken),
    (ACTION, "$ReturnType", r#"{"$Type":"Edm.Int32"}"#, r#"{"$Type":"Edm.Untyped"}"#, Taken, Taken),
    (UNBOUND, "$Parameter", r#"[{"$Name":"x"}]"#, r#"[{"$Name":"x","$Type":"Edm.Int32"}]"#, Refused, Taken),
    (UNBOUND, "$Parameter", r#"[{"$Name":"x"}]"#, r#"[{"$Name":"y"}]"#, Taken, Taken),
    // What is bound to something is another overload.
    (
        r#""U":[{"$Kind":"Action","$Parameter":[{"$Name":"b","$Type":"a.B"}]~}]"#,
        "$IsBound",
        "true",
        "false",
        Taken,
        Taken,
    ),
    (FUNCTION, "$IsComposable", "true", "false", Refused, Refused),
    (RETURNED, "$Nullable", "true", "false", Taken, Refused),
    (RETURNED, "$Collection", "true", "false", Refused, Refused),
    (RETURNED, "$Precision", "5", "3", Taken, Taken),
    (PARAMETER, "$Nullable", "true", "false", Taken, Refused),
    (PARAMETER, "$Collection", "true", "false", Refused, Refused),
    (PARAMETER, "$Precision", "5", "3", Taken, Taken),
    (r#""U":[{"$Kind":"Action","$Parameter":[{~}]}]"#, "$Name", r#""x""#, r#""y""#, Taken, Required),
    (CONTAINER, "$Extends", r#""a.L""#, r#""a.L0""#, Refused, Taken),
    (CONTAINER, "s", r#"{"$Type":"a.B"}"#, r#"{"$Type":"a.B0"}"#, Refused, Taken),
    (SET, "$Collection", "true", "false", Refused, Refused),
    (SET, "$Nullable", "true", "false", Refused, Refused),
    (SET, "$IncludeInServiceDocument", "true", "false", Refused, Taken),
    (SET, "$NavigationPropertyBinding", r#"{"n":"s"}"#, r#"{"n":"t"}"#, Refused, Taken),
    (SET, "$NavigationPropertyBinding", r#"{"n":"s"}"#, r#"{"m":"s"}"#, Taken, Taken),
    (SET, "$Action", r#""a.U0""#, r#""a.U1""#, Refused, Refused),
    (IMPORT, "$EntitySet", r#""s""#, r#""t""#, Refused, Taken),
    (r#""K":{"$Kind":"EntityContainer","i":{~}}"#, "$Function", r#""a.F0""#, r#""a.F1""#, Refused, Required),
];

/// Members that are not of declarations: of documents and namespaces, whose overlay has its own, and of expressions,
/// which are annotations' values.
const ELSEWHERE: &[&str] = &[
    "$Alias",
    "$Annotations",
    "$Include",
    "$IncludeAnnotations",
    "$LabeledElementReference",
    "$Namespace",
    "$Path",
    "$Qualifier",
    "$Reference",
    "$TargetNamespace",
    "$TermNamespace",
    "$Version",
];

/// What every schema here has besides.
const REST: &str = r#","B0":{"$Kind":"EntityType","$Abstract":true},"B":{"$Kind":"EntityType","$BaseType":"a.B0","$Key":["id"],"id":{}}"#;

/// The row's declaration with the member saying `said`, or without it.
fn with(row: &Row, said: Option<&str>) -> String {
    let member = said.map(|said| format!("\"{}\":{said}", row.1)).unwrap_or_default();
    // There may be something before the member, or nothing.
    let comma = if row.0.contains("{~") || member.is_empty() { "" } else { "," };
    format!(",{}", row.0.replace('~', &format!("{comma}{member}")))
}

/// The model of a schema with an overlay, as it is written, or the faults.
fn laid(schema: &str, overlay: &str) -> Result<String, String> {
    let schema = csdl(&format!("{schema}{REST}"));
    let mut over = csdl(overlay);
    over.name = "overlay.json".into();
    let overlays = if overlay.is_empty() { vec![] } else { vec![over] };
    odatype_schema::load(&[schema], &overlays).map(|model| declared(&model)).map_err(|faults| faults.to_string())
}

#[test]
fn nothing_is_silent() {
    for row in ROWS {
        let (_, member, first, second, when_other, when_absent) = row;
        let of_first = with(row, Some(first));
        let plain = laid(&of_first, "").unwrap_or_else(|faults| panic!("{of_first}: {faults}"));
        assert_eq!(laid(&of_first, &of_first).as_ref(), Ok(&plain), "{row:?}: said again");
        let mut cases = vec![(&of_first, with(row, Some(second)), when_other)];
        let none = with(row, None);
        if *when_absent != Required {
            cases.push((&none, of_first.clone(), when_absent));
        }
        for (schema, overlay, outcome) in cases {
            let plain = laid(schema, "").unwrap_or_else(|faults| panic!("{schema}: {faults}"));
            match laid(schema, &overlay) {
                Ok(model) => {
                    let is_default = model == plain && *member == "$Kind";
                    assert!(
                        *outcome == Taken && (model != plain || is_default),
                        "{row:?}: {overlay} on {schema}: {model}"
                    );
                }
                Err(faults) => {
                    assert_eq!(*outcome, Refused, "{row:?}: {overlay} on {schema}: {faults}");
                    assert!(faults.contains("overlay.json:3:"), "{faults}");
                }
            }
        }
    }
}

#[test]
fn a_document_names_a_container_that_there_is() {
    let document = |container: &str| {
        let text = format!(r#"{{"$Version":"4.01","$EntityContainer":{container},"n":{{"$Alias":"a"}}}}"#);
        let schema = csdl(&format!("{}{REST}", r#","K":{"$Kind":"EntityContainer"}"#));
        odatype_schema::load(&[schema], &[crate::common::source("overlay.json", text)])
            .map_err(|faults| faults.to_string())
    };
    assert!(document(r#""a.K""#).is_ok());
    let faults = document(r#""a.L""#).unwrap_err();
    assert!(faults.contains("`$EntityContainer` is `n.L`, which is not declared"), "{faults}");
    let faults = document("5").unwrap_err();
    assert!(faults.contains("`$EntityContainer` is `a number`, which is not declared"), "{faults}");
}

/// A member that the reader learns needs a row.
#[test]
fn every_member_has_a_row() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = fs::read_dir(source.join("json")).unwrap().map(|entry| entry.unwrap().path());
    let mut known = BTreeSet::new();
    for file in files.chain([source.join("json.rs")]) {
        let text = fs::read_to_string(file).unwrap();
        let quoted = text.split('"').filter(|word| word.starts_with('$') && word.len() > 1);
        known.extend(quoted.filter(|word| word[1..].chars().all(|it| it.is_ascii_alphabetic())).map(str::to_owned));
    }
    assert!(known.len() > 30, "{known:?}");
    let told: BTreeSet<String> = ROWS
        .iter()
        .map(|row| row.1)
        .chain(ELSEWHERE.iter().copied())
        .chain(["$EntityContainer"])
        .map(str::to_owned)
        .collect();
    assert_eq!(known.difference(&told).collect::<Vec<_>>(), Vec::<&String>::new());
}

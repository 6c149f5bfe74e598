//! Schemas: those that are checked in, and made-up ones.

use std::path::Path;

use fastrand::Rng;
use odatype_agreement::random::{one_in, pick};
use odatype_schema::model::Model;
use serde_json::{Map, Value, json};

use crate::harness::{self, Trial};

fn checked_in(path: &str) -> (String, String) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    (path.to_owned(), std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
}

/// Every kind of place that there is.
pub(crate) fn shapes() -> Trial {
    Trial::of_model(&shapes_model()).unwrap()
}

/// Their model.
pub(crate) fn shapes_model() -> Model {
    harness::read(&[checked_in("tests/conformance/shapes.csdl.json")], &[]).unwrap()
}

/// A service with every kind of path.
pub(crate) fn shop_model() -> Model {
    harness::read(&[checked_in("schema/openapi/tests/shop.xml")], &[]).unwrap()
}

/// Calls of Microsoft Graph with their overlay.
pub(crate) fn calls() -> Trial {
    Trial::of_model(&calls_model()).unwrap()
}

/// Their model.
pub(crate) fn calls_model() -> Model {
    let (slice, overlay) = ("schema/graph/communications.csdl.json", "schema/graph/communications.overlay.json");
    harness::read(&[checked_in(slice)], &[checked_in(overlay)]).unwrap()
}

/// A schema that is made up.
pub(super) fn invented(rng: &mut Rng) -> Trial {
    Trial::of_model(&invented_model(rng)).unwrap()
}

/// The model of one.
pub(super) fn invented_model(rng: &mut Rng) -> Model {
    let text = members(&invented_types(rng));
    Trial::model(&text, "").unwrap_or_else(|faults| panic!("{faults}\n{text}"))
}

/// The members of the namespace of one.
pub(super) fn invented_types(rng: &mut Rng) -> Map<String, Value> {
    Maker { rng, names: Vec::new() }.namespace()
}

/// Members of a namespace as text.
pub(super) fn members(types: &Map<String, Value>) -> String {
    let text = Value::Object(types.clone()).to_string();
    text[1..text.len() - 1].to_owned()
}

/// Types of which there are values, with what can be said of them.
const PRIMITIVES: &[(&str, &[&str])] = &[
    (
        "Edm.String",
        &[r#""$MaxLength": 3"#, r#""$Unicode": false"#, r#""@V.Pattern": "^\\w*$""#, r#""@V.Pattern": "a|^$""#],
    ),
    ("Edm.Int32", &[r#""@V.Minimum": -1"#, r#""@V.Maximum": 127"#, r#""@V.MultipleOf": 2"#]),
    ("Edm.Byte", &[r#""@V.AllowedValues": [{"Value": 1}, {"Value": 127}]"#]),
    (
        "Edm.Int64",
        &[r#""@V.Minimum": "-9223372036854775807""#, r#""@V.Maximum": 9223372036854775806"#, r#""@V.MultipleOf": 5"#],
    ),
    (
        "Edm.Decimal",
        &[r#""$Precision": 3, "$Scale": 1"#, r#""$Scale": "variable", "$Precision": 4"#, r#""@V.Maximum": 1.5"#],
    ),
    ("Edm.Double", &[r#""@V.Minimum": 1.5"#, r#""@V.Maximum": 2e9"#]),
    ("Edm.Single", &[r#""@V.Minimum": 0"#]),
    ("Edm.Boolean", &[r#""@V.AllowedValues": [{"Value": true}]"#]),
    ("Edm.Date", &[r#""@V.Minimum": "2024-02-29""#, r#""@V.Maximum": "2026-11-22""#]),
    ("Edm.DateTimeOffset", &[r#""$Precision": 0"#, r#""@V.Maximum": "2026-11-22T17:51:00Z""#]),
    ("Edm.TimeOfDay", &[r#""$Precision": 2"#, r#""@V.MultipleOf": 60"#]),
    ("Edm.Duration", &[r#""@V.Minimum": "PT0S""#, r#""@V.MultipleOf": 11"#]),
    ("Edm.Guid", &[r#""@V.AllowedValues": [{"Value": "abcdef00-2222-3333-4444-555555555555"}]"#]),
    ("Edm.Binary", &[r#""$MaxLength": 4"#]),
    ("Edm.Stream", &[]),
    ("Edm.GeographyPoint", &[]),
    ("Edm.Geometry", &[]),
    ("Edm.PrimitiveType", &[]),
    ("Edm.ComplexType", &[]),
    ("Edm.EntityType", &[]),
];

struct Maker<'r> {
    rng: &'r mut Rng,
    /// Names of structured types with what they are.
    names: Vec<(String, &'static str)>,
}

impl Maker<'_> {
    fn namespace(&mut self) -> Map<String, Value> {
        let mut types = Map::new();
        let flags = one_in(self.rng, 2);
        types.insert("color".into(), json!({"$Kind": "EnumType", "red": 1, "Green": 2, "none": 0, "under_score": -5}));
        types.insert(
            "rights".into(),
            json!({"$Kind": "EnumType", "$IsFlags": flags, "read": 1, "write": 2, "admin": 12}),
        );
        for index in 0..3 {
            types.insert(format!("def{index}"), self.definition());
        }
        let count = self.rng.usize(3..8);
        let kinds: Vec<&str> = (0..count).map(|_| *pick(self.rng, &["ComplexType", "EntityType"])).collect();
        self.names = kinds.into_iter().enumerate().map(|(index, kind)| (format!("t{index}"), kind)).collect();
        for index in 0..count {
            let ty = self.structured(index);
            types.insert(format!("t{index}"), ty);
        }
        types.insert("act".into(), self.action());
        types
    }

    fn definition(&mut self) -> Value {
        let (name, said) = *pick(self.rng, &PRIMITIVES[..14]);
        let mut members = self.some(said);
        members.insert("$Kind".into(), json!("TypeDefinition"));
        members.insert("$UnderlyingType".into(), json!(name));
        Value::Object(members)
    }

    /// Some of what can be said.
    fn some(&mut self, said: &[&str]) -> Map<String, Value> {
        let mut members = Map::new();
        for text in said {
            if one_in(self.rng, 2) {
                let parsed: Map<String, Value> = serde_json::from_str(&format!("{{{text}}}")).unwrap();
                members.extend(parsed);
            }
        }
        members
    }

    fn structured(&mut self, index: usize) -> Value {
        let (_, kind) = self.names[index].clone();
        let mut members = Map::new();
        members.insert("$Kind".into(), json!(kind));
        let bases: Vec<String> =
            self.names[..index].iter().filter(|(_, of)| *of == kind).map(|(name, _)| name.clone()).collect();
        if !bases.is_empty() && !one_in(self.rng, 3) {
            members.insert("$BaseType".into(), json!(format!("ns.{}", pick(self.rng, &bases))));
        } else if kind == "EntityType" && !one_in(self.rng, 4) {
            members.insert("$Key".into(), json!([format!("id{index}")]));
            members.insert(format!("id{index}"), json!({}));
        }
        if one_in(self.rng, 3) {
            members.insert("$OpenType".into(), json!(true));
            if one_in(self.rng, 2) {
                let listed = self.listed(true);
                members.insert("@V.OpenPropertyTypeConstraint".into(), json!(listed));
            }
        }
        if one_in(self.rng, 4) {
            members.insert("$Abstract".into(), json!(true));
        }
        for place in 0..self.rng.usize(1..7) {
            let property = self.property();
            members.insert(format!("p{index}{place}"), property);
        }
        Value::Object(members)
    }

    /// Names of types, now and then of collections of them.
    fn listed(&mut self, with_primitives: bool) -> Vec<String> {
        (0..self.rng.usize(1..4))
            .map(|_| {
                let name = match self.rng.usize(..4) {
                    0 if with_primitives => {
                        (*pick(self.rng, &["Edm.String", "Edm.Int32", "ns.color", "Edm.Date"])).to_owned()
                    }
                    _ => format!("ns.{}", pick(self.rng, &self.names).0),
                };
                if one_in(self.rng, 4) { format!("Collection({name})") } else { name }
            })
            .collect()
    }

    fn property(&mut self) -> Value {
        let is_collection = one_in(self.rng, 3);
        let mut members = match self.rng.usize(..10) {
            0 => Map::from_iter([("$Type".to_owned(), json!("ns.color"))]),
            1 => Map::from_iter([("$Type".to_owned(), json!("ns.rights"))]),
            2 => Map::from_iter([("$Type".to_owned(), json!(format!("ns.def{}", self.rng.usize(..3))))]),
            3 => self.untyped(),
            4 | 5 => self.object(),
            _ => {
                let (name, said) = *pick(self.rng, PRIMITIVES);
                let mut members = self.some(said);
                members.insert("$Type".into(), json!(name));
                members
            }
        };
        if is_collection && members["$Type"] != "Edm.Stream" {
            members.insert("$Collection".into(), json!(true));
            members.extend(self.some(&[r#""@V.MinItems": 1"#, r#""@V.MaxItems": 2"#]));
        }
        if one_in(self.rng, 2) && members.get("$Kind").is_none() {
            members.insert("$Nullable".into(), json!(true));
        }
        Value::Object(members)
    }

    fn untyped(&mut self) -> Map<String, Value> {
        let mut members = Map::from_iter([("$Type".to_owned(), json!("Edm.Untyped"))]);
        if !one_in(self.rng, 3) {
            let with_primitives = one_in(self.rng, 2);
            let listed = self.listed(with_primitives);
            members.insert("@V.DerivedTypeConstraint".into(), json!(listed));
        }
        members
    }

    fn object(&mut self) -> Map<String, Value> {
        let (name, kind) = pick(self.rng, &self.names).clone();
        let mut members = Map::from_iter([("$Type".to_owned(), json!(format!("ns.{name}")))]);
        if kind == "EntityType" {
            members.insert("$Kind".into(), json!("NavigationProperty"));
        }
        if one_in(self.rng, 3) {
            let listed: Vec<String> =
                self.listed(false).into_iter().filter(|name| !name.starts_with("Collection")).collect();
            members.insert("@V.DerivedTypeConstraint".into(), json!(listed));
        }
        members
    }

    fn action(&mut self) -> Value {
        let mut parameters = Vec::new();
        for index in 0..self.rng.usize(1..5) {
            let mut parameter = self.property();
            let members = parameter.as_object_mut().unwrap();
            members.remove("$Kind");
            members.insert("$Name".into(), json!(format!("a{index}")));
            if one_in(self.rng, 4) {
                members.insert("@Core.OptionalParameter".into(), json!({}));
            }
            parameters.push(parameter);
        }
        json!([{"$Kind": "Action", "$Parameter": parameters}])
    }
}

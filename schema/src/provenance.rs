//! Annotations of our own: where a slice came from, and what CSDL JSON has no place for.
//!
//! The term is ours, so that a reader that does not know it sees a valid schema: `odatype.V1.Provenance` on the first
//! namespace, a record of `Service`, `Version`, `Date`, `Sources` (records of `Name` and `SHA256`) and `Roots`.

#[cfg(feature = "write")]
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde_json::{Map, Value};

#[cfg(feature = "write")]
use crate::model::{Annotation, Location};
use crate::{
    model::{Annotations, Provenance, QualifiedName},
    vocabulary::own::{OUTSIDE, PROVENANCE},
};

/// The annotation for the types that a slice left out: records of `Namespace` and `Names`.
#[cfg(feature = "write")]
pub(crate) fn outside(names: &BTreeSet<QualifiedName>) -> Annotation {
    let mut by_namespace: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in names {
        by_namespace.entry(name.namespace()).or_default().push(name.name());
    }
    let records = by_namespace
        .into_iter()
        .map(|(namespace, names)| serde_json::json!({ "Namespace": namespace, "Names": names }))
        .collect();
    Annotation::new(OUTSIDE, Value::Array(records), &Location::default())
}

/// Takes the names of what a slice left out from a namespace's annotations.
pub(crate) fn take_outside(annotations: &mut Annotations) -> BTreeSet<QualifiedName> {
    let Some(index) = annotations.0.iter().position(|annotation| annotation.term == OUTSIDE) else {
        return BTreeSet::new();
    };
    let value = annotations.0.remove(index).value;
    let mut found = BTreeSet::new();
    for record in value.as_array().into_iter().flatten().filter_map(Value::as_object) {
        let namespace = text(record, "Namespace");
        let names = record.get("Names").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        found.extend(names.map(|name| QualifiedName::new(&namespace, name)));
    }
    found
}

/// The annotation for `provenance`.
#[cfg(feature = "write")]
pub(crate) fn annotation(provenance: &Provenance) -> Annotation {
    use serde_json::json;
    let sources: Vec<Value> =
        provenance.sha256.iter().map(|(name, sum)| json!({ "Name": name, "SHA256": sum })).collect();
    let value = json!({
        "Service": provenance.service,
        "Version": provenance.version,
        "Date": provenance.date,
        "Sources": sources,
        "Roots": provenance.roots,
    });
    Annotation::new(PROVENANCE, value, &Location::default())
}

/// Takes the provenance out of a namespace's annotations; what the record does not say is empty.
pub(crate) fn take(annotations: &mut Annotations) -> Option<Provenance> {
    let index = annotations.0.iter().position(|annotation| annotation.term == PROVENANCE)?;
    let Value::Object(members) = annotations.0.remove(index).value else { return Some(Provenance::default()) };
    let list = |name: &str| members.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    Some(Provenance {
        service: text(&members, "Service"),
        version: text(&members, "Version"),
        date: text(&members, "Date"),
        sha256: list("Sources")
            .iter()
            .filter_map(Value::as_object)
            .map(|source| (text(source, "Name"), text(source, "SHA256")))
            .collect(),
        roots: list("Roots").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}

fn text(members: &Map<String, Value>, name: &str) -> String {
    members.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(all(test, feature = "write"))]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let provenance = Provenance {
            service: "s".into(),
            version: "v1.0".into(),
            date: "2026-08".into(),
            sha256: [("a.xml".to_owned(), "00".to_owned())].into(),
            roots: vec!["x.y".into()],
        };
        let mut annotations = Annotations(vec![annotation(&provenance)]);
        assert_eq!(take(&mut annotations), Some(provenance));
        assert_eq!(annotations, Annotations::default());
        assert_eq!(take(&mut annotations), None);
    }
}

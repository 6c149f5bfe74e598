//! What documentation says that the golden expansions have no case of.

use odatype_codegen::{
    Renames,
    plan::{Item, Module, plan},
};
use odatype_schema::{Rulebook, Source};

/// The documentation of the records that are generated for `text`, by their names in Rust.
fn docs(text: &str) -> Vec<(String, String)> {
    let source = Source { name: "s.json".to_owned(), text: text.into() };
    let model = odatype_schema::load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let book = Rulebook::new(&model).unwrap_or_else(|faults| panic!("{faults}"));
    let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let mut found = Vec::new();
    collect(&plan.modules, &mut found);
    found
}

fn collect(modules: &[Module], found: &mut Vec<(String, String)>) {
    for module in modules {
        for item in &module.items {
            if let Item::Record(record) = item {
                found.push((record.ident.as_str().to_owned(), record.doc.clone()));
            }
        }
        collect(&module.modules, found);
    }
}

#[test]
fn actions_say_where_they_are_called_whatever_they_are_bound_to() {
    let docs = docs(
        r#"{"$Version": "4.01", "ns": {
            "A": {"$Kind": "ComplexType"},
            "name": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String"},
            "tint": {"$Kind": "EnumType", "red": 0},
            "a": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "ns.A"}]}],
            "b": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "Edm.Date"}]}],
            "c": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "all", "$Collection": true}]}],
            "d": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "ns.name"}]}],
            "e": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "ns.tint"}]}],
            "f": [{"$Kind": "Action"}],
            "all": {"$Kind": "EntityContainer", "import": {"$Action": "ns.f"}}}}"#,
    );
    for (name, expected) in [
        ("A", "where … is the URL of a value of the type [`ns.A`](super::super::A)."),
        ("B", "`POST …/ns.b`, where … is the URL of a value of the type `Edm.Date`."),
        ("C", "`POST …/ns.c`, where … is the URL of a collection of the type `Edm.String`."),
        ("D", "`POST …/ns.d`, where … is the URL of a value of the type `ns.name`."),
        ("E", "where … is the URL of a value of the type [`ns.tint`](super::super::Tint)."),
        ("F", "`POST …/import`, where … is the URL of the service."),
    ] {
        let has = docs.iter().any(|(ident, doc)| ident == name && doc.contains(expected));
        assert!(has, "{name}: {docs:#?}");
    }
}

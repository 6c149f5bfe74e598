//! Diagrams, read by Mermaid itself.

use odatype_atlas::Atlas;
use odatype_codegen::{Renames, plan::plan};
use odatype_schema::Rulebook;
use serde_json::json;

use super::page::{checked_in, model, told};
use crate::whole::schemas;

#[test]
fn diagrams_are_mermaids() {
    let evil = "bad\n  end \"quoted\" {x} %% <b> ~T~ `a`; click t0 call x()";
    let hostile = json!({ "$Version": "4.01", "bad": {
        "thing": { "$Kind": "EntityType", "other": { "$Type": "bad.thing", "$Nullable": true }, "$end": {}, "note": {} },
        "class": { "$Kind": "EnumType", "end": 0, "direction": 1 },
    } });
    let models = [schemas::calls_model(), checked_in("golden/names.csdl.json"), model(&hostile.to_string())];
    let texts = models.iter().map(|model| {
        let book = Rulebook::new(model).unwrap();
        let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| errors.partial);
        let roots = ["microsoft.graph.call".to_owned(), "bad.thing".to_owned()];
        Atlas { title: evil, book: &book, plan: &plan, modules: &[], roots: &roots, before: None }.mermaid()
    });
    let texts: Vec<String> = texts.collect();
    let Some(told) = told("mermaid", &json!({ "mermaid": texts })) else { return };
    assert_eq!(told["mermaid"], json!([null, null, null]));
}

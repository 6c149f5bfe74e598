//! What operations are called in URLs.

use odatype_schema::{Source, load};

/// Unbound actions, each imported, and as many that are bound and have their names.
pub(crate) fn schema(count: usize) -> String {
    let parts = |part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    let actions = parts(&|index| {
        let bound = "{\"$Kind\":\"Action\",\"$IsBound\":true,\"$Parameter\":[{\"$Name\":\"b\"}]}";
        format!(
            ",\"a{index}\":[{{\"$Kind\":\"Action\"}},{bound}],\"f{index}\":[{{\"$Kind\":\"Function\",\"$ReturnType\":{{}}}}]"
        )
    });
    let imports = parts(&|index| {
        format!(",\"i{index}\":{{\"$Action\":\"n.a{index}\"}},\"j{index}\":{{\"$Action\":\"n.a{index}\"}}")
    });
    format!("{{\"$Version\":\"4.01\",\"n\":{{\"C\":{{\"$Kind\":\"EntityContainer\"{imports}}}{actions}}}}}")
}

#[test]
fn operations_are_called_by_their_first_import_unless_they_are_bound() {
    let text = schema(3);
    let model = load(&[Source { name: "s.json".into(), text: text.into() }], &[]).unwrap();
    let imports = model.imports();
    let called: Vec<&str> = model.operations().map(|operation| imports.called(operation)).collect();
    assert_eq!(called, ["i0", "n.a0", "i1", "n.a1", "i2", "n.a2", "n.f0", "n.f1", "n.f2"]);
    assert!(model.functions.values().flatten().all(|function| imports.of(function).is_empty()));
    assert!(model.actions.values().flatten().all(|action| imports.of(action).len() == 2));
}

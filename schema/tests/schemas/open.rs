//! Which types are open: `OpenType` is inherited, and `AdditionalProperties` of the Core vocabulary counts more.

use crate::common::csdl;
use odatype_schema::{Rulebook, load, model::QualifiedName};

/// `OpenType` and `AdditionalProperties` as members of a type.
fn members(open: bool, additional: Option<bool>) -> String {
    let additional = additional.map(|value| format!(",\"@Org.OData.Core.V1.AdditionalProperties\":{value}"));
    format!("\"$OpenType\":{open}{}", additional.unwrap_or_default())
}

#[test]
fn additional_properties_count_more() {
    let (yes, no) = (Some(true), Some(false));
    for (base, derived, expected) in [
        ((false, None), (false, None), [false, false]),
        ((true, None), (false, None), [true, true]),
        ((false, None), (true, None), [false, true]),
        ((false, yes), (false, None), [true, true]),
        ((true, no), (false, None), [false, false]),
        ((true, no), (true, None), [false, true]),
        ((true, None), (false, no), [true, false]),
        ((true, None), (true, no), [true, false]),
        ((false, None), (false, yes), [false, true]),
        ((true, no), (false, yes), [false, true]),
    ] {
        let (base, derived) = (members(base.0, base.1), members(derived.0, derived.1));
        let schema = csdl(&format!(
            r#","B":{{"$Kind":"ComplexType",{base}}},"D":{{"$Kind":"ComplexType","$BaseType":"n.B",{derived}}}"#
        ));
        let model = load(&[schema], &[]).unwrap_or_else(|faults| panic!("{faults}"));
        let book = Rulebook::new(&model).unwrap();
        for (name, expected) in ["n.B", "n.D"].into_iter().zip(expected) {
            let name = QualifiedName::parse(name).unwrap();
            let row = book.row(book.row_of(&name).unwrap()).unwrap().0;
            assert_eq!(row.structured().unwrap().is_open, expected, "{name} of {base} and {derived}");
            assert_eq!(model.is_open(&name), expected, "{name} of {base} and {derived}");
        }
    }
    // An overlay says it for a service that does not.
    let schema = csdl(r#","B":{"$Kind":"ComplexType","$OpenType":true}"#);
    let overlay = csdl(r#","$Annotations":{"n.B":{"@Org.OData.Core.V1.AdditionalProperties":false}}"#);
    let model = load(&[schema], &[overlay]).unwrap();
    assert!(!model.is_open(&QualifiedName::parse("n.B").unwrap()));
}

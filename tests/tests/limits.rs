//! What is too much, at sizes that take a while to read.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype_schema::{Rulebook, Source};

#[test]
fn more_properties_than_can_be_numbered_are_told_with_their_type() {
    for (count, is_fine) in [(65_535, true), (65_536, false)] {
        let properties: Vec<String> = (0..count).map(|number| format!("\"p{number}\": {{}}")).collect();
        let text = format!(
            "{{\"$Version\": \"4.01\", \"ns\": {{\n\"t\": {{\"$Kind\": \"ComplexType\", {}}} }} }}",
            properties.join(", ")
        );
        let model = odatype_schema::load(&[Source { name: "s.json".to_owned(), text: text.into() }], &[]).unwrap();
        let faults = Rulebook::new(&model).err().map(|faults| faults.to_string());
        let told = "s.json:2:1: ns.t: the type has 65536 properties, and at most 65535 can be numbered";
        assert_eq!(faults.as_deref(), (!is_fine).then_some(told));
    }
}

//! Constraints in words: every rule that holds of a place, once by its name with its value, and once as a person would
//! say it.

use crate::{Bound, Constraints, Listed, Primitive, Shape, ValueType};

/// A rule that constraints have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What CSDL or a vocabulary calls it, or what it counts: `MaxLength`.
    pub rule: &'static str,
    /// What it asks for; empty where the rule says it all.
    pub value: String,
    /// For people: `at most 80 characters`.
    pub said: String,
}

impl Word {
    fn new(rule: &'static str, value: impl Into<String>, said: impl Into<String>) -> Self {
        Self { rule, value: value.into(), said: said.into() }
    }

    /// The rule with its value.
    #[must_use]
    pub fn named(&self) -> String {
        format!("{} {}", self.rule, self.value).trim_end().to_owned()
    }
}

/// Every rule that `constraints` have of a value of type `ty`; `name` tells what a type is called.
pub fn words<S: AsRef<str>>(
    ty: ValueType,
    constraints: &Constraints<S>,
    name: &dyn Fn(ValueType) -> String,
) -> Vec<Word> {
    let mut words = Vec::new();
    for pattern in &constraints.patterns {
        let text = pattern.text.as_ref();
        words.push(Word::new("Pattern", text, format!("matches the pattern {text}")));
    }
    words.extend(constraints.minimum.as_ref().map(|least| bound("Minimum", least, ["at least", "more than"])));
    words.extend(constraints.maximum.as_ref().map(|most| bound("Maximum", most, ["at most", "less than"])));
    for unit in constraints.multiples.iter().map(AsRef::as_ref) {
        words.push(Word::new("MultipleOf", unit, format!("a multiple of {unit}")));
    }
    let is_binary = ty.shape == Shape::Primitive(Primitive::Binary);
    let length = if is_binary { "bytes" } else { "characters" };
    for (rule, number, end, unit) in [
        ("MinItems", constraints.min_items, "least", "items"),
        ("MaxItems", constraints.max_items, "most", "items"),
        ("MaxLength", constraints.max_length, "most", length),
        ("digits before the point", constraints.digits.whole, "most", "digits before the point"),
        ("digits after the point", constraints.digits.fraction, "most", "digits after the point"),
        ("digits", constraints.digits.total, "most", "digits"),
        ("significant digits", constraints.digits.significant, "most", "significant digits"),
    ] {
        let Some(number) = number else { continue };
        words.push(Word::new(rule, number.to_string(), format!("at {end} {number} {unit}")));
    }
    words.extend(constraints.is_ascii.then(|| Word::new("ASCII only", "", "only characters of ASCII")));
    words.extend(constraints.allowed.as_ref().map(|values| {
        let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
        let said =
            if values.is_empty() { "no value at all".to_owned() } else { format!("one of {}", values.join(", ")) };
        Word::new("AllowedValues", values.join(" | "), said)
    }));
    words.extend(constraints.derived.as_ref().map(|rows| {
        let one = |row: &u16| name(ValueType { is_collection: false, shape: Shape::Declared(*row) });
        let mut names: Vec<String> = rows.iter().map(one).collect();
        names.sort_unstable();
        let said = format!("an object of {}, or of what derives from there", names.join(" or "));
        Word::new("DerivedTypeConstraint", names.join(" | "), said)
    }));
    words.extend(constraints.types.as_ref().map(|types| {
        let names = listed(types, name);
        Word::new("types", names.join(", "), format!("a value of {}", names.join(" or ")))
    }));
    words
}

/// Types that are listed, sorted, each with the rules that hold of it.
pub fn listed<S: AsRef<str>>(types: &[Listed<S>], name: &dyn Fn(ValueType) -> String) -> Vec<String> {
    let one = |listed: &Listed<S>| {
        let rules: Vec<String> =
            words(listed.ty, &listed.constraints, name).into_iter().map(|word| word.named()).collect();
        let ty = name(listed.ty);
        if rules.is_empty() { ty } else { format!("{ty} ({})", rules.join(", ")) }
    };
    let mut all: Vec<String> = types.iter().map(one).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn bound<S: AsRef<str>>(rule: &'static str, bound: &Bound<S>, [with, without]: [&str; 2]) -> Word {
    let value = bound.value.as_ref();
    let (mark, said) = if bound.is_exclusive { (" (exclusive)", without) } else { ("", with) };
    Word::new(rule, format!("{value}{mark}"), format!("{said} {value}"))
}

#[cfg(test)]
mod tests {
    use super::{Word, listed, words};
    use crate::{Bound, Constraints, Digits, Listed, Pattern, Primitive, Shape, ValueType};

    fn name(ty: ValueType) -> String {
        match ty.shape {
            Shape::Primitive(primitive) => primitive.qualified_name().to_owned(),
            Shape::Declared(row) => format!("ns.T{row}"),
        }
    }

    #[test]
    fn every_rule_is_said() {
        let all = Constraints {
            patterns: vec![Pattern { text: "^a$", is_linear: true }],
            minimum: Some(Bound { value: "1", is_exclusive: false }),
            maximum: Some(Bound { value: "9", is_exclusive: true }),
            multiples: vec!["2"],
            min_items: Some(1),
            max_items: Some(3),
            max_length: Some(80),
            is_ascii: true,
            digits: Digits { whole: Some(3), fraction: Some(2), total: Some(5), significant: Some(4) },
            allowed: Some(vec!["1", "\"b\""]),
            derived: Some(vec![2, 1]),
            types: Some(vec![Listed::from(ValueType::primitive(Primitive::Guid))]),
        };
        let words = words(ValueType::primitive(Primitive::String), &all, &name);
        let named: Vec<String> = words.iter().map(Word::named).collect();
        let said: Vec<&str> = words.iter().map(|word| word.said.as_str()).collect();
        assert_eq!(
            named,
            [
                "Pattern ^a$",
                "Minimum 1",
                "Maximum 9 (exclusive)",
                "MultipleOf 2",
                "MinItems 1",
                "MaxItems 3",
                "MaxLength 80",
                "digits before the point 3",
                "digits after the point 2",
                "digits 5",
                "significant digits 4",
                "ASCII only",
                "AllowedValues 1 | \"b\"",
                "DerivedTypeConstraint ns.T1 | ns.T2",
                "types Edm.Guid",
            ]
        );
        assert_eq!(
            said,
            [
                "matches the pattern ^a$",
                "at least 1",
                "less than 9",
                "a multiple of 2",
                "at least 1 items",
                "at most 3 items",
                "at most 80 characters",
                "at most 3 digits before the point",
                "at most 2 digits after the point",
                "at most 5 digits",
                "at most 4 significant digits",
                "only characters of ASCII",
                "one of 1, \"b\"",
                "an object of ns.T1 or ns.T2, or of what derives from there",
                "a value of Edm.Guid",
            ]
        );
    }

    #[test]
    fn lengths_of_binary_values_are_bytes_and_listed_types_have_their_rules() {
        let short = Constraints { max_length: Some(4), ..Constraints::<&str>::default() };
        let binary = ValueType::primitive(Primitive::Binary);
        assert_eq!(words(binary, &short, &name)[0].said, "at most 4 bytes");
        let types = [Listed { ty: binary, constraints: short }, Listed::from(ValueType::primitive(Primitive::Guid))];
        assert_eq!(listed(&types, &name), ["Edm.Binary (MaxLength 4)", "Edm.Guid"]);
    }
}

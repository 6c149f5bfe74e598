//! Which rule JSON Schema says, and how well: the derivation reads it, and `docs/agreement.md` is printed from it.
//!
//! JSON Schema is never stricter than the rule. "Exact" is meant of validators that read numbers as exactly as they are
//! written; of those that read floats, a number with more digits than a float has is decided as its nearest float.

use std::fmt::Write as _;

use odatype_table::{Constraints, Family, Primitive};

/// How well JSON Schema says a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// It takes and refuses the same values.
    Exact,
    /// It refuses some of what the rule refuses.
    Weaker,
    /// It refuses nothing; a `$comment` tells people.
    Annotated,
}

/// A rule that [`Constraints`] have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// `Validation.Pattern`.
    Pattern,
    /// `Validation.Minimum`, exclusive or not.
    Minimum,
    /// `Validation.Maximum`, exclusive or not.
    Maximum,
    /// `Validation.MultipleOf`.
    MultipleOf,
    /// `MaxLength`.
    MaxLength,
    /// `Unicode="false"`.
    Ascii,
    /// Digits before the point: `Precision` less `Scale`.
    WholeDigits,
    /// Digits after the point: `Scale`, or `Precision` of times.
    FractionDigits,
    /// Digits on both sides together: `Precision` where `Scale` is variable.
    TotalDigits,
    /// Significant digits: `Precision` where `Scale` is floating.
    SignificantDigits,
    /// `Validation.AllowedValues`.
    AllowedValues,
}

/// What a value is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A number of up to 32 bits.
    Integer,
    /// A number of 64 bits.
    Int64Number,
    /// The same as text.
    Int64Text,
    /// A decimal as a number.
    DecimalNumber,
    /// A decimal as text.
    DecimalText,
    /// A float.
    FloatNumber,
    /// `INF`, `-INF`, `NaN`.
    FloatText,
    /// Any text.
    Text,
    /// `true`, `false`.
    Boolean,
    /// Base64url text.
    Binary,
    /// The text of a GUID.
    Guid,
    /// A day.
    Date,
    /// A moment, a time of day, a duration.
    Time,
    /// A member of an enumeration type.
    Member,
    /// Members of an enumeration type whose members combine.
    Flags,
}

use Exactness::{Annotated, Exact, Weaker};

/// Every rule and form that have something to say to each other; all others are [`Exactness::Annotated`].
pub const TABLE: &[(Rule, Form, Exactness, &str)] = &[
    (
        Rule::Pattern,
        Form::Text,
        Exact,
        "a comment where it has `\\b` or `\\B`, which engines read differently; those that only a backtracking engine runs are there",
    ),
    (Rule::Minimum, Form::Integer, Exact, ""),
    (Rule::Minimum, Form::Int64Number, Exact, ""),
    (Rule::Minimum, Form::Int64Text, Exact, "as a pattern"),
    (Rule::Minimum, Form::DecimalNumber, Exact, ""),
    (Rule::Minimum, Form::DecimalText, Annotated, "text cannot be compared"),
    (Rule::Minimum, Form::FloatNumber, Exact, ""),
    (Rule::Minimum, Form::FloatText, Exact, "only `INF` is within"),
    (Rule::Minimum, Form::Date, Annotated, "text cannot be compared"),
    (Rule::Minimum, Form::Time, Annotated, "text cannot be compared"),
    (Rule::Maximum, Form::Integer, Exact, ""),
    (Rule::Maximum, Form::Int64Number, Exact, ""),
    (Rule::Maximum, Form::Int64Text, Exact, "as a pattern"),
    (Rule::Maximum, Form::DecimalNumber, Exact, ""),
    (Rule::Maximum, Form::DecimalText, Annotated, "text cannot be compared"),
    (Rule::Maximum, Form::FloatNumber, Exact, ""),
    (Rule::Maximum, Form::FloatText, Exact, "only `-INF` is within"),
    (Rule::Maximum, Form::Date, Annotated, "text cannot be compared"),
    (Rule::Maximum, Form::Time, Annotated, "text cannot be compared"),
    (
        Rule::MultipleOf,
        Form::Integer,
        Weaker,
        "exact for whole numbers and short binary fractions, else only a comment",
    ),
    (Rule::MultipleOf, Form::Int64Number, Weaker, "the same, and up to 2^53"),
    (Rule::MultipleOf, Form::Int64Text, Annotated, ""),
    (Rule::MultipleOf, Form::DecimalNumber, Weaker, "the same, and up to 2^53"),
    (Rule::MultipleOf, Form::DecimalText, Annotated, ""),
    (Rule::MultipleOf, Form::FloatNumber, Weaker, "the same, and up to 2^53"),
    (Rule::MultipleOf, Form::Time, Annotated, ""),
    (Rule::MaxLength, Form::Text, Exact, "characters, not UTF-16 units"),
    (Rule::MaxLength, Form::Binary, Exact, "bytes; as a length and a pattern"),
    (Rule::Ascii, Form::Text, Exact, "as a pattern"),
    (Rule::WholeDigits, Form::DecimalNumber, Weaker, "exact with at most 15 digits in all"),
    (Rule::WholeDigits, Form::DecimalText, Weaker, "as a pattern; with an exponent, any"),
    (Rule::WholeDigits, Form::FloatNumber, Weaker, "as of a decimal"),
    (Rule::FractionDigits, Form::DecimalNumber, Weaker, "exact for none, else only a comment"),
    (Rule::FractionDigits, Form::DecimalText, Weaker, "as a pattern; with an exponent, any"),
    (Rule::FractionDigits, Form::FloatNumber, Weaker, "as of a decimal"),
    (Rule::FractionDigits, Form::Time, Exact, "as a pattern"),
    (Rule::TotalDigits, Form::DecimalNumber, Weaker, "as digits before the point"),
    (Rule::TotalDigits, Form::DecimalText, Weaker, "as a pattern; with an exponent, any"),
    (Rule::TotalDigits, Form::FloatNumber, Weaker, "as digits before the point"),
    (Rule::SignificantDigits, Form::DecimalNumber, Annotated, ""),
    (Rule::SignificantDigits, Form::DecimalText, Annotated, ""),
    (Rule::SignificantDigits, Form::FloatNumber, Annotated, ""),
    (Rule::AllowedValues, Form::Integer, Exact, ""),
    (Rule::AllowedValues, Form::Int64Number, Exact, ""),
    (Rule::AllowedValues, Form::Int64Text, Exact, "as a pattern"),
    (Rule::AllowedValues, Form::DecimalNumber, Exact, ""),
    (Rule::AllowedValues, Form::DecimalText, Annotated, "text cannot be compared"),
    (Rule::AllowedValues, Form::FloatNumber, Exact, ""),
    (Rule::AllowedValues, Form::FloatText, Exact, ""),
    (Rule::AllowedValues, Form::Text, Exact, ""),
    (Rule::AllowedValues, Form::Boolean, Exact, ""),
    (Rule::AllowedValues, Form::Guid, Exact, "in any letter case"),
    (Rule::AllowedValues, Form::Binary, Annotated, "one value has several texts"),
    (Rule::AllowedValues, Form::Date, Annotated, "one value has several texts"),
    (Rule::AllowedValues, Form::Time, Annotated, "one value has several texts"),
    (Rule::AllowedValues, Form::Member, Exact, ""),
    (Rule::AllowedValues, Form::Flags, Annotated, "one value has several texts"),
];

/// What else a schema asks, how well JSON Schema says it, and what it does not say.
pub const SHAPES: &[(&str, Exactness, &str)] = &[
    ("declared type of a value", Exact, ""),
    ("`null`, collections and their `MinItems`, `MaxItems`", Exact, ""),
    ("closed types: only declared members", Exact, "advertised operations need not be known"),
    ("required parameters", Exact, ""),
    ("tags of objects in declared places, `DerivedTypeConstraint`", Exact, ""),
    ("one tag: `@odata.type` or `@type`", Exact, ""),
    ("other members twice", Annotated, "JSON Schema sees objects, not texts"),
    ("tags of dynamic objects, and of untyped ones, in the document of a whole schema", Exact, ""),
    ("the same in the document of one target", Weaker, "types that the target does not reach are not looked into"),
    ("tags of dynamic scalars and arrays (`x@odata.type`)", Annotated, "they stand beside the value"),
    ("an untagged object that may be of several types", Weaker, "members on which the types differ are free"),
    ("an array that may be of several types", Weaker, "each item is of one of them, not all of the same"),
    ("entity references, removed entities and links of a delta", Exact, ""),
    ("members of the objects of a nested delta (`x@delta`)", Annotated, ""),
    ("control information", Weaker, "exact but for `id`, which may be null"),
    ("binds", Weaker, "exact but for what an open type does not declare, and untagged objects of several types"),
    ("members of enumeration types, numbers that no member has", Exact, ""),
    ("members of flags", Weaker, "numbers are free"),
    ("geographies", Weaker, "how many positions, and that rings are closed, is not said"),
    ("a member of `Edm.ComplexType` or `Edm.EntityType`: an object of such a type", Exact, "as for dynamic objects"),
];

/// How well JSON Schema says `rule` of values of that form.
#[must_use]
pub fn of(rule: Rule, form: Form) -> Exactness {
    let found = TABLE.iter().find(|(of, on, ..)| (*of, *on) == (rule, form));
    found.map_or(Annotated, |(_, _, exactness, _)| *exactness)
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 11] = [
        Self::Pattern,
        Self::Minimum,
        Self::Maximum,
        Self::MultipleOf,
        Self::MaxLength,
        Self::Ascii,
        Self::WholeDigits,
        Self::FractionDigits,
        Self::TotalDigits,
        Self::SignificantDigits,
        Self::AllowedValues,
    ];

    /// What the constraints say by this rule, for people; `None` if nothing.
    #[must_use]
    pub fn said<S: AsRef<str>>(self, constraints: &Constraints<S>) -> Option<String> {
        let bound = |bound: &Option<odatype_table::Bound<S>>| {
            let bound = bound.as_ref()?;
            Some(format!("{}{}", bound.value.as_ref(), if bound.is_exclusive { ", exclusive" } else { "" }))
        };
        let number = |number: Option<u64>| number.map(|number| number.to_string());
        let list = |texts: &[S]| {
            let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
            (!texts.is_empty()).then(|| texts.join(", "))
        };
        match self {
            Self::Pattern => {
                let texts: Vec<&str> = constraints.patterns.iter().map(|pattern| pattern.text.as_ref()).collect();
                (!texts.is_empty()).then(|| texts.join(", "))
            }
            Self::Minimum => bound(&constraints.minimum),
            Self::Maximum => bound(&constraints.maximum),
            Self::MultipleOf => list(&constraints.multiples),
            Self::MaxLength => number(constraints.max_length),
            Self::Ascii => constraints.is_ascii.then(|| "only ASCII".to_owned()),
            Self::WholeDigits => number(constraints.digits.whole),
            Self::FractionDigits => number(constraints.digits.fraction),
            Self::TotalDigits => number(constraints.digits.total),
            Self::SignificantDigits => number(constraints.digits.significant),
            Self::AllowedValues => constraints.allowed.as_ref().map(|allowed| list(allowed).unwrap_or_default()),
        }
    }
}

impl Form {
    /// The forms of a built-in type's values.
    #[must_use]
    pub fn of(primitive: Primitive) -> &'static [Self] {
        match primitive.family() {
            Family::Boolean => &[Self::Boolean],
            Family::Integer => &[Self::Integer],
            Family::WideInteger => &[Self::Int64Number, Self::Int64Text],
            Family::Float => &[Self::FloatNumber, Self::FloatText],
            Family::Decimal => &[Self::DecimalNumber, Self::DecimalText],
            Family::Text => &[Self::Text],
            Family::Literal => match primitive {
                Primitive::Binary => &[Self::Binary],
                Primitive::Guid => &[Self::Guid],
                Primitive::Date => &[Self::Date],
                _ => &[Self::Time],
            },
            Family::Geo | Family::Any => &[],
        }
    }

    /// The kind of JSON value that it is, as JSON Schema calls it.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Int64Number | Self::DecimalNumber | Self::FloatNumber => "number",
            Self::Boolean => "boolean",
            Self::Int64Text
            | Self::DecimalText
            | Self::FloatText
            | Self::Text
            | Self::Binary
            | Self::Guid
            | Self::Date
            | Self::Time
            | Self::Member
            | Self::Flags => "string",
        }
    }
}

/// The table as Markdown.
#[must_use]
pub fn to_markdown() -> String {
    let mut out = String::from(concat!(
        "# What JSON Schema says of a schema's rules\n\n",
        "Printed from `schema/json-schema/src/exactness.rs`, which the derivation reads. JSON Schema is never stricter than the\n",
        "rule. Where it says \"exact\", decoding in the strict profile and the document of the strict profile take and refuse the\n",
        "same. A validator that reads numbers as floats decides a number with more digits than a float has as its nearest float.\n\n",
        "## Rules on values\n\n| rule | form on the wire | JSON Schema | |\n| --- | --- | --- | --- |\n",
    ));
    for (rule, form, exactness, note) in TABLE {
        // Writing to a string does not fail.
        let _ = writeln!(out, "| {rule:?} | {form:?} | {} | {note} |", exactness.words());
    }
    out.push_str("\n## Everything else\n\n| rule | JSON Schema | |\n| --- | --- | --- |\n");
    for (rule, exactness, note) in SHAPES {
        let _ = writeln!(out, "| {rule} | {} | {note} |", exactness.words());
    }
    out
}

impl Exactness {
    fn words(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Weaker => "weaker",
            Self::Annotated => "not said",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::to_markdown;

    #[test]
    fn the_document_is_what_the_table_says() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/agreement.md");
        let expected = to_markdown();
        let found = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            fs::write(&path, expected).unwrap();
            panic!("{} was stale and is written anew: look at it and commit it", path.display());
        }
    }
}

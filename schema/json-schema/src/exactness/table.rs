//! The table: a line for each rule and form, and for what else a schema asks.

use super::{form::Form, rule::Rule};

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

impl Exactness {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Weaker => "weaker",
            Self::Annotated => "not said",
        }
    }
}

use Exactness::{Annotated, Exact, Weaker};

/// Every rule and form that have something to say to each other; all others are [`Exactness::Annotated`].
pub const TABLE: &[(Rule, Form, Exactness, &str)] = &[
    (
        Rule::Pattern,
        Form::Text,
        Exact,
        "a comment where it has `\\b` or `\\B`, which engines read differently; those that only a backtracking engine runs are there, with `\\b` too",
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
    (
        "profile *create*: properties that are never null and that nobody else gives a value",
        Exact,
        "not asked of entity references and objects of a delta; of an untagged object that may be of several types, those that all of them need",
    ),
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

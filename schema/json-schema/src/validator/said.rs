//! What is said of a problem, for a person to act on.

use odatype_table::name::named_by;

/// What is wrong with a value, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What kind of rule it is about.
    pub about: About,
    /// The member that should not be there, where it is not the value that is wrong.
    pub member: Option<String>,
    /// What should be there.
    pub expected: String,
    /// What could have been meant instead of a name that is nearly right: of a member, tag or member of an enumeration.
    pub candidates: Vec<String>,
    /// The qualified name of the type that says so, if it is known.
    pub type_name: Option<String>,
}

/// The kinds of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Another kind of value.
    Type,
    /// Not the text form of a primitive type.
    Text,
    /// The tag of an object.
    Tag,
    /// The members of an enumeration type.
    Member,
    /// `AllowedValues`.
    Allowed,
    /// Members that a closed type does not declare.
    Undeclared,
    /// Members that must be there.
    Required,
    /// Bounds.
    Range,
    /// Multiples.
    Multiple,
    /// Digits of numbers.
    Digits,
    /// `MaxLength`, ASCII.
    Length,
    /// Patterns of the schema.
    Pattern,
    /// Items of a collection.
    Count,
    /// Control information and advertised operations.
    Control,
    /// A pattern that was not checked.
    NotChecked,
    /// Anything else.
    Other,
}

impl Said {
    /// What was probably meant by `written`: the text to write instead.
    #[must_use]
    pub fn suggestion(&self, written: &str) -> Option<String> {
        let is_tag = self.about == About::Tag;
        let written = if is_tag { named_by(written) } else { written };
        let candidates = self.candidates.iter().map(|text| if is_tag { named_by(text) } else { text.as_str() });
        let near = *odatype_table::near::nearest(written, candidates, 1).first()?;
        Some(if is_tag { odatype_table::name::tag(near) } else { near.to_owned() })
    }
}

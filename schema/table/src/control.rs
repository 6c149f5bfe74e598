//! Control information: members whose names say what the rest is about, and what each of them is.
//!
//! Source: OData JSON 4.01, section 4.6 (control information) and its subsections, sections 8.5 (bind), 15 (deltas), 16
//! and 17 (advertised operations); the prefix `odata.` may be left out since 4.01.

/// What a kind of control information is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text: a URL, an entity tag, a media type.
    Text,
    /// The name of a type.
    Type,
    /// The identity of an entity, which is null while it has none.
    Id,
    /// How many there are: an integer, as a number or as text.
    Count,
    /// An array of objects.
    Objects,
    /// An array of what a delta says of related entities.
    Delta,
    /// An object.
    Object,
    /// URLs of what a navigation property is bound to.
    Bind,
}

impl Form {
    /// What there should be, for people.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::Text | Self::Type => "a string",
            Self::Id => "a string, or null for a transient entity",
            Self::Count => "a number of items",
            Self::Objects | Self::Delta => "an array of objects",
            Self::Object => "an object",
            Self::Bind => "a URL, or an array of them",
        }
    }
}

/// Control information by its name without `odata.`.
pub const FORMS: &[(&str, Form)] = &[
    ("context", Form::Text),
    ("metadataEtag", Form::Text),
    ("type", Form::Type),
    ("nextLink", Form::Text),
    ("deltaLink", Form::Text),
    ("id", Form::Id),
    ("editLink", Form::Text),
    ("readLink", Form::Text),
    ("etag", Form::Text),
    ("navigationLink", Form::Text),
    ("associationLink", Form::Text),
    ("mediaEditLink", Form::Text),
    ("mediaReadLink", Form::Text),
    ("mediaContentType", Form::Text),
    ("mediaEtag", Form::Text),
    ("count", Form::Count),
    ("collectionAnnotations", Form::Objects),
    ("delta", Form::Delta),
    ("removed", Form::Object),
    ("bind", Form::Bind),
];

/// How the context of a removed entity ends, in the form that deltas have in OData 4.0.
pub const DELETED_ENTITY: &str = "/$deletedEntity";

/// How the context of a link ends that was added.
pub const ADDED_LINK: &str = "/$link";

/// How the context of a link ends that was deleted.
pub const DELETED_LINK: &str = "/$deletedLink";

/// How the context of an object ends that only deltas have.
pub const DELTA_CONTEXTS: [&str; 3] = [DELETED_ENTITY, ADDED_LINK, DELETED_LINK];

/// The names that the control information `name` may have of an object; the first is the one that is written.
#[must_use]
pub fn names(name: &str) -> [String; 2] {
    [format!("@odata.{name}"), format!("@{name}")]
}

/// What begins the name of a member that advertises an operation.
pub const OPERATION: char = '#';

/// What such a member should be, for people.
pub const OPERATION_EXPECTED: &str = "an object that advertises an operation";

/// The form of the control information `name`, and what stands before its `@`; `None` for annotations.
#[must_use]
pub fn form(name: &str) -> Option<(&str, Form)> {
    let (target, term) = name.rsplit_once('@')?;
    let term = term.strip_prefix("odata.").unwrap_or(term);
    let (_, form) = FORMS.iter().find(|(known, _)| *known == term)?;
    Some((target, *form))
}

#[cfg(test)]
mod tests {
    use super::{Form, form};

    #[test]
    fn names() {
        for (name, expected) in [
            ("@odata.etag", Some(("", Form::Text))),
            ("@etag", Some(("", Form::Text))),
            ("x@odata.bind", Some(("x", Form::Bind))),
            ("x@bind", Some(("x", Form::Bind))),
            ("x@delta", Some(("x", Form::Delta))),
            ("x@odata.type", Some(("x", Form::Type))),
            ("@vendor.etag", None),
            ("x@Core.Description", None),
            ("@odata.unknown", None),
        ] {
            assert_eq!(form(name), expected, "{name}");
        }
    }
}

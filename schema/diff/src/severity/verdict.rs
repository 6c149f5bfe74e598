//! How much a change matters to whom.

use crate::kind::Kind;

/// How much a change matters to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not at all.
    None,
    /// There is something more; what was done before can be done as before.
    Additive,
    /// What was done before cannot be done any more, or means something else.
    Breaking,
}

/// Who is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Rust code that uses the generated types: whether it compiles with those of the new schema, and means the same.
    Code,
    /// Who sends payloads: whether what was valid (in the strict profile) under the old schema is so under the new one.
    Send,
    /// Who receives payloads: whether code of the old schema reads (tolerantly) what the new one lets a service send.
    Receive,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What changed.
    pub kind: Kind,
    /// Under which condition; empty if there is none.
    pub when: &'static str,
    /// For [`Audience::Code`].
    pub code: Severity,
    /// For [`Audience::Send`].
    pub send: Severity,
    /// For [`Audience::Receive`].
    pub receive: Severity,
    /// Why, in a sentence.
    pub because: &'static str,
}

impl Severity {
    /// Its name, as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Code, Self::Send, Self::Receive];

    /// Its name, as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Send => "send",
            Self::Receive => "receive",
        }
    }
}

impl Verdict {
    /// The severity for `audience`.
    #[must_use]
    pub fn of(&self, audience: Audience) -> Severity {
        match audience {
            Audience::Code => self.code,
            Audience::Send => self.send,
            Audience::Receive => self.receive,
        }
    }

    /// The greatest severity.
    #[must_use]
    pub fn worst(&self) -> Severity {
        self.code.max(self.send).max(self.receive)
    }
}

//! Changes as data.

use serde_json::Value;

use crate::{
    kind::Kind,
    severity::{Audience, Case, Severity, Verdict},
};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What changed under which condition, from which everything else that is said of it follows.
    pub case: Case,
    /// What it is about: `ns.Type`, `ns.Type/member`, `ns.action(ns.Binding)`, `ns.action(…)/parameter`, or a
    /// namespace.
    pub target: String,
    /// How it was: a type's name, whether it was so, a member's value, ….
    pub old: Option<Value>,
    /// How it is.
    pub new: Option<Value>,
    /// The target of the change that belongs to this one: what a thing was renamed to or moved from, ….
    pub see: Option<String>,
}

/// All changes between two schemas, sorted by target and kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(Vec<Change>);

impl Change {
    /// A change of `target` from `old` to `new`; [`Value::Null`] is nothing.
    pub fn new(case: Case, target: impl Into<String>, old: impl Into<Value>, new: impl Into<Value>) -> Self {
        let some = |value: Value| Some(value).filter(|value| !value.is_null());
        Self { case, target: target.into(), old: some(old.into()), new: some(new.into()), see: None }
    }

    /// Names the change that belongs to it.
    #[must_use]
    pub fn see(mut self, target: Option<impl Into<String>>) -> Self {
        self.see = target.map(Into::into);
        self
    }

    /// What it means.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.case.verdict()
    }

    /// What changed.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.verdict().kind
    }

    fn order(&self) -> impl Ord + '_ {
        let text = |value: &Option<Value>| value.as_ref().map(ToString::to_string);
        (&self.target, self.case, text(&self.old), text(&self.new))
    }
}

impl Changes {
    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[Change] {
        &self.0
    }

    /// Whether something breaks one of `audiences`.
    #[must_use]
    pub fn breaks(&self, audiences: &[Audience]) -> bool {
        let breaks = |change: &Change| audiences.iter().any(|of| change.verdict().of(*of) == Severity::Breaking);
        self.0.iter().any(breaks)
    }
}

impl FromIterator<Change> for Changes {
    fn from_iter<T: IntoIterator<Item = Change>>(changes: T) -> Self {
        let mut changes: Vec<Change> = changes.into_iter().collect();
        changes.sort_by(|left, right| left.order().cmp(&right.order()));
        changes.dedup();
        Self(changes)
    }
}

//! Bodies of actions, which go to URLs.

use super::{EntityRef, Structured};

/// The body of an action: what the action is given. [`EntityRef::action`] makes the URL to which it is posted, and what
/// comes back is decoded by [`Operation`](crate::Operation).
///
/// Source: OData CSDL JSON 4.01, section 12.2 (action); OData Protocol 4.01, section 11.5.5 (actions).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no body of an action",
    note = "bodies are in the modules `actions` of generated code; the URL of a function is made by `EntityRef::function`"
)]
pub trait Action: Structured {
    /// The segment of a path that calls the action: the qualified name of a bound one, the name of the import of
    /// another.
    const SEGMENT: &'static str;
}

impl EntityRef {
    /// The action of which `A` is the body, bound to this (unbound ones to the service's root).
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{EntityRef, graph::actions::call::Answer};
    /// let url = EntityRef::new("communications/calls").key("1").action::<Answer>();
    /// assert_eq!(url.as_str(), "communications/calls('1')/microsoft.graph.answer");
    /// # }
    /// ```
    ///
    /// Source: OData URL Conventions 4.01, section 4.5 (addressing actions).
    #[must_use]
    #[inline]
    pub fn action<A: Action>(self) -> Self {
        self.navigation(A::SEGMENT)
    }
}

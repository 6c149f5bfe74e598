//! What can be wrong with a payload: findings, which are made where something is found and told when somebody asks.
//!
//! A finding is small: it knows where it is by an offset and a chain of steps that findings share, and what was expected by
//! reference. Pointers, lines and texts are made when they are asked for, so that a list of findings takes memory in
//! proportion to the payload however deep it is nested and however long its names are.

mod expected;
mod found;
mod list;
mod note;
mod picture;
mod privacy;
mod rule;
mod step;
mod told;

pub(crate) use expected::{Expected, Side, Unit};
pub(crate) use found::Found;
pub use list::Findings;
pub(crate) use note::{Mark, Note, Notes};
pub(crate) use picture::safe;
pub use privacy::{hide_values, values_are_hidden};
pub use rule::{Level, Rule};
pub(crate) use step::{ROOT, Step, Steps};
pub use told::{Finding, Located};

/// What findings need to know of a schema's types, which they have by index.
pub(crate) trait Names: std::fmt::Debug + Send + Sync {
    /// The qualified name of a type.
    fn type_name(&self, index: u16) -> &'static str;

    /// Whether only types derived from it have instances, or it is what an untyped place may hold.
    fn needs_tag(&self, index: u16) -> bool;

    /// The names of all properties of a type.
    fn properties(&self, index: u16) -> Vec<&'static str>;

    /// The members of an enumeration type.
    fn members(&self, index: u16) -> &[(&'static str, i64)];

    /// The tags of the types that may stand where a type is declared.
    fn tags(&self, index: u16) -> Vec<&str>;

    /// The tags of all types.
    fn all_tags(&self) -> Vec<&str>;
}

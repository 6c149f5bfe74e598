//! What can be wrong with a payload: findings, which are made where something is found and told when somebody asks.
//!
//! A finding is small: it knows where it is by an offset and a chain of steps that findings share, and what was
//! expected by reference. Pointers, lines and texts are made when they are asked for, so that a list of findings takes
//! memory in proportion to the payload however deep it is nested and however long its names are.

#[cfg(feature = "miette")]
mod diagnostic;
#[cfg(feature = "report")]
mod drawing;
mod expected;
mod found;
mod list;
mod names;
mod note;
mod picture;
mod privacy;
mod report;
mod rule;
mod shared;
#[cfg(feature = "report")]
mod sheet;
mod source;
mod step;
mod token;
mod told;

#[cfg(feature = "report")]
pub(crate) use drawing::{Drawing, Mark as DrawnMark, Style, draw};
pub(crate) use expected::{Expected, Side, Unit};
pub(crate) use found::Found;
pub use list::Findings;
pub(crate) use names::{Declaration, Names};
pub(crate) use note::{Mark, Note, Notes, OwnRules};
pub(crate) use picture::picture;
pub(crate) use privacy::Hidden;
pub use privacy::{hide_values, values_are_hidden};
#[cfg(feature = "report")]
pub use report::Picture;
pub use report::Report;
pub use rule::{Level, Rule};
#[cfg(feature = "report")]
pub(crate) use sheet::Sheet;
pub(crate) use step::{ROOT, Step, Steps, narrow};
#[cfg(feature = "report")]
pub(crate) use token::marked;
pub use told::{Finding, Located};

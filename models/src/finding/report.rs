//! What is wrong with a payload, as an error to return and to read.

use std::{borrow::Cow, fmt};

use odatype_json::visible;

#[cfg(feature = "miette")]
use super::diagnostic::Diagnostics;
use super::list::Findings;
#[cfg(feature = "report")]
pub use picture::Picture;

#[cfg(feature = "report")]
mod picture;
#[cfg(feature = "miette")]
mod related;

/// What is wrong with a payload, as an error that tests and `main` return: what `check` gives
/// ([`Findings::check`], and `Validate::check` with the feature `validate`).
///
/// `Debug`, which is what they print, has for each finding line, column, pointer, what was expected and found, what was
/// probably meant, the rule and its source. With the feature `report`, which is for dev-dependencies, it is a picture
/// of the payload's lines with the place marked. Values are not in it where they are hidden ([`crate::hide_values`]),
/// and characters that change what a reader sees are escaped.
///
/// ```
/// # #[cfg(all(feature = "graph", feature = "validate", not(feature = "report")))] {
/// use odatype::{graph::actions::call::Answer, validate::{Profile, Validate}};
/// let report = Answer::check_json(br#"{"callbackUrl": "https://bot.example"}"#, Profile::Strict).unwrap_err();
/// let told = format!("{:?}", report.with_name("answer.json"));
/// assert!(told.contains("answer.json:1:2: /callbackUrl: expected only properties of microsoft.graph.answer("), "{told}");
/// assert!(told.contains("perhaps `callbackUri` (undeclared: OpenType of microsoft.graph.answer("), "{told}");
/// # }
/// ```
#[derive(Clone, PartialEq)]
pub struct Report {
    findings: Findings,
    name: Cow<'static, str>,
    #[cfg(feature = "miette")]
    diagnostics: Diagnostics,
}

impl Report {
    /// A report of `findings`.
    #[must_use]
    pub fn new(findings: Findings) -> Self {
        Self {
            findings,
            name: Cow::Borrowed("payload"),
            #[cfg(feature = "miette")]
            diagnostics: Diagnostics::default(),
        }
    }

    /// The same of a payload that is called so: its file, say. Characters that change what a reader sees are escaped.
    #[must_use]
    pub fn with_name(self, name: impl AsRef<str>) -> Self {
        Self { name: visible(name.as_ref()).into(), ..self }
    }

    /// What was found.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What was found.
    #[must_use]
    pub fn into_findings(self) -> Findings {
        self.findings
    }

    /// What the payload is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Findings {
    /// Nothing if the payload is valid; a report of what was found if it is not.
    ///
    /// # Errors
    /// If something was found that makes the payload invalid.
    pub fn check(self) -> Result<(), Report> {
        if self.is_valid() { Ok(()) } else { Err(Report::new(self)) }
    }
}

impl From<Findings> for Report {
    fn from(findings: Findings) -> Self {
        Self::new(findings)
    }
}

impl fmt::Display for Report {
    /// A line for each finding, the first 1,000 of them, and how many there are besides.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.write(formatter, Findings::PRINTED, |formatter, located| {
            write!(formatter, "{}:{located} ({}: {})", self.name, located.finding.rule(), located.finding.source())
        })
    }
}

impl fmt::Debug for Report {
    /// As [`fmt::Display`]; with the feature `report` the picture.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "report")]
        return fmt::Display::fmt(&self.picture(), formatter);
        #[cfg(not(feature = "report"))]
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for Report {}

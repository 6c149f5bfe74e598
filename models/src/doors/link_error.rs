//! A page's link that leads nowhere.

use std::fmt;

use crate::finding::{Hidden, picture, values_are_hidden};

/// A page does not say where to go on.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkError {
    /// Which link, without `@odata.`.
    name: &'static str,
    /// The link that was there before, or the JSON text of what is no link.
    found: String,
    is_repeated: bool,
}

impl LinkError {
    pub(super) fn repeated(link: String) -> Self {
        Self { name: "nextLink", found: link, is_repeated: true }
    }

    pub(super) fn no_text(name: &'static str, json: &str) -> Self {
        Self { name, found: json.to_owned(), is_repeated: false }
    }

    /// The link, if it leads to a page that was there before.
    #[must_use]
    #[inline]
    pub fn link(&self) -> Option<&str> {
        self.is_repeated.then_some(&self.found)
    }
}

impl fmt::Display for LinkError {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, found, is_repeated } = self;
        if *is_repeated {
            write!(formatter, "a page leads back to one that was there before: `@odata.{name}` is again ")?;
        } else {
            write!(formatter, "`@odata.{name}` of a page: expected a string, found ")?;
        }
        match is_repeated {
            true if values_are_hidden() => fmt::Debug::fmt(&Hidden, formatter),
            true => fmt::Debug::fmt(found, formatter),
            false => formatter.write_str(&picture(found)),
        }
    }
}

impl fmt::Debug for LinkError {
    /// As [`fmt::Display`].
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for LinkError {}

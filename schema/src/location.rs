//! Places in schema files.

use std::fmt;

/// A place in a schema file, for errors. JSON and XML are both counted in lines and columns from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file as the caller named it.
    pub file: std::sync::Arc<str>,
    /// Line, from 1; 0 where there is none (something that is not in a file).
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => formatter.write_str(&self.file),
            line => write!(formatter, "{}:{line}:{}", self.file, self.column),
        }
    }
}

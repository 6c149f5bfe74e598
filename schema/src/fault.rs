//! What can be wrong with a schema: faults with places, all of them at once.

use std::fmt;

use crate::location::Location;

/// What becomes of a value whose type nobody declares, or that could not be read.
pub(crate) const RAW: &str = "values of it are any JSON";

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing can be made of the schema before it is mended.
    #[default]
    Error,
    /// The schema can be used without what is wrong.
    Warning,
}

/// One thing that is wrong in a schema file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where.
    pub location: Location,
    /// How much it weighs.
    pub level: Level,
    /// The qualified name, or target path, of the model element that it concerns.
    pub name: Option<String>,
    /// What is wrong, the offender quoted.
    pub message: String,
    /// What was expected, or what to do.
    pub help: Option<String>,
}

/// All that is wrong in the files that were read: at least one fault, sorted by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Fault {
    /// A fault at `location`.
    pub fn new(location: &Location, message: impl Into<String>) -> Self {
        Self { location: location.clone(), level: Level::Error, name: None, message: message.into(), help: None }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(self) -> Self {
        Self { level: Level::Warning, ..self }
    }

    /// The same as an error: for whoever denies warnings.
    #[must_use]
    pub fn denied(self) -> Self {
        Self { level: Level::Error, ..self }
    }

    /// Takes it as an error, since it can be mended: nothing becomes of it.
    pub(crate) fn deny(&mut self) {
        self.level = Level::Error;
        let help = self.help.take();
        self.help = help.and_then(|help| match help.strip_suffix(RAW) {
            Some("") => None,
            Some(rest) => Some(rest.trim_end_matches("; ").to_owned()),
            None => Some(help),
        });
    }

    /// Whether it is more than a warning.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }

    /// Says which model element it concerns.
    #[must_use]
    pub fn of(mut self, name: impl fmt::Display) -> Self {
        self.name = Some(name.to_string());
        self
    }

    /// What is wrong and what was expected, without the place.
    #[must_use]
    pub fn text(&self) -> String {
        let name = self.name.as_ref().map_or(String::new(), |name| format!("{name}: "));
        let help = self.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
        format!("{name}{}{help}", self.message)
    }

    /// Says what was expected.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl Faults {
    /// `Ok(value)` if there is no fault, else all of them sorted by place, each once.
    pub fn check<T>(faults: Vec<Fault>, value: T) -> Result<T, Self> {
        if faults.is_empty() { Ok(value) } else { Err(Self::sorted(faults)) }
    }

    /// `faults`, which are not empty.
    pub(crate) fn sorted(mut faults: Vec<Fault>) -> Self {
        faults.sort();
        faults.dedup();
        Self(faults)
    }

    /// Iterates over the faults, sorted by place.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// The faults, sorted by place.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.0
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.level == Level::Warning { "warning: " } else { "" };
        write!(formatter, "{}: {level}{}", self.location, self.text())
    }
}

impl fmt::Display for Faults {
    /// One fault a line.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            write!(formatter, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}
impl std::error::Error for Faults {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_once_and_one_a_line() {
        let at = |line| Location { file: "a.xml".into(), line, column: 4 };
        let faults = vec![
            Fault::new(&at(9), "`x` is unknown").of("ns.T").help("expected `y`"),
            Fault::new(&at(2), "first"),
            Fault::new(&at(2), "first"),
        ];
        let text = Faults::check(faults, ()).unwrap_err().to_string();
        assert_eq!(text, "a.xml:2:4: first\na.xml:9:4: ns.T: `x` is unknown; expected `y`");
    }
}

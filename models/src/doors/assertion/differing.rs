//! Two JSON texts that differ, told.

use std::{fmt, ops::Range};

use odatype_json::visible;

use crate::{
    edm::{Difference, Side, differences},
    error::Error,
    finding::{Findings, picture},
};

/// The two, and what they are called.
pub(super) struct Sides<'t> {
    pub(super) names: [&'static str; 2],
    pub(super) texts: [&'t str; 2],
}

/// The places where they differ.
pub(super) struct Differing<'s> {
    sides: &'s Sides<'s>,
    found: Vec<Difference>,
    more: usize,
}

/// Where the two differ, if they do.
///
/// # Errors
/// The name of a side that is no JSON, and why.
pub(super) fn difference<'s>(sides: &'s Sides<'s>) -> Result<Option<Differing<'s>>, (&'static str, Error)> {
    let [left, right] = sides.texts;
    match differences(left, right, Findings::PRINTED) {
        Ok((found, _)) if found.is_empty() => Ok(None),
        Ok((found, more)) => Ok(Some(Differing { sides, found, more })),
        Err(Side::Left(error)) => Err((sides.names[0], Error::syntax(error, left))),
        Err(Side::Right(error)) => Err((sides.names[1], Error::syntax(error, right))),
    }
}

impl Differing<'_> {
    /// The pointer of a place as it is told, and for each side that has a value there which it is and where.
    fn values(found: &Difference) -> (String, Vec<(usize, &Range<usize>)>) {
        let pointer = if found.pointer.is_empty() { "the whole value".to_owned() } else { visible(&found.pointer) };
        let sides = [&found.left, &found.right].into_iter().enumerate();
        (pointer, sides.filter_map(|(side, value)| Some((side, value.as_ref()?))).collect())
    }

    /// What a side has there.
    fn value(&self, side: usize, at: &Range<usize>) -> String {
        format!("{} has {}", self.sides.names[side], picture(self.sides.texts[side].get(at.clone()).unwrap_or("")))
    }

    /// Each place.
    #[cfg(not(feature = "report"))]
    fn tell(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, found) in self.found.iter().enumerate() {
            let (pointer, values) = Self::values(found);
            write!(formatter, "{}{pointer}: ", if index > 0 { "\n" } else { "" })?;
            for (index, (side, at)) in values.iter().enumerate() {
                let (line, column) = odatype_json::line_column(self.sides.texts[*side], at.start);
                let separator = if index > 0 { ", " } else { "" };
                let only = if values.len() == 1 { "only " } else { "" };
                write!(formatter, "{separator}{only}{} ({line}:{column})", self.value(*side, at))?;
            }
        }
        Ok(())
    }

    /// Each place, drawn.
    #[cfg(feature = "report")]
    fn tell(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use crate::finding::{Drawing, DrawnMark, Level, Sheet, Style, draw, marked};
        let Sides { names, texts } = self.sides;
        let sheets = texts.map(Sheet::new);
        for (index, found) in self.found.iter().enumerate() {
            let (pointer, values) = Self::values(found);
            let title = match values.as_slice() {
                [(side, _)] => format!("{pointer}: only {} has it", names[*side]),
                _ => format!("{pointer}: {} and {} differ", names[0], names[1]),
            };
            let mark = |(side, at): &(usize, &Range<usize>)| {
                let text = texts[*side];
                let (line, column) = odatype_json::line_column(text, at.start);
                let excerpt = sheets[*side].excerpt(&(at.start..marked(text, at.start, at.end)), line);
                DrawnMark { name: names[*side], line, column, excerpt, label: self.value(*side, at) }
            };
            let marks = values.iter().map(mark).collect();
            let drawing = Drawing { level: Level::Error, code: "", title, marks, note: String::new(), help: None };
            let separator = if index > 0 { "\n" } else { "" };
            writeln!(formatter, "{separator}{}", draw(&drawing, Style::Plain))?;
        }
        Ok(())
    }
}

impl fmt::Display for Differing<'_> {
    /// Each place, and how many there are besides.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tell(formatter)?;
        if self.more > 0 { write!(formatter, "\nand {} more", self.more) } else { Ok(()) }
    }
}

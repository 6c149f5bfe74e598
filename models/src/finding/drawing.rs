//! Pictures of payloads with places marked, drawn by `annotate-snippets`: it gets so much of a payload as is shown, so
//! that what it takes does not depend on how long the payload is.

use annotate_snippets::{AnnotationKind, Group, Level as Drawn, Origin, Renderer, Snippet};

use super::{rule::Level, sheet::Excerpt};

/// One thing that is told, with what it is told of.
pub(crate) struct Drawing<'t> {
    pub(crate) level: Level,
    /// The code of the rule, if it is about one.
    pub(crate) code: &'static str,
    pub(crate) title: String,
    /// What is marked: in one payload, or in each of two.
    pub(crate) marks: Vec<Mark<'t>>,
    /// Where the rule is written.
    pub(crate) note: String,
    /// What was probably meant.
    pub(crate) help: Option<String>,
}

/// A place of a payload.
pub(crate) struct Mark<'t> {
    /// What the payload is called.
    pub(crate) name: &'t str,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) excerpt: Excerpt,
    /// What is there.
    pub(crate) label: String,
}

/// Whether a picture is for a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    #[default]
    Plain,
    Coloured,
}

/// The picture, which ends without a line break.
pub(crate) fn draw(drawing: &Drawing<'_>, style: Style) -> String {
    // Lines are short enough; what is said of them is not cut.
    const WIDEST: usize = 100_000;
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let level = match drawing.level {
        Level::Error => Drawn::ERROR,
        Level::NotChecked => Drawn::WARNING,
        Level::Advice => Drawn::NOTE,
    };
    let title = level.primary_title(drawing.title.as_str());
    let title = if drawing.code.is_empty() { title } else { title.id(drawing.code) };
    let mut group = Group::with_title(title);
    for mark in &drawing.marks {
        group = group.element(Origin::path(mark.name).line(mark.line as usize).char_column(mark.column as usize));
        let annotation = AnnotationKind::Primary.span(mark.excerpt.mark.clone()).label(mark.label.as_str());
        let snippet = Snippet::source(mark.excerpt.text.as_str()).line_start(mark.excerpt.first_line).fold(false);
        group = group.element(snippet.annotation(annotation));
    }
    if !drawing.note.is_empty() {
        group = group.element(Drawn::NOTE.message(drawing.note.as_str()));
    }
    if let Some(help) = &drawing.help {
        group = group.element(Drawn::HELP.message(help.as_str()));
    }
    without_breaks(&renderer.term_width(WIDEST).render(&[group]))
}

/// The picture without the lines that part a place from its text: the library takes them for those of another file,
/// since only what is shown of the payload is given to it, and the place, which is not one in that, is given apart.
fn without_breaks(picture: &str) -> String {
    let lines: Vec<&str> = picture.lines().filter(|line| bare(line).trim() != ":::").collect();
    lines.join("\n")
}

/// A line without what gives it colours.
fn bare(line: &str) -> String {
    let mut bare = String::with_capacity(line.len());
    let mut parts = line.split('\u{1b}');
    bare.push_str(parts.next().unwrap_or(""));
    for part in parts {
        bare.push_str(part.split_once('m').map_or(part, |(_, text)| text));
    }
    bare
}

//! Boxes and lines as SVG, which is right in the light and in the dark.

use std::fmt::Write as _;

use crate::{
    escape::text,
    layout::{Rectangle, Space, layout},
    reach::{Kind, Line, Reach, Type},
};

/// Of a box: how high a row is, how wide a character, and how much is around them.
const ROW: usize = 18;
const CHARACTER: usize = 8;
const PADDING: usize = 12;
/// As many rows and characters are shown of a box.
const ROWS: usize = 16;
const CHARACTERS: usize = 44;
/// Around everything.
const MARGIN: usize = 24;
const SPACE: Space = Space { between_columns: 96, between_boxes: 20 };

/// The picture.
pub(crate) fn svg(reach: &Reach) -> String {
    let rows: Vec<Vec<String>> = reach.boxes.iter().map(shown).collect();
    let sizes: Vec<(usize, usize)> = reach.boxes.iter().zip(&rows).map(|(ty, rows)| size(ty, rows)).collect();
    let (placed, (width, height)) = layout(reach, &sizes, &SPACE);
    let (width, height) = (width + 2 * MARGIN, height + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\">\n<title>{}</title>\n<style>{}</style>\n",
        text(&reach.title),
        include_str!("../page/picture.css").trim(),
    );
    // Writing to a string does not fail.
    let _ = writeln!(out, "<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>");
    let _ = writeln!(out, "<g transform=\"translate({MARGIN} {MARGIN})\">");
    for line in &reach.lines {
        draw(line, &placed, &rows, &mut out);
    }
    for (place, ((ty, rows), at)) in reach.boxes.iter().zip(&rows).zip(&placed).enumerate() {
        write(ty, rows, *at, reach.roots.contains(&place), &mut out);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The rows that are shown.
fn shown(ty: &Type) -> Vec<String> {
    let mut rows: Vec<String> = ty.rows.iter().take(ROWS).map(|row| short(row)).collect();
    if let more @ 1.. = ty.rows.len().saturating_sub(ROWS) {
        rows.push(format!("… {more} more"));
    }
    rows
}

/// `text`, or as much of it as is shown.
fn short(text: &str) -> String {
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What a box is, in words.
fn about(ty: &Type) -> String {
    let base = ty.base.as_ref().map(|base| format!(", derives from {base}"));
    short(&format!("{}{}", ty.kind.as_str(), base.unwrap_or_default()))
}

fn size(ty: &Type, rows: &[String]) -> (usize, usize) {
    let head = [short(&ty.title), about(ty)];
    let longest = rows.iter().chain(&head).map(|text| text.chars().count()).max().unwrap_or(0);
    let body = if rows.is_empty() { 0 } else { rows.len() * ROW + PADDING };
    (longest * CHARACTER + 2 * PADDING, 2 * ROW + PADDING + body)
}

fn write(ty: &Type, rows: &[String], at: Rectangle, is_root: bool, out: &mut String) {
    let class = match ty.kind {
        Kind::Entity => "entity",
        Kind::Complex => "complex",
        Kind::Abstract => "abstract",
        Kind::Enumeration => "enumeration",
        Kind::Action => "action",
    };
    let root = if is_root { " root" } else { "" };
    let Rectangle { x, y, width, height } = at;
    let _ = writeln!(out, "<g class=\"type {class}{root}\"><title>{}</title>", text(&ty.name));
    let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>");
    let left = x + PADDING;
    let _ = writeln!(out, "<text class=\"name\" x=\"{left}\" y=\"{}\">{}</text>", y + ROW, text(&short(&ty.title)));
    let _ = writeln!(out, "<text class=\"kind\" x=\"{left}\" y=\"{}\">{}</text>", y + 2 * ROW - 2, text(&about(ty)));
    for (row, line) in rows.iter().enumerate() {
        let _ = writeln!(out, "<text x=\"{left}\" y=\"{}\">{}</text>", middle(y, row) + 4, text(line));
    }
    out.push_str("</g>\n");
}

/// The middle of a row of a box that begins at `y`.
fn middle(y: usize, row: usize) -> usize {
    y + 2 * ROW + PADDING + row * ROW + ROW / 2
}

/// A line from a row of one box to the head of another; from a base to what derives from it, from head to head.
fn draw(line: &Line, placed: &[Rectangle], rows: &[Vec<String>], out: &mut String) {
    let (Some(from), Some(to)) = (placed.get(line.from), placed.get(line.to)) else { return };
    let last = rows.get(line.from).map_or(0, |rows| rows.len().saturating_sub(1));
    let start = match &line.by {
        Some((row, ..)) => middle(from.y, (*row).min(last)),
        None => from.y + ROW,
    };
    let (left, end) = (from.x + from.width, to.y + ROW);
    let class = if line.by.is_some() { "line" } else { "line derives" };
    if to.x > from.x {
        let bend = (to.x - left) / 2;
        let _ = writeln!(
            out,
            "<path class=\"{class}\" d=\"M{left} {start}C{} {start} {} {end} {} {end}\"/>{}",
            left + bend,
            to.x - bend,
            to.x,
            head(to.x, end, true, line.by.is_none()),
        );
        return;
    }
    // Back, or within a column: around the right sides.
    let right = to.x + to.width;
    let bend = left.max(right) + SPACE.between_columns / 3;
    let _ = writeln!(
        out,
        "<path class=\"{class} back\" d=\"M{left} {start}C{bend} {start} {bend} {end} {right} {end}\"/>{}",
        head(right, end, false, line.by.is_none()),
    );
}

/// The end of a line at a box's side.
fn head(x: usize, y: usize, is_rightward: bool, is_derived: bool) -> String {
    let back = if is_rightward { x.saturating_sub(7) } else { x + 7 };
    let class = if is_derived { "head derives" } else { "head" };
    format!("<path class=\"{class}\" d=\"M{x} {y}L{back} {}L{back} {}Z\"/>", y.saturating_sub(4), y + 4)
}

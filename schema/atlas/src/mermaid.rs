//! Boxes and lines as a class diagram of Mermaid.

use std::fmt::Write as _;

use crate::reach::{Kind, Reach};

/// The diagram. Types have short names of their own, since those of a schema may mean something there, and show theirs.
pub(crate) fn mermaid(reach: &Reach) -> String {
    let mut out = String::from("classDiagram\n  direction LR\n");
    for (place, ty) in reach.boxes.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = writeln!(out, "  class t{place}[\"{}\"] {{", label(&ty.title));
        let mark = match ty.kind {
            Kind::Entity => "entity",
            Kind::Complex => "complex",
            Kind::Abstract => "abstract",
            Kind::Enumeration => "enumeration",
            Kind::Action => "action",
        };
        let _ = writeln!(out, "    <<{mark}>>");
        for row in &ty.rows {
            let _ = writeln!(out, "    {}", label(row));
        }
        out.push_str("  }\n");
    }
    for line in &reach.lines {
        let (from, to) = (line.from, line.to);
        let _ = match &line.by {
            None => writeln!(out, "  t{from} <|-- t{to}"),
            Some((_, name, false)) => writeln!(out, "  t{from} --> t{to} : {}", label(name)),
            Some((_, name, true)) => writeln!(out, "  t{from} --> \"*\" t{to} : {}", label(name)),
        };
    }
    for root in &reach.roots {
        // A style cannot begin with a word that has a hyphen.
        let _ = writeln!(out, "  style t{root} stroke:#0969da,stroke-width:3px");
    }
    out
}

/// Text without what means something to Mermaid.
fn label(text: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "_.: []".contains(character);
    text.chars().map(|character| if is_plain(character) { character } else { '_' }).collect()
}

//! The schema's table: one string for each type, in the form that `ARCHITECTURE.md` gives.

use std::fmt::Write as _;

use odatype_schema::model::{QualifiedName, StructuredKind, StructuredType};

use super::{
    constraint,
    layout::{Layout, Row, RowKind, Slot},
};

/// The strings of all rows.
pub(super) fn table(layout: &Layout<'_>) -> Vec<String> {
    layout.rows.iter().map(|row| text(layout, row)).collect()
}

fn text(layout: &Layout<'_>, row: &Row<'_>) -> String {
    let mut out = head(layout, row);
    for slot in &row.slots[row.inherited..] {
        line(layout, slot, &mut out);
    }
    if let Some(annotations) = constraint::annotations(&row.kind) {
        constraint::write_open(layout, annotations, &mut out);
    }
    // Writing to a string cannot fail.
    match &row.kind {
        RowKind::Enum(ty) => {
            for member in &ty.members {
                let _ = write!(out, "\n{}\t{}", member.name, member.value);
            }
        }
        RowKind::Union(union) => {
            for (index, many) in &union.alternatives {
                let star = if *many { "*" } else { "" };
                let _ = write!(out, "\n{star}#{index}\t-\t-");
            }
        }
        RowKind::Structured(_) | RowKind::Action(_) => {}
    }
    out
}

/// `<kind> <qualified name> <base index or -> <flags>`.
fn head(layout: &Layout<'_>, row: &Row<'_>) -> String {
    let (kind, base, flags) = match &row.kind {
        RowKind::Structured(ty) => {
            let kind = match ty.kind {
                StructuredKind::Entity => "entity",
                StructuredKind::Complex => "complex",
            };
            let base = ty.base.as_ref().and_then(|base| layout.row_of(base)).map(|(index, _)| index.to_string());
            let mut flags = String::new();
            if ty.is_abstract {
                flags.push('a');
            }
            if is_open(layout, ty) {
                flags.push('o');
            }
            (kind, base, flags)
        }
        RowKind::Enum(ty) => (if ty.is_flags { "flags" } else { "enum" }, None, String::new()),
        RowKind::Action(_) => ("action", None, String::new()),
        RowKind::Union(_) => ("union", None, String::new()),
    };
    format!("{kind}\t{}\t{}\t{}", row.name, base.as_deref().unwrap_or("-"), or_dash(&flags))
}

/// `<name> <type> <flags> [<constraint>…]`.
fn line(layout: &Layout<'_>, slot: &Slot<'_>, out: &mut String) {
    let ty = constraint::type_text(slot.shape, slot.ty.collection);
    let flags: String = [('n', slot.nullable), ('r', slot.required), ('v', slot.navigation)]
        .into_iter()
        .filter_map(|(flag, set)| set.then_some(flag))
        .collect();
    let _ = write!(out, "\n{}\t{ty}\t{}", slot.name, or_dash(&flags));
    constraint::write(layout, slot, out);
}

fn or_dash(flags: &str) -> &str {
    if flags.is_empty() { "-" } else { flags }
}

/// Whether a type or one of its bases is open.
pub(super) fn is_open(layout: &Layout<'_>, ty: &StructuredType) -> bool {
    let mut next = Some(ty);
    let mut steps = 0;
    while let Some(ty) = next.filter(|_| steps <= layout.rows.len()) {
        if ty.is_open {
            return true;
        }
        next = ty.base.as_ref().and_then(|base: &QualifiedName| layout.model.structured.get(base));
        steps += 1;
    }
    false
}

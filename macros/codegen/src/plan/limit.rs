//! What a schema may not have because the table or the compiler cannot hold it.

use odatype_schema::{Fault, model::Location};

use super::{
    error::Errors,
    layout::{Layout, Row, RowKind},
};

/// The table's indices are 16 bits wide, one of them reserved.
const MAX_ROWS: usize = 65_535;
/// Namespaces become nested modules, which the compiler walks recursively.
const MAX_SEGMENTS: usize = 32;

/// Faults for everything that is beyond a limit.
pub(super) fn check(layout: &Layout<'_>, errors: &mut Errors<'_>) {
    if layout.rows.len() > MAX_ROWS {
        let message =
            format!("the schema has {} types and actions, and at most {MAX_ROWS} can be generated", layout.rows.len());
        errors.fault(Fault::new(&Location::default(), message).help("name what you need in `roots`"));
    }
    for row in &layout.rows {
        let location = location(row);
        let segments = row.name.split('(').next().map_or(0, |name| name.split('.').count());
        if segments > MAX_SEGMENTS {
            let message =
                format!("the namespace has {} segments, and at most {MAX_SEGMENTS} can be modules", segments - 1);
            errors.fault(Fault::new(&location, message).of(&row.name));
        }
        control(&row.name, &row.name, &location, errors);
        for slot in &row.slots[row.inherited..] {
            control(slot.name, &row.name, slot.location, errors);
        }
        if let RowKind::Enum(ty) = &row.kind {
            for member in &ty.members {
                control(&member.name, &row.name, &location, errors);
            }
        }
    }
}

/// A control character would end a field or a line of the table.
fn control(name: &str, owner: &str, location: &Location, errors: &mut Errors<'_>) {
    if name.contains(char::is_control) {
        let message = format!("the name {name:?} has a control character, which no name may have");
        errors.fault(Fault::new(location, message).of(owner.escape_debug()));
    }
}

fn location(row: &Row<'_>) -> Location {
    match &row.kind {
        RowKind::Structured(ty) => ty.location.clone(),
        RowKind::Enum(ty) => ty.location.clone(),
        RowKind::Action(action) => action.operation.location.clone(),
        RowKind::Union(union) => union.location.clone(),
    }
}

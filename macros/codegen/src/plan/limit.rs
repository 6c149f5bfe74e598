//! What a schema may not have because the compiler cannot hold it.

use odatype_schema::{Fault, Rulebook};
use odatype_table::name::without_overload;

use super::error::Errors;

/// Namespaces become nested modules, which the compiler walks recursively.
const MAX_SEGMENTS: usize = 32;

/// Faults for everything that is beyond a limit; `true` if nothing is.
pub(super) fn check(book: &Rulebook<'_>, errors: &mut Errors<'_>) -> bool {
    let mut is_within = true;
    for (_, row, origin) in book.rows() {
        let segments = without_overload(&row.name).split('.').count();
        if segments > MAX_SEGMENTS {
            let message =
                format!("the namespace has {} segments, and at most {MAX_SEGMENTS} can be modules", segments - 1);
            errors.fault(Fault::new(origin.location(), message).of(&row.name));
            is_within = false;
        }
    }
    is_within
}

//! Character classes: `[…]`.

use super::{
    error::PatternError,
    escape::{Escape, Mode, escape},
    scan::Scan,
    set::Set,
};

/// The class after its opening bracket.
pub(super) fn class(scan: &mut Scan, mode: Mode) -> Result<Set, PatternError> {
    let is_negated = scan.take("^");
    let mut parts: Vec<(char, char)> = Vec::new();
    while !scan.take("]") {
        let low = atom(scan, mode)?;
        // A hyphen at the end is itself.
        let has_end = scan.attempt(|scan| (scan.take("-") && scan.peek() != Some(']')).then_some(())).is_some();
        let part = if has_end {
            let high = atom(scan, mode)?;
            range(scan, mode, low, high)?
        } else {
            of(low)
        };
        parts.extend_from_slice(part.ranges());
    }
    let set = Set::of(parts);
    Ok(if is_negated { set.complement() } else { set })
}

fn range(scan: &Scan, mode: Mode, low: Escape, high: Escape) -> Result<Set, PatternError> {
    match (low, high) {
        (Escape::Code(low), Escape::Code(high)) if low <= high => Ok(Set::code_points(low, high)),
        (Escape::Code(_), Escape::Code(_)) => Err(scan.error("a range that ends before it begins")),
        (low, high) if !mode.unicode => Ok(of(low).with(Set::one('-')).with(of(high))),
        _ => Err(scan.error("a range that begins or ends with a class")),
    }
}

fn of(part: Escape) -> Set {
    match part {
        Escape::Code(code) => Set::code_points(code, code),
        Escape::Set(set) => set,
    }
}

fn atom(scan: &mut Scan, mode: Mode) -> Result<Escape, PatternError> {
    match scan.next() {
        None => Err(scan.error("a class that is not closed")),
        Some('\\') if scan.take("b") => Ok(Escape::Code(8)),
        Some('\\') => escape(scan, mode, true),
        Some(character) => Ok(Escape::Code(u32::from(character))),
    }
}

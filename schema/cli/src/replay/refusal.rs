//! Why lines cannot be judged, and which of them are told.

use std::fmt::Display;

/// Why a line cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    kind: Kind,
    /// In words.
    pub(super) reason: String,
}

/// What is wrong with a line, whatever stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    TooLong,
    NotJson,
    Untyped,
    UnknownType,
}

/// How many reasons are told, but for the first of each kind.
const SHOWN: usize = 20;

impl Refusal {
    /// The line is not kept in memory.
    pub(super) fn too_long() -> Self {
        Self { kind: Kind::TooLong, reason: "the line is longer than 256 MiB".to_owned() }
    }

    /// The line is no JSON.
    pub(super) fn not_json(offset: usize, problem: impl Display) -> Self {
        Self { kind: Kind::NotJson, reason: format!("it is not JSON: {problem}, at byte {offset}") }
    }

    /// The line does not say of which type it is.
    pub(super) fn untyped() -> Self {
        let reason = "it has no tag and no context, and no --type is given".to_owned();
        Self { kind: Kind::Untyped, reason }
    }

    /// What the line says of its type names none.
    pub(super) fn unknown_type(reason: String) -> Self {
        Self { kind: Kind::UnknownType, reason }
    }

    /// Adds the refusal of the line at `place` to those that are told: each reason once, the first ones, and the first
    /// of each kind however many reasons of others stand before it: broken lines are not to be missed among names of
    /// types.
    pub(super) fn tell<P>(self, told: &mut Vec<(P, Self)>, place: P) {
        let is_new = |(_, known): &(P, Self)| *known != self;
        let is_of_new_kind = |(_, known): &(P, Self)| known.kind != self.kind;
        if told.iter().all(is_new) && (told.len() < SHOWN || told.iter().all(is_of_new_kind)) {
            told.push((place, self));
        }
    }

    /// Whether that many may be all reasons there are.
    pub(super) fn are_all(told: usize) -> bool {
        told < SHOWN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_is_missed_among_many_of_another() {
        let mut told = Vec::new();
        for place in 0..100 {
            Refusal::unknown_type(format!("name {}", place / 2)).tell(&mut told, place);
        }
        Refusal::not_json(3, "a").tell(&mut told, 100);
        Refusal::not_json(4, "a").tell(&mut told, 101);
        Refusal::untyped().tell(&mut told, 102);
        let places: Vec<i32> = told.iter().map(|(place, _)| *place).collect();
        let expected: Vec<i32> = (0..20).map(|number| number * 2).chain([100, 102]).collect();
        assert_eq!(places, expected);
    }
}

//! When two JSON texts are the same value: what comparing and allowed values ask.

use odatype_json::{Exact, tree};

/// Whether two JSON texts are the same value: members in any order, numbers in any spelling.
pub(crate) fn same(left: &str, right: &str) -> bool {
    left == right
        || matches!((tree::parse(left), tree::parse(right)), (Ok(left), Ok(right)) if same_tree(&left, &right))
}

fn same_tree(left: &tree::Value<'_>, right: &tree::Value<'_>) -> bool {
    match (&left.kind, &right.kind) {
        (tree::Kind::Number(left), tree::Kind::Number(right)) => same_number(left, right),
        (tree::Kind::Array(left), tree::Kind::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same_tree(left, right))
        }
        (tree::Kind::Object(left), tree::Kind::Object(right)) => {
            left.len() == right.len()
                && sorted(left)
                    .into_iter()
                    .zip(sorted(right))
                    .all(|(left, right)| left.name == right.name && same_tree(&left.value, &right.value))
        }
        (left, right) => left == right,
    }
}

fn sorted<'m, 't>(members: &'m [tree::Member<'t>]) -> Vec<&'m tree::Member<'t>> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_unstable_by(|left, right| left.name.cmp(&right.name).then(left.name_start.cmp(&right.name_start)));
    members
}

/// Whether two numbers' texts are the same number.
pub(crate) fn same_number(left: &str, right: &str) -> bool {
    left == right || Exact::parse(left).is_some_and(|left| Exact::parse(right) == Some(left))
}

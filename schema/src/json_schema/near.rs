//! Names that are nearly right.

/// Up to `most` of the candidates that are near to `name`, nearest first; of equally near ones, in the order given.
/// Letter case counts for little. Qualified names are also near when only their last part is what was written.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(usize, &str)> =
        candidates.into_iter().filter_map(|candidate| Some((score(name, &wanted, candidate)?, candidate))).collect();
    scored.sort_by_key(|(score, _)| *score);
    scored.truncate(most);
    scored.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How far `candidate` is; `None` if too far to be what was meant.
fn score(name: &str, wanted: &str, candidate: &str) -> Option<usize> {
    if name == candidate {
        return Some(0);
    }
    let lower = candidate.to_lowercase();
    let last = |text: &str| text.rsplit_once('.').map_or(0, |(namespace, _)| namespace.len() + 1);
    let (wanted_simple, simple) = (&wanted[last(wanted)..], &lower[last(&lower)..]);
    let (whole, part) = (distance(wanted, &lower), distance(wanted_simple, simple));
    // The namespace may be missing or wrong; a simple name has to be right up to a quarter of its letters.
    let near = part.min(whole);
    let length = wanted_simple.chars().count().max(simple.chars().count());
    (near <= (length / 4).max(1) && near < length).then_some(1 + 2 * near + usize::from(whole > near))
}

/// How many letters to insert, remove, change or swap with their neighbour; two texts whose lengths alone put them far
/// apart are not looked at.
fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let apart = left.len().abs_diff(right.len());
    if apart > 1 + left.len().max(right.len()) / 4 {
        return apart;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, a) in left.iter().enumerate() {
        let mut here = vec![row + 1];
        for (column, b) in right.iter().enumerate() {
            let mut best = (above[column] + usize::from(a != b)).min(above[column + 1] + 1).min(here[column] + 1);
            if row > 0 && column > 0 && *a == right[column - 1] && left[row - 1] == *b {
                best = best.min(before[column - 1] + 1);
            }
            here.push(best);
        }
        before = std::mem::replace(&mut above, here);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let names = ["callbackUri", "mediaConfig", "acceptedModalities", "a.b.mediaConfig", "id"];
        for (written, expected) in [
            ("callbackURI", vec!["callbackUri"]),
            ("callbckUri", vec!["callbackUri"]),
            ("mediaCnofig", vec!["mediaConfig", "a.b.mediaConfig"]),
            ("x.y.mediaConfig", vec!["mediaConfig", "a.b.mediaConfig"]),
            ("somethingElse", vec![]),
            ("ix", vec!["id"]),
        ] {
            assert_eq!(nearest(written, names, 3), expected, "{written}");
        }
    }
}

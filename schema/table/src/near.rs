//! Names that are nearly right.

/// What is said of names that were perhaps meant, wherever one is suggested.
#[must_use]
pub fn perhaps<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    format!("perhaps {}", quoted.join(", "))
}

/// Up to `most` of the candidates that are near to `name`, nearest first; of equally near ones, in the order given.
/// Letter case counts for little. Qualified names are also near when only their last part is what was written.
#[cfg(feature = "near")]
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    nearest_of(name, &mut candidates.into_iter(), most)
}

/// The same, which is compiled once: callers come with many types of iterators, and sorting is much to compile.
#[cfg(feature = "near")]
fn nearest_of<'a>(name: &str, candidates: &mut dyn Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(usize, &str)> =
        candidates.filter_map(|candidate| Some((score(name, &wanted, candidate)?, candidate))).collect();
    scored.sort_by_key(|(score, _)| *score);
    scored.truncate(most);
    scored.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How far `candidate` is; `None` if too far to be what was meant.
#[cfg(feature = "near")]
fn score(name: &str, wanted: &str, candidate: &str) -> Option<usize> {
    if name == candidate {
        return Some(0);
    }
    let lower = candidate.to_lowercase();
    let (wanted_simple, simple) = (simple(wanted), simple(&lower));
    let length = wanted_simple.chars().count().max(simple.chars().count());
    // A name whose length alone puts it too far is not looked at: candidates are many, and most are of another length.
    let most = (length / 4).max(1);
    let distance = |left: &str, right: &str| {
        let apart = left.chars().count().abs_diff(right.chars().count());
        if apart > most { apart } else { strsim::osa_distance(left, right) }
    };
    let (whole, part) = (distance(wanted, &lower), distance(wanted_simple, simple));
    // The namespace may be missing or wrong; a simple name has to be right up to a quarter of its letters.
    let near = part.min(whole);
    (near <= most && near < length).then_some(1 + 2 * near + usize::from(whole > near))
}

/// The part of a qualified name after its namespace.
#[cfg(feature = "near")]
fn simple(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, simple)| simple)
}

#[cfg(all(test, feature = "near"))]
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

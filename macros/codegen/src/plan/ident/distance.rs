//! Ways between namespaces.

/// The segments of the namespace `to` that are not shared with `from` from the start on.
pub(crate) fn distance<T>(from: &str, to: &str, make: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let shared = from.split('.').zip(to.split('.')).take_while(|(from, to)| from == to).count();
    to.split('.').skip(shared).filter_map(make).collect()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances_leave_out_the_shared_start() {
        let table = [("a.b", "a.b", ""), ("a.b", "a.b.c", "c"), ("a.b", "a.c.d", "c d"), ("a.b.c", "a.b", "")];
        for (from, to, rest) in table {
            assert_eq!(distance(from, to, |segment| Some(segment.to_owned())).join(" "), rest, "{from} to {to}");
        }
    }
}

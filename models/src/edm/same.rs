//! When two JSON texts are the same value: what comparing and allowed values ask; and where they are not.

use std::{fmt::Write as _, ops::ControlFlow, ops::Range};

use odatype_json::{Exact, SyntaxError, tree};

/// Whether two JSON texts are the same value: members in any order, numbers in any spelling.
pub(crate) fn same(left: &str, right: &str) -> bool {
    let is_one = |left, right| compare(left, right, &Path::Root, &mut |_, _, _| ControlFlow::Break(())).is_continue();
    left == right || matches!((tree::parse(left), tree::parse(right)), (Ok(left), Ok(right)) if is_one(&left, &right))
}

/// A place at which two JSON texts are not the same value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// A JSON pointer.
    pub(crate) pointer: String,
    /// Where the value is in the left text, if it has one there.
    pub(crate) left: Option<Range<usize>>,
    /// Where it is in the right text.
    pub(crate) right: Option<Range<usize>>,
}

/// The first `most` places at which two JSON texts differ, in the order of the left text's members and then the right
/// one's; and how many more there are.
pub(crate) fn differences(left: &str, right: &str, most: usize) -> Result<(Vec<Difference>, usize), Side> {
    let left = tree::parse(left).map_err(Side::Left)?;
    let right = tree::parse(right).map_err(Side::Right)?;
    let (mut found, mut more) = (Vec::new(), 0);
    let _ = compare(&left, &right, &Path::Root, &mut |path, left, right| {
        if found.len() < most {
            let range = |value: &tree::Value<'_>| value.start..value.end;
            found.push(Difference { pointer: path.pointer(), left: left.map(range), right: right.map(range) });
        } else {
            more += 1;
        }
        ControlFlow::Continue(())
    });
    Ok((found, more))
}

/// Which of two texts is no JSON, and why.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left(SyntaxError),
    Right(SyntaxError),
}

/// Where values are, as a list on the stack.
enum Path<'p> {
    Root,
    Member(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// As a JSON pointer. Source: RFC 6901.
    fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Member(path, name) => format!("{}/{}", path.pointer(), name.replace('~', "~0").replace('/', "~1")),
            Self::Index(path, index) => {
                let mut pointer = path.pointer();
                // Writing to a string cannot fail.
                let _ = write!(pointer, "/{index}");
                pointer
            }
        }
    }
}

/// What is told where values differ: the place, and the value of either side that has one there.
type Tell<'t> = dyn FnMut(&Path<'_>, Option<&tree::Value<'_>>, Option<&tree::Value<'_>>) -> ControlFlow<()> + 't;

/// Tells where the two differ, until it is told to stop.
fn compare(left: &tree::Value<'_>, right: &tree::Value<'_>, path: &Path<'_>, tell: &mut Tell<'_>) -> ControlFlow<()> {
    match (&left.kind, &right.kind) {
        (tree::Kind::Number(one), tree::Kind::Number(other)) if same_number(one, other) => ControlFlow::Continue(()),
        (tree::Kind::Array(lefts), tree::Kind::Array(rights)) => {
            for index in 0..lefts.len().max(rights.len()) {
                either(lefts.get(index), rights.get(index), &Path::Index(path, index), tell)?;
            }
            ControlFlow::Continue(())
        }
        (tree::Kind::Object(lefts), tree::Kind::Object(rights)) => members(lefts, rights, path, tell),
        (one, other) if one == other => ControlFlow::Continue(()),
        _ => tell(path, Some(left), Some(right)),
    }
}

fn either(
    left: Option<&tree::Value<'_>>,
    right: Option<&tree::Value<'_>>,
    path: &Path<'_>,
    tell: &mut Tell<'_>,
) -> ControlFlow<()> {
    match (left, right) {
        (Some(left), Some(right)) => compare(left, right, path, tell),
        (left, right) => tell(path, left, right),
    }
}

/// The members of two objects, those of one name together.
fn members(
    lefts: &[tree::Member<'_>],
    rights: &[tree::Member<'_>],
    path: &Path<'_>,
    tell: &mut Tell<'_>,
) -> ControlFlow<()> {
    let (lefts, rights) = (sorted(lefts), sorted(rights));
    let (mut left, mut right) = (lefts.iter().peekable(), rights.iter().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => return ControlFlow::Continue(()),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(left), Some(right)) => left.name.cmp(&right.name),
        };
        let one = if order.is_le() { left.next() } else { None };
        let other = if order.is_ge() { right.next() } else { None };
        let Some(member) = one.or(other) else { return ControlFlow::Continue(()) };
        let path = Path::Member(path, &member.name);
        either(one.map(|member| &member.value), other.map(|member| &member.value), &path, tell)?;
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

#[cfg(test)]
mod tests {
    use super::{Side, differences, same};

    #[test]
    fn where_they_differ() {
        for (left, right, expected) in [
            (r#"{"a":1,"b":[1e0]}"#, r#"{"b":[1.0], "a":1}"#, ""),
            (r#"{"a":1}"#, r#"{"a":"1"}"#, "/a 1 \"1\";"),
            (r#"{"a":1,"c":null}"#, r#"{"b":true,"c":{}}"#, "/a 1 -;/b - true;/c null {};"),
            (r#"[1,{"x/y":[2]}]"#, r#"[1,{"x/y":[2,3]},4]"#, "/1/x~1y/1 - 3;/2 - 4;"),
            (r#"{"a":1,"a":2}"#, r#"{"a":1}"#, "/a 2 -;"),
            ("1", "2", " 1 2;"),
        ] {
            let (found, more) = differences(left, right, 9).unwrap();
            let text = |text: &'static str, at: &Option<std::ops::Range<usize>>| {
                at.clone().map_or("-", |at| text.get(at).unwrap_or("?"))
            };
            let told = found.iter().fold(String::new(), |told, found| {
                told + &format!("{} {} {};", found.pointer, text(left, &found.left), text(right, &found.right))
            });
            assert_eq!((told.as_str(), more), (expected, 0), "{left} {right}");
            assert_eq!(same(left, right), expected.is_empty());
        }
        assert_eq!(differences("[1,2,3]", "[4,5,6]", 1).unwrap().1, 2);
        assert!(matches!(differences("1", "[", 1), Err(Side::Right(_))));
    }
}

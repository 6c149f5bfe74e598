//! Where something is: chains of steps from the whole payload to a part of it, which findings share.

use std::{borrow::Cow, fmt::Write as _};

/// A step from a value into a member or an item of it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// A member, by where its name stands in the payload, between its quotes.
    Member(u32, u32),
    /// An item of an array.
    Index(u32),
}

/// Steps that were taken, each after another.
#[derive(Debug, Default)]
pub(crate) struct Steps(Vec<(u32, Step)>);

/// The place before any step: the whole payload.
pub(crate) const ROOT: u32 = u32::MAX;

/// Offsets and counts fit: a payload of more than 4 GiB is refused before it is read.
#[expect(clippy::cast_possible_truncation, reason = "checked once for the whole text")]
#[inline]
pub(crate) fn narrow(number: usize) -> u32 {
    number as u32
}

impl Steps {
    /// Takes a step from the place `from`; gives the place where it leads.
    pub(crate) fn take(&mut self, from: u32, step: Step) -> u32 {
        // A payload has fewer places than bytes.
        let place = narrow(self.0.len());
        self.0.push((from, step));
        place
    }

    /// The steps to a place, the last one first.
    fn back(&self, place: u32) -> impl Iterator<Item = Step> {
        let mut next = place;
        std::iter::from_fn(move || {
            let (from, step) = self.0.get(usize::try_from(next).ok()?)?;
            next = *from;
            Some(*step)
        })
    }

    /// The name of the member in `text` that a place is or is in; `None` where it is in none.
    pub(super) fn member<'t>(&self, place: u32, text: &'t str) -> Option<Cow<'t, str>> {
        self.back(place).find_map(|step| match step {
            Step::Member(start, end) => Some(name(text, start, end)),
            Step::Index(_) => None,
        })
    }

    /// The JSON pointer of a place in `text`. Source: RFC 6901.
    pub(super) fn pointer(&self, place: u32, text: &str) -> String {
        let steps: Vec<Step> = self.back(place).collect();
        let mut pointer = String::new();
        for step in steps.into_iter().rev() {
            pointer.push('/');
            match step {
                Step::Member(start, end) => {
                    pointer.push_str(&name(text, start, end).replace('~', "~0").replace('/', "~1"));
                }
                Step::Index(index) => {
                    // Writing to a string cannot fail.
                    let _ = write!(pointer, "{index}");
                }
            }
        }
        pointer
    }
}

fn name(text: &str, start: u32, end: u32) -> Cow<'_, str> {
    odatype_json::unescape(text.get(start as usize..end as usize).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::{ROOT, Step, Steps};

    #[test]
    fn pointers_are_shared_chains() {
        let text = r#"{"a/b~c":[{"d\u0065":1}]}"#;
        let mut steps = Steps::default();
        let member = steps.take(ROOT, Step::Member(2, 7));
        let item = steps.take(member, Step::Index(0));
        let inner = steps.take(item, Step::Member(12, 19));
        assert_eq!(steps.pointer(inner, text), "/a~1b~0c/0/de");
        assert_eq!(steps.pointer(item, text), "/a~1b~0c/0");
        assert_eq!(steps.pointer(ROOT, text), "");
        assert_eq!(steps.member(inner, text).as_deref(), Some("de"));
        assert_eq!(steps.member(item, text).as_deref(), Some("a/b~c"));
        assert_eq!(steps.member(ROOT, text), None);
    }
}

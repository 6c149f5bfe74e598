//! From JSON pointers to places in the text.

use std::collections::HashMap;

use odatype_json::tree::{Kind, Member, Value};

/// Finds values of a tree by pointer. Members of an object are indexed when it is first asked for one, so that many
/// findings in a large object do not search it again and again.
pub(crate) struct Places<'t> {
    root: &'t Value<'t>,
    /// By the offset of the object.
    objects: HashMap<usize, HashMap<&'t str, &'t Member<'t>>>,
}

impl<'t> Places<'t> {
    pub(crate) fn new(root: &'t Value<'t>) -> Self {
        Self { root, objects: HashMap::new() }
    }

    /// The value at `pointer`; the nearest value around it if there is none.
    pub(crate) fn value(&mut self, pointer: &str) -> &'t Value<'t> {
        let mut value = self.root;
        for segment in pointer.split('/').skip(1) {
            let next = match &value.kind {
                Kind::Array(items) => segment.parse().ok().and_then(|index: usize| items.get(index)),
                _ => self.member(value, &unescape(segment)).map(|member| &member.value),
            };
            match next {
                Some(next) => value = next,
                None => break,
            }
        }
        value
    }

    /// The member `name` of `object`, the first if it is repeated.
    pub(crate) fn member(&mut self, object: &'t Value<'t>, name: &str) -> Option<&'t Member<'t>> {
        let members = self.objects.entry(object.start).or_insert_with(|| {
            let mut members = HashMap::new();
            for member in object.members() {
                members.entry(&*member.name).or_insert(member);
            }
            members
        });
        members.get(name).copied()
    }
}

/// Appends a segment to a pointer.
pub(crate) fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    for character in segment.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// A segment of a pointer as the name that it stands for.
pub(crate) fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

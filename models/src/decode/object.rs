//! Objects: members, tags, what is undeclared.

use std::collections::HashSet;

use odatype_json::{Text, unescape};

use super::{Decoder, Findings, Path, Step, slot_number};
use crate::{
    document::{LATE_TAG, Node, NodeKind, TAG_NAMES},
    table::{Property, Type, TypeKind},
};

/// Up to this many undeclared members of an object are compared name by name.
const FEW: usize = 16;

/// What is known of the object that is being read.
pub(super) struct Current<'t> {
    /// Its node.
    pub(super) at: usize,
    /// The type it is read as: declared, and more once its tag is known.
    pub(super) ty: &'static Type,
    pub(super) tag: TagState,
    /// That the tag is no string, which not even a foreign object may have.
    bad_tag: Option<Box<Findings>>,
    pub(super) seen: Seen,
    /// How many undeclared members there are, and their names when they are many.
    undeclared: usize,
    names: Option<HashSet<std::borrow::Cow<'t, str>>>,
    /// Which members were decoded early, and what was found in them, by their name's node.
    early: Seen,
    pub(super) early_findings: Vec<(usize, Findings)>,
}

/// Whether the object's tag has come, and what it said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TagState {
    Awaited,
    Known,
    /// It names no type that may stand here.
    Foreign,
}

/// The slots that had a member.
#[derive(Default)]
pub(super) struct Seen {
    first: [u64; 2],
    rest: Vec<u64>,
}

impl Seen {
    /// Marks `slot`; `false` if it was marked.
    #[inline]
    pub(super) fn insert(&mut self, slot: usize) -> bool {
        let (word, bit) = (slot / 64, 1 << (slot % 64));
        let word = if let Some(first) = self.first.get_mut(word) {
            first
        } else {
            let word = word - self.first.len();
            if self.rest.len() <= word {
                self.rest.resize(word + 1, 0);
            }
            &mut self.rest[word]
        };
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(super) fn contains(&self, slot: usize) -> bool {
        let word = slot / 64;
        let word = self.first.get(word).or_else(|| self.rest.get(word - self.first.len()));
        word.is_some_and(|word| word & (1 << (slot % 64)) != 0)
    }
}

/// Whether a member whose raw name is `raw` is a tag.
#[inline]
fn is_tag_name(raw: &str, escaped: bool) -> bool {
    if escaped { TAG_NAMES.contains(&&*unescape(raw)) } else { raw.starts_with('@') && TAG_NAMES.contains(&raw) }
}

impl<'t> Decoder<'t> {
    /// The object that starts here, in a place for `declared`.
    pub(super) fn object(
        &mut self,
        declared: &'static Type,
        slot: u16,
        property: Option<&Property>,
        path: &Path<'_>,
    ) -> Step<()> {
        let findings = self.findings.mark();
        let at = self.nodes.len();
        self.push(NodeKind::Object, slot, 0, 0);
        self.reader.enter()?;
        let mut current = Current {
            at,
            ty: declared,
            tag: TagState::Awaited,
            bad_tag: None,
            seen: Seen::default(),
            undeclared: 0,
            names: None,
            early: Seen::default(),
            early_findings: Vec::new(),
        };
        let mut first = true;
        while let Some(name) = self.reader.next_name(first)? {
            self.member(&mut current, declared, name, first, path)?;
            first = false;
        }
        let foreign = match current.tag {
            TagState::Awaited => declared.is_abstract,
            TagState::Known => false,
            TagState::Foreign => true,
        };
        if self.strict && !foreign {
            self.check_undeclared(at, current.ty, path)?;
        }
        if foreign {
            self.findings.forget_since(findings);
            if let Some(mut bad_tag) = current.bad_tag.take() {
                self.findings.append(&mut bad_tag);
            }
            self.nodes[at].kind = NodeKind::Foreign;
        }
        self.nodes[at].a = u32::from(if foreign { declared.index } else { current.ty.index });
        self.close(at);
        if self.strict {
            self.check_object(&current, declared, foreign, property, path);
        }
        Ok(())
    }

    #[inline]
    fn member(
        &mut self,
        current: &mut Current<'t>,
        declared: &'static Type,
        name: Text,
        first: bool,
        path: &Path<'_>,
    ) -> Step<()> {
        let raw = self.reader.slice(name.span);
        let slot = if name.escaped { current.ty.slot(&unescape(raw)) } else { current.ty.slot(raw) };
        let path = path.member(raw, current.ty.name);
        if let Some(slot) = slot {
            if !current.seen.insert(slot) {
                self.repeat(&path, raw);
            }
            return self.property(&current.ty.properties[slot], slot_number(slot), &path);
        }
        // The body of an action is named by the request's URL, never by a tag.
        if is_tag_name(raw, name.escaped) && declared.kind != TypeKind::Action {
            return self.tag(current, declared, name, first, &path);
        }
        self.undeclared(current, declared, name, &path)
    }

    #[cold]
    pub(super) fn repeat(&mut self, path: &Path<'_>, raw: &str) {
        let found = super::found(&format!("`{}` again", unescape(raw)));
        self.repeated.push(self.reader.position(), path, "members of one object to differ", &found);
    }

    /// The object's tag.
    fn tag(
        &mut self,
        current: &mut Current<'t>,
        declared: &'static Type,
        name: Text,
        first: bool,
        path: &Path<'_>,
    ) -> Step<()> {
        let raw = self.reader.slice(name.span);
        if current.tag != TagState::Awaited {
            self.repeat(path, raw);
        }
        if self.reader.peek() != b'"' {
            // An object around this one may be foreign, and then all this is kept.
            self.push(NodeKind::Name, 0, name.span.start, name.span.end);
            let span = self.skip(path)?;
            self.push(NodeKind::Raw, 0, span.start, span.end);
            current.tag = TagState::Foreign;
            let found = super::found(self.reader.slice(span));
            let mark = self.findings.mark();
            self.find(path, "a tag, which is a string", &found);
            current.bad_tag = Some(Box::new(self.findings.take_since(mark)));
            return Ok(());
        }
        let text = self.reader.string()?;
        let spelling = u16::from(raw != TAG_NAMES[0] && unescape(raw) != TAG_NAMES[0]);
        self.push(NodeKind::Tag, spelling, text.span.start, text.span.end);
        if !first {
            self.nodes[current.at].flags |= LATE_TAG;
        }
        if current.tag != TagState::Awaited {
            return Ok(());
        }
        match self.resolve(text, declared) {
            None => current.tag = TagState::Foreign,
            Some(ty) => {
                current.tag = TagState::Known;
                if ty.index != current.ty.index {
                    current.ty = ty;
                    if current.undeclared > 0 {
                        self.promote(current, path)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The type that a tag says an object in a place for `declared` has.
    #[inline]
    fn resolve(&self, tag: Text, declared: &'static Type) -> Option<&'static Type> {
        let raw = self.reader.slice(tag.span);
        if raw == &*declared.tag && !declared.is_abstract {
            return Some(declared);
        }
        let ty = if tag.escaped { self.tables.resolve(&unescape(raw)) } else { self.tables.resolve(raw) };
        ty.filter(|ty| !ty.is_abstract && ty.fits(declared))
    }

    /// A member that the type, as far as it is known, does not declare.
    fn undeclared(
        &mut self,
        current: &mut Current<'t>,
        declared: &'static Type,
        name: Text,
        path: &Path<'_>,
    ) -> Step<()> {
        let raw = self.reader.slice(name.span);
        current.undeclared += 1;
        if current.tag == TagState::Awaited && !declared.is_leaf() {
            let late =
                if name.escaped { self.tables.late(declared, &unescape(raw)) } else { self.tables.late(declared, raw) };
            if let Some((place, property)) = late {
                if !current.early.insert(place) {
                    self.repeat(path, raw);
                }
                if let Some(names) = &mut current.names {
                    names.insert(unescape(raw));
                }
                self.push(NodeKind::Name, 0, name.span.start, name.span.end);
                return self.decode_early(current, property, path);
            }
        }
        if self.is_repeated(current, raw, name.escaped) {
            self.repeat(path, raw);
        }
        self.push(NodeKind::Name, 0, name.span.start, name.span.end);
        let span = self.skip(path)?;
        self.push(NodeKind::Raw, 0, span.start, span.end);
        Ok(())
    }

    /// Whether the object had an undeclared member of this name; notes the name.
    fn is_repeated(&mut self, current: &mut Current<'t>, raw: &'t str, escaped: bool) -> bool {
        if let Some(names) = &mut current.names {
            return !names.insert(unescape(raw));
        }
        if current.undeclared > FEW {
            let mut names: HashSet<_> = self.undeclared_names(current.at).map(unescape).collect();
            let repeated = !names.insert(unescape(raw));
            current.names = Some(names);
            return repeated;
        }
        self.undeclared_names(current.at)
            .any(|other| other == raw || ((escaped || other.contains('\\')) && unescape(other) == unescape(raw)))
    }

    /// The raw names of the undeclared members, so far, of the object at `at`.
    fn undeclared_names(&self, at: usize) -> impl Iterator<Item = &'t str> + '_ {
        let text = self.reader.text();
        self.names_of(at).map(move |name| {
            let Node { a, b, .. } = self.nodes[name];
            text.get(a as usize..b as usize).unwrap_or("")
        })
    }

    /// The [`NodeKind::Name`] nodes of the object at `at`, whose end is not known yet.
    pub(super) fn names_of(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = at + 1;
        std::iter::from_fn(move || {
            while next < self.nodes.len() {
                let here = next;
                next = self.after(here);
                if self.nodes[here].kind == NodeKind::Name {
                    return Some(here);
                }
            }
            None
        })
    }

    /// The node after the one at `at`, members and items passed over.
    pub(super) fn after(&self, at: usize) -> usize {
        let node = self.nodes[at];
        match node.kind {
            NodeKind::Object | NodeKind::Foreign | NodeKind::List | NodeKind::Skip => node.b as usize,
            _ => at + 1,
        }
    }
}

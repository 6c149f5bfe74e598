//! Tags: which type an object says that it has.

use odatype_json::{Text, unescape};

use super::{
    Decoder, Path, Step,
    current::{Current, TagState},
};
use crate::{
    node::{LATE_TAG, NodeKind, TAG_NAMES},
    table::{Type, TypeKind},
};

/// Whether a member whose raw name is `raw` is a tag.
#[inline]
pub(super) fn is_tag_name(raw: &str, escaped: bool) -> bool {
    if escaped { TAG_NAMES.contains(&&*unescape(raw)) } else { raw.starts_with('@') && TAG_NAMES.contains(&raw) }
}

impl<'t> Decoder<'t> {
    /// The tag where most objects have it: before everything else, in its first spelling, without white space. `false` if
    /// there is none.
    #[inline]
    pub(super) fn first_tag(&mut self, current: &mut Current<'t>) -> Step<bool> {
        const START: &[u8] = b"\"@odata.type\":\"";
        // The body of an action is named by the request's URL, never by a tag.
        if !self.reader.rest().starts_with(START) || current.declared.kind == TypeKind::Action {
            return Ok(false);
        }
        self.reader.bump(START.len() - 1);
        if !self.expected_tag(current) {
            self.other_first_tag(current)?;
        }
        Ok(true)
    }

    /// The tag of what is declared, as most are, if it stands here and is awaited.
    #[inline]
    pub(super) fn expected_tag(&mut self, current: &mut Current<'t>) -> bool {
        let declared = current.declared;
        let rest = self.reader.rest().strip_prefix(b"\"").and_then(|rest| rest.strip_prefix(declared.tag.as_bytes()));
        let Some([b'"', ..]) = rest else { return false };
        if declared.is_abstract || current.tag != TagState::Awaited {
            return false;
        }
        let start = self.reader.position() + 1;
        self.push(NodeKind::Tag, 0, start, start + declared.tag.len());
        self.reader.bump(declared.tag.len() + 2);
        current.tag = TagState::Known;
        true
    }

    /// Whether the member `name`, whose value stands here, is the tag of what is declared; if so, takes it.
    #[inline(never)]
    pub(super) fn later_tag(&mut self, current: &mut Current<'t>, name: Text, first: bool) -> bool {
        let raw = self.reader.text().as_bytes().get(name.span.start..name.span.end);
        let is_tag = raw == Some(TAG_NAMES[0].as_bytes()) && current.declared.kind != TypeKind::Action;
        if !is_tag || !self.expected_tag(current) {
            return false;
        }
        if !first {
            self.nodes[current.at].flags |= LATE_TAG;
            self.reordered = true;
        }
        true
    }

    #[inline(never)]
    fn other_first_tag(&mut self, current: &mut Current<'t>) -> Step<()> {
        let text = self.reader.string()?;
        self.push(NodeKind::Tag, 0, text.span.start, text.span.end);
        match self.resolve(text, current.declared) {
            None => current.tag = TagState::Foreign,
            Some(ty) => {
                current.tag = TagState::Known;
                current.ty = ty;
            }
        }
        Ok(())
    }

    /// The object's tag.
    pub(super) fn tag(&mut self, current: &mut Current<'t>, name: Text, first: bool, path: &Path<'_>) -> Step<()> {
        let raw = self.reader.slice(name.span);
        if current.tag != TagState::Awaited {
            self.repeat(path, raw);
        }
        if self.reader.peek() != b'"' {
            // An object around this one may be foreign, and then all this is kept.
            self.push_name(name);
            let span = self.skip(path)?;
            self.push(NodeKind::Raw, 0, span.start, span.end);
            current.tag = TagState::Foreign;
            let found = super::found(self.reader.slice(span));
            let mark = self.findings.mark();
            self.find(path, "a tag, which is a string", &found);
            current.make_rare().bad_tag = Some(self.findings.take_since(mark));
            return Ok(());
        }
        let text = self.reader.string()?;
        let spelling = u16::from(raw != TAG_NAMES[0] && unescape(raw) != TAG_NAMES[0]);
        self.push(NodeKind::Tag, spelling, text.span.start, text.span.end);
        if !first {
            self.nodes[current.at].flags |= LATE_TAG;
            self.reordered = true;
        }
        if current.tag != TagState::Awaited {
            return Ok(());
        }
        match self.resolve(text, current.declared) {
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
        let bytes = self.reader.text().as_bytes().get(tag.span.start..tag.span.end);
        if bytes == Some(declared.tag.as_bytes()) && !declared.is_abstract {
            return Some(declared);
        }
        let raw = self.reader.slice(tag.span);
        let ty = if tag.escaped { self.tables.resolve(&unescape(raw)) } else { self.tables.resolve(raw) };
        ty.filter(|ty| !ty.is_abstract && ty.fits(declared))
    }
}

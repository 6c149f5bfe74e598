//! Tags: which type an object says that it has.

use odatype_json::{Span, Text, unescape};

use super::{
    Decoder, Path, Step,
    current::{Current, TagState},
    narrow,
};
use crate::{
    finding::{Expected, Found, Rule},
    node::{ESCAPE, LATE_TAG, Node, NodeKind, SHORT, TAG_NAMES, UNDECLARED},
    table::Type,
};

/// Whether a member whose raw name is `raw` is a tag.
#[inline]
pub(super) fn is_tag_name(raw: &str, escaped: bool) -> bool {
    if escaped { TAG_NAMES.contains(&&*unescape(raw)) } else { raw.starts_with('@') && TAG_NAMES.contains(&raw) }
}

impl<'t> Decoder<'t> {
    /// The tag where most objects have it: before everything else, in its first spelling, without white space. `false`
    /// if there is none.
    #[inline]
    pub(super) fn first_tag(&mut self, current: &mut Current<'t>) -> Step<bool> {
        const START: &[u8] = b"\"@odata.type\":\"";
        // What an operation is given is named by the request's URL, never by a tag.
        if !self.reader.rest().starts_with(START) || current.declared.kind.is_operation() {
            return Ok(false);
        }
        self.reader.bump(START.len() - 1);
        if !self.expected_tag(current) {
            self.other_first_tag(current)?;
        }
        Ok(true)
    }

    /// The tag that stood here last, as most do, if it stands here again and is awaited.
    #[inline]
    pub(super) fn expected_tag(&mut self, current: &mut Current<'t>) -> bool {
        let ty = self.tables.get(current.declared.last_tagged());
        let rest = self.reader.rest().strip_prefix(b"\"").and_then(|rest| rest.strip_prefix(ty.tag.as_bytes()));
        let Some([b'"', ..]) = rest else { return false };
        // Of members that came before, another type may make something else.
        let is_like_declared = current.undeclared == 0 || ty.index == current.declared.index;
        if ty.is_abstract || current.tag != TagState::Awaited || !is_like_declared {
            return false;
        }
        let start = self.reader.position() + 1;
        self.push(NodeKind::Tag, UNDECLARED, start, start + ty.tag.len());
        self.reader.bump(ty.tag.len() + 2);
        current.ty = ty;
        current.tag = TagState::Known;
        current.is_exact = true;
        current.spellings[0] = true;
        true
    }

    /// Whether the member `name`, whose value stands here, is the tag that stood here last; if so, takes it.
    #[inline(never)]
    pub(super) fn later_tag(&mut self, current: &mut Current<'t>, name: Text, first: bool) -> bool {
        let raw = self.reader.text().as_bytes().get(name.span.start..name.span.end);
        let is_tag = raw == Some(TAG_NAMES[0].as_bytes()) && !current.declared.kind.is_operation();
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
        self.push_tag(0, text);
        current.spellings[0] = true;
        match self.resolve(text, current.declared) {
            None => current.tag = TagState::Foreign,
            Some(ty) => {
                current.tag = TagState::Known;
                current.ty = ty;
            }
        }
        Ok(())
    }

    /// The object's tag, whose name is `name`; `path` is the object's.
    pub(super) fn tag(&mut self, current: &mut Current<'t>, name: Text, first: bool, path: &Path<'_>) -> Step<()> {
        let raw = self.reader.slice(name.span);
        let spelling = usize::from(raw != TAG_NAMES[0] && unescape(raw) != TAG_NAMES[0]);
        let member = path.member(name.span, current.ty.name);
        if current.tag != TagState::Awaited {
            return self.second_tag(current, name, spelling, &member);
        }
        current.spellings[spelling] = true;
        if self.reader.peek() != b'"' {
            return self.tag_that_is_no_text(current, name, &member);
        }
        let text = self.reader.string()?;
        self.push_tag(spelling, text);
        if !first {
            self.nodes[current.at].flags |= LATE_TAG;
            self.reordered = true;
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

    fn push_tag(&mut self, spelling: usize, text: Text) {
        let (a, b) = (narrow(text.span.start), narrow(text.span.end));
        let flags = if text.escaped { ESCAPE } else { 0 } | if spelling == 0 { 0 } else { SHORT };
        self.nodes.push(Node { kind: NodeKind::Tag, flags, slot: UNDECLARED, a, b });
    }

    /// A tag after another: of the same name, or in the other spelling, which makes two tags of one object.
    #[cold]
    fn second_tag(&mut self, current: &mut Current<'t>, name: Text, spelling: usize, path: &Path<'_>) -> Step<()> {
        if current.spellings[spelling] {
            self.repeat(path, name.span);
        } else {
            let mark = self.findings.mark();
            let found = Found::Again(narrow(name.span.start), narrow(name.span.end));
            self.note(path, name.span.start, Rule::Tag, Expected::Words("one tag, in one spelling"), found);
            current.make_rare().bad_tag.absorb(self.findings.take_since(mark));
        }
        current.spellings[spelling] = true;
        self.kept(name, path).map(drop)
    }

    /// Keeps the member `name`, whose value stands here, as it is: an object around this one may be foreign, or what
    /// does not fit may cost only itself.
    fn kept(&mut self, name: Text, path: &Path<'_>) -> Step<Span> {
        self.push_name(name);
        let span = self.skip(path)?;
        self.push_undeclared(span);
        Ok(span)
    }

    #[cold]
    fn tag_that_is_no_text(&mut self, current: &mut Current<'t>, name: Text, path: &Path<'_>) -> Step<()> {
        current.tag = TagState::Foreign;
        let span = self.kept(name, path)?;
        let mark = self.findings.mark();
        self.find(path, span, Rule::Tag, Expected::Words("a tag, which is a string"));
        current.make_rare().bad_tag.absorb(self.findings.take_since(mark));
        Ok(())
    }

    /// The type that a tag says an object in a place for `declared` has.
    #[inline]
    fn resolve(&self, tag: Text, declared: &'static Type) -> Option<&'static Type> {
        let bytes = self.reader.text().as_bytes().get(tag.span.start..tag.span.end);
        let ty = if bytes == Some(declared.tag.as_bytes()) && !declared.is_abstract {
            declared
        } else {
            let raw = self.reader.slice(tag.span);
            let ty = if tag.escaped { self.tables.resolve(&unescape(raw)) } else { self.tables.resolve(raw) };
            ty.filter(|ty| !ty.is_abstract && ty.fits(declared))?
        };
        if self.is_noted {
            declared.note_tagged(ty.index);
        }
        Some(ty)
    }
}

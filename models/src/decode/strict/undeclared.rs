//! Undeclared members: annotations and control information, advertised operations, dynamic properties, and what a
//! closed type does not have.

use odatype_json::Span;
use odatype_table::{control, name};

use crate::{
    decode::{Decoder, Path, Step, current::Current, narrow, undeclared::CHECKED},
    finding::{Expected, Found, Rule},
    table::{Type, TypeKind},
};

/// Whether a member of this name advertises an operation.
pub(super) fn is_operation(name: &str) -> bool {
    name.starts_with(control::OPERATION)
}

impl Decoder<'_> {
    /// Reads the value, which starts here, of the member whose name's node is at `name`, of an object of type `ty`, and
    /// checks it; the object may yet turn out to be of a delta payload, and then a closed type may have the member.
    pub(in crate::decode) fn read_undeclared(&mut self, ty: &'static Type, name: usize, path: &Path<'_>) -> Step<Span> {
        let text = self.name_at(name);
        if name::is_annotation(&text) {
            let value = self.skip(path)?;
            self.check_control(&text, value, ty, path)?;
            return Ok(value);
        }
        if is_operation(&text) && !ty.kind.is_operation() {
            let value = self.skip(path)?;
            self.check_operation(value, path);
            return Ok(value);
        }
        if !ty.is_open {
            return self.skip(path);
        }
        self.reader.peek();
        let start = self.reader.position();
        let (nodes, tail) = (self.nodes.len(), self.tail.len());
        match ty.content().dynamic {
            Some(listed) => self.listed_value(listed, path)?,
            None => self.dynamic_value(path)?,
        }
        self.nodes.truncate(nodes);
        self.tail.truncate(tail);
        Ok(Span { start, end: self.reader.position() })
    }

    /// The undeclared members of an object that was read: those that were not checked when they came, and whether there
    /// may be any.
    pub(in crate::decode) fn check_undeclared(&mut self, current: &Current<'_>, object: &Path<'_>) -> Step<()> {
        let ty = current.ty;
        let mut may_have_any = ty.is_open.then_some(true);
        let mut may_state = false;
        let mut next = self.next_name(current.at + 1);
        while let Some(at) = next {
            next = self.next_name(self.after(at));
            let name = self.span_of(at);
            may_state |= super::stated::may_state(self.reader.slice(name));
            let path = object.member(name, ty.name);
            if self.nodes[at].flags & CHECKED == 0 {
                let position = self.reader.position();
                self.reader.rewind(self.nodes[at + 1].a as usize);
                // What repeats inside was noted when the text was passed over.
                let repeated = self.repeated.mark();
                self.read_undeclared(ty, at, &path)?;
                self.repeated.forget_since(repeated);
                self.reader.rewind(position);
            }
            let text = self.name_at(at);
            if may_have_any == Some(true)
                || name::is_annotation(&text)
                || (is_operation(&text) && !ty.kind.is_operation())
            {
                continue;
            }
            let is_of_delta = || ty.kind == TypeKind::Entity && self.is_of_delta(&self.undeclared_members(current));
            if !*may_have_any.get_or_insert_with(is_of_delta) {
                let found = Found::Name(narrow(name.start), narrow(name.end));
                self.note(&path, name.start - 1, Rule::Undeclared, Expected::Properties(ty.index), found);
            }
        }
        if may_state { self.check_stated_types(current, object) } else { Ok(()) }
    }

    /// What advertises an operation: an object, or several of them.
    pub(super) fn check_operation(&mut self, value: Span, path: &Path<'_>) {
        let text = self.reader.slice(value);
        let fits = match text.as_bytes().first() {
            Some(b'{') => true,
            Some(b'[') => super::control::items(text)
                .is_some_and(|mut items| items.all(|item| matches!(item.kind, odatype_json::tree::Kind::Object(_)))),
            _ => false,
        };
        if !fits {
            self.find(path, value, Rule::Control, Expected::Words(control::OPERATION_EXPECTED));
        }
    }
}

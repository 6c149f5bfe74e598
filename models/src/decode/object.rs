//! Objects and their members.

use odatype_json::{Text, unescape};

use super::{
    Decoder, Path, Step,
    current::{Current, TagState},
    narrow, slot_number,
    tag::is_tag_name,
};
use crate::{
    finding::Mark,
    node::{ESCAPE, FLAT, FLAT_MOST, Node, NodeKind},
    table::{Kind, Name, Property, Turn, Type},
};

impl<'t> Decoder<'t> {
    /// The object that starts here, in a place for `declared`.
    pub(super) fn object(
        &mut self,
        declared: &'static Type,
        slot: u16,
        property: Option<&Property>,
        path: &Path<'_>,
    ) -> Step<()> {
        let mark = self.findings.mark();
        let (at, start) = (self.nodes.len(), self.reader.position());
        self.push(NodeKind::Object, slot, 0, 0);
        self.last_deep = at;
        self.reader.enter()?;
        let mut current = Current::new(at, start, declared);
        self.members(&mut current, path)?;
        let is_foreign = match current.tag {
            TagState::Awaited => declared.is_abstract,
            TagState::Known => false,
            TagState::Foreign => true,
        };
        let end = self.nodes.len();
        let is_flat = self.last_deep == at && end - at <= FLAT_MOST;
        let node = &mut self.nodes[at];
        node.a = Node::object(current.ty.index, current.seen.hints());
        node.b = narrow(end);
        node.flags |= if is_flat { FLAT } else { 0 };
        if is_foreign {
            self.foreign(&current, mark);
        } else if self.strict && current.undeclared > 0 {
            self.check_undeclared(&current, path)?;
        }
        if let Some(rare) = current.rare() {
            self.findings.append(&mut rare.bad_tag);
        }
        if self.strict || self.beside.is_some() {
            self.look(&current, is_foreign, property, path);
        }
        Ok(())
    }

    /// Keeps the object as a foreign one: what was found in it since `mark` does not count.
    #[cold]
    fn foreign(&mut self, current: &Current<'t>, mark: Mark) {
        self.findings.forget_since(mark);
        let node = &mut self.nodes[current.at];
        node.kind = NodeKind::Foreign;
        node.a = Node::object(current.declared.index, current.seen.hints());
    }

    /// The members of an object that was just entered.
    ///
    /// The reader of this loop is a copy, which stays in registers. Whatever is rare has a function of its own, so that
    /// there are registers enough.
    #[inline(never)]
    fn members(&mut self, current: &mut Current<'t>, path: &Path<'_>) -> Step<()> {
        let mut more = self.reader.next_member(true)?;
        let mut first = true;
        if more && self.first_tag(current)? {
            more = self.reader.next_member(false)?;
            first = false;
        }
        let mut reader = self.reader;
        let (mut content, mut turn) = (current.ty.content(), Turn::FIRST);
        while more {
            let guess = content.order.guess(turn, reader.rest());
            let (name, slot) = if let Some((slot, length)) = guess {
                (reader.known_name(length), Some(slot))
            } else {
                if current.tag == TagState::Awaited && !current.declared.is_leaf() {
                    self.reader = reader;
                    if let Some(other) = self.early_again(current, path)? {
                        reader = self.reader;
                        (more, first) = (other, false);
                        continue;
                    }
                }
                let name = reader.name()?;
                let slot = match Name::within(reader.text(), name.span) {
                    Some(name_within) if !name.escaped => content.slot_of(name_within),
                    _ => slot_of_any(reader.slice(name.span), name.escaped, current.ty),
                };
                if let Some(slot) = slot {
                    self.note_order(&content.order, turn, slot);
                }
                (name, slot)
            };
            if let Some((slot, property)) = slot.and_then(|slot| Some((slot, content.properties.get(slot)?))) {
                turn = Turn::after(slot);
                if !current.seen.insert(slot) {
                    self.reader = reader;
                    self.repeat_member(current, name, path);
                }
                // Most members are strings of a kind that takes any.
                if property.is_plain && (!self.strict || property.is_free) && reader.peek() == b'"' {
                    let text = reader.string()?;
                    self.plain_text(slot_number(slot), text);
                } else {
                    self.reader = reader;
                    self.declared(current, property, name, slot, path)?;
                    reader = self.reader;
                }
            } else {
                self.reader = reader;
                if self.later_tag(current, name, first) {
                    self.note_order(&content.order, turn, content.properties.len());
                    content = current.ty.content();
                    turn = Turn::after(content.properties.len());
                } else {
                    if !self.early(current, name, path)? {
                        self.other(current, name, first, path)?;
                    }
                    content = current.ty.content();
                }
                reader = self.reader;
            }
            first = false;
            more = reader.next_member(false)?;
        }
        self.reader = reader;
        Ok(())
    }

    /// A string that fits whatever it is.
    #[inline]
    pub(super) fn plain_text(&mut self, slot: u16, text: Text) {
        if text.escaped {
            self.escaped_text(slot, text);
        } else {
            self.push(NodeKind::Text, slot, text.span.start, text.span.end);
        }
    }

    /// A string with escapes: it is kept without them.
    #[cold]
    fn escaped_text(&mut self, slot: u16, text: Text) {
        let node = self.nodes.len();
        let from = self.reader.text().len() + self.tail.len();
        odatype_json::unescape_into(self.reader.slice(text.span), &mut self.tail);
        let to = self.reader.text().len() + self.tail.len();
        self.push(NodeKind::Text, slot, from, to);
        self.nodes[node].flags = ESCAPE;
    }

    /// The value of `property`, which is the one at `slot`.
    #[inline(never)]
    fn declared(
        &mut self,
        current: &mut Current<'t>,
        property: &'static Property,
        name: Text,
        slot: usize,
        path: &Path<'_>,
    ) -> Step<()> {
        let mut property = property;
        let path = path.member(name.span, current.ty.name);
        if property.is_watched && self.strict {
            property = self.watched(current, slot, property, &path);
        }
        match property.kind {
            Kind::Structured(index) if !property.collection && self.reader.peek() == b'{' => {
                self.object(self.tables.get(index), slot_number(slot), Some(property), &path)
            }
            Kind::Scalar(_) if !property.collection && self.reader.peek() != b'n' => {
                self.scalar(property, slot_number(slot), &path)
            }
            _ => self.property(property, slot_number(slot), &path),
        }
    }

    /// The `property` at `slot` as the type has it that the object will be, and what there is to advise of its value,
    /// which starts here.
    #[cold]
    fn watched(
        &mut self,
        current: &mut Current<'t>,
        slot: usize,
        property: &'static Property,
        path: &Path<'_>,
    ) -> &'static Property {
        let is_awaited = property.is_narrowed && current.tag == TagState::Awaited;
        let property = if is_awaited { self.narrowed(current, slot, property) } else { property };
        self.advise(property, path);
        property
    }

    /// A member that is none of the type's properties: the tag, or an undeclared one.
    #[inline(never)]
    fn other(&mut self, current: &mut Current<'t>, name: Text, first: bool, path: &Path<'_>) -> Step<()> {
        let raw = self.reader.slice(name.span);
        // What an operation is given is named by the request's URL, never by a tag.
        if is_tag_name(raw, name.escaped) && !current.declared.kind.is_operation() {
            return self.tag(current, name, first, path);
        }
        self.undeclared(current, name, &path.member(name.span, current.ty.name))
    }

    #[cold]
    pub(super) fn repeat_member(&mut self, current: &Current<'t>, name: Text, path: &Path<'_>) {
        self.repeat(&path.member(name.span, current.ty.name), name.span);
    }
}

/// The slot of the property whose raw name is `raw`.
#[inline(never)]
pub(super) fn slot_of_any(raw: &str, escaped: bool, ty: &Type) -> Option<usize> {
    if escaped { ty.slot(&unescape(raw)) } else { ty.slot(raw) }
}

//! Members that come before their object's tag.
//!
//! A member that the declared type lacks may belong to the type that the tag will name. If all derived types that
//! declare such a member agree on what it is, it is decoded as that at once, so that nothing is read twice. Its nodes
//! are then:
//!
//! ```text
//! Name, Raw (the value's text), Skip (to the end), the value as decoded
//! ```
//!
//! As long as the tag has not come, the skip hides the decoded value. When the tag makes the member a declared one, the
//! name becomes a skip to the decoded value instead.

use odatype_json::{Span, Text, unescape};

use super::{
    Decoder, Path, Step,
    current::{Current, Rare, TagState},
    narrow, slot_number,
};
use crate::{
    node::{ESCAPE, Node, NodeKind},
    table::{Late, Name, Property, Turn},
};

impl<'t> Decoder<'t> {
    /// A member that the type which the tag will name may declare; `false` if the tag has come, or none declares it.
    #[inline(never)]
    pub(super) fn early(&mut self, current: &mut Current<'t>, name: Text, path: &Path<'_>) -> Step<bool> {
        let Some(all) = self.may_be_early(current) else { return Ok(false) };
        let late = self.by_name(name.span, name.escaped, |name| all.find(name));
        let Some((place, property)) = late else { return Ok(false) };
        self.note_order(&all.order, current.early_turn, place);
        self.note_early(current, name, place, path);
        self.decode_early(current, name, property, path)?;
        Ok(true)
    }

    /// The same, of all members from here on that are those which came here last; nothing was read of the first yet.
    /// Whether there is another member, then; `None` if it was none.
    #[inline(never)]
    pub(super) fn early_again(&mut self, current: &mut Current<'t>, path: &Path<'_>) -> Step<Option<bool>> {
        let Some(all) = self.may_be_early(current) else { return Ok(None) };
        let (mut reader, mut more) = (self.reader, None);
        while more != Some(false)
            && let Some((place, length)) = all.order.guess(current.early_turn, reader.rest())
            && let Some(property) = all.properties.get(place)
        {
            let name = reader.known_name(length);
            self.note_early(current, name, place, path);
            if property.is_plain && !self.strict && reader.peek() == b'"' {
                let (at, start) = (self.nodes.len(), reader.position());
                let text = reader.string()?;
                self.push_undeclared(Span { start, end: reader.position() });
                self.push_skip(at + 3);
                self.plain_text(0, text);
            } else {
                self.reader = reader;
                self.decode_early(current, name, property, path)?;
                reader = self.reader;
            }
            more = Some(reader.next_member(false)?);
        }
        self.reader = reader;
        Ok(more)
    }

    /// What `find` finds for the name at `span`.
    #[inline]
    fn by_name<T>(&self, span: Span, escaped: bool, find: impl Fn(Name<'_>) -> Option<T>) -> Option<T> {
        match Name::within(self.reader.text(), span) {
            Some(name) if !escaped => find(name),
            _ => find(Name::new(&unescape(self.reader.slice(span)))),
        }
    }

    /// What may come before the tag, if that is awaited.
    #[inline]
    fn may_be_early(&self, current: &Current<'t>) -> Option<&'static Late> {
        if current.tag != TagState::Awaited || current.declared.is_leaf() {
            return None;
        }
        // Of an open type the member may turn out to be dynamic, and would be checked once more: in each other, such
        // objects would double the time with each level. It is passed over, and read once when the type is known.
        if self.strict && self.tables.may_be_open(current.declared) {
            return None;
        }
        Some(self.tables.late(current.declared))
    }

    /// Notes the member `name`, which has that place among those that may come early.
    #[inline]
    fn note_early(&mut self, current: &mut Current<'t>, name: Text, place: usize, path: &Path<'_>) {
        current.undeclared += 1;
        current.early_turn = Turn::after(place);
        // Of a type that does not declare it, it is an undeclared one as others are.
        current.names.is_new(self.reader.slice(name.span), name.escaped);
        if !current.early.insert(place) {
            self.repeat_member(current, name, path);
        }
        if let Some(Rare { names: Some(names), .. }) = current.rare() {
            names.insert(unescape(self.reader.slice(name.span)));
        }
        self.push_name(name);
    }

    /// The `property` at `slot` as the type has it that the object's tag, which has not come, will name. Its value is
    /// read as the same kind of thing; what is asked of it may be more.
    #[cold]
    pub(super) fn narrowed(
        &self,
        current: &mut Current<'t>,
        slot: usize,
        property: &'static Property,
    ) -> &'static Property {
        let (declared, start) = (current.declared, current.start);
        let ahead = &mut current.make_rare().ahead;
        let ty = *ahead.get_or_insert_with(|| {
            let mut reader = self.reader;
            reader.rewind(start);
            self.type_ahead(reader, declared).unwrap_or(declared)
        });
        ty.properties().get(slot).unwrap_or(property)
    }

    /// Decodes a member's value as the `property` that it will be if the tag allows it. What is found in it counts only
    /// then.
    fn decode_early(
        &mut self,
        current: &mut Current<'t>,
        name: Text,
        property: &'static Property,
        path: &Path<'_>,
    ) -> Step<()> {
        self.reader.peek();
        let start = self.reader.position();
        let raw = self.nodes.len();
        self.push_undeclared(Span { start, end: start });
        self.push_skip(0);
        let findings = self.findings.mark();
        self.property(property, 0, &path.member(name.span, current.ty.name))?;
        if self.findings.any_since(findings) {
            current.make_rare().early_findings.push((raw - 1, self.findings.take_since(findings)));
        }
        self.nodes[raw].b = narrow(self.reader.position());
        self.close(raw + 1);
        Ok(())
    }

    /// A skip to the node at `to`.
    #[inline]
    fn push_skip(&mut self, to: usize) {
        self.last_deep = self.nodes.len();
        self.nodes.push(Node::skip(to));
    }

    /// Makes those undeclared members of the object declared ones that its type, now known, declares.
    pub(super) fn promote(&mut self, current: &mut Current<'t>, object: &Path<'_>) -> Step<()> {
        let (content, mut turn) = (current.ty.content(), Turn::FIRST);
        let (mut next, end) = (current.at + 1, self.nodes.len());
        self.last_deep = end;
        while next < end {
            let name = next;
            let Node { kind: NodeKind::Name, flags, a, b, .. } = self.nodes[name] else {
                next = self.after(name);
                continue;
            };
            // Its value is a raw node, and what was decoded early is behind the skip after that.
            let skip = self.nodes.get(name + 2).filter(|node| node.kind == NodeKind::Skip);
            let early = skip.is_some_and(|skip| skip.b as usize > name + 3);
            next = skip.map_or(name + 2, |skip| skip.b as usize);
            let span = Span { start: a as usize, end: b as usize };
            let start = self.reader.text().as_bytes().get(span.start - 1..).unwrap_or(&[]);
            let guess = content.order.guess(turn, start).map(|(slot, _)| slot);
            let slot = guess.or_else(|| self.by_name(span, flags & ESCAPE != 0, |name| content.slot_of(name)));
            let Some((slot, property)) = slot.and_then(|slot| Some((slot, content.properties.get(slot)?))) else {
                continue;
            };
            self.note_order(&content.order, turn, slot);
            turn = Turn::after(slot);
            // A repeated one was noted when it came.
            current.seen.insert(slot);
            let path = object.member(span, current.ty.name);
            if property.is_watched && self.strict {
                self.advise_at(property, self.nodes[name + 1].a as usize, &path);
            }
            let number = slot_number(slot);
            if early {
                self.nodes[name] = Node::skip(name + 3);
                self.nodes[name + 3].slot = number;
                if let Some(Rare { early_findings, .. }) = current.rare()
                    && let Ok(found) = early_findings.binary_search_by_key(&name, |(early, _)| *early)
                {
                    self.findings.append(&mut early_findings[found].1);
                }
            } else {
                self.nodes[name] = Node::skip(name + 2);
                self.decode_again(name + 1, property, number, &path)?;
            }
        }
        Ok(())
    }

    /// Decodes the text of the raw node at `raw` as `property`; its nodes go to the end of the object so far.
    fn decode_again(&mut self, raw: usize, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        let position = self.reader.position();
        self.reader.rewind(self.nodes[raw].a as usize);
        // What repeats inside was noted when the text was passed over.
        let repeated = self.repeated.mark();
        self.property(property, slot, path)?;
        self.repeated.forget_since(repeated);
        self.reader.rewind(position);
        Ok(())
    }
}

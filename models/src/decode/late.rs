//! Members that come before their object's tag.
//!
//! A member that the declared type lacks may belong to the type that the tag will name. If all derived types that declare
//! such a member agree on what it is, it is decoded as that at once, so that nothing is read twice. Its nodes are then:
//!
//! ```text
//! Name, Raw (the value's text), Skip (to the end), the value as decoded
//! ```
//!
//! As long as the tag has not come, the skip hides the decoded value. When the tag makes the member a declared one, the
//! name becomes a skip to the decoded value instead.

use odatype_json::Span;

use super::{
    Decoder, Path, Step,
    current::{Current, Rare},
    narrow, slot_number,
};
use crate::{
    document::{Node, NodeKind},
    table::{Name, Property},
};

impl Decoder<'_> {
    /// Decodes a member's value as the `property` that it will be if the tag allows it. What is found in it counts only
    /// then.
    pub(super) fn decode_early(
        &mut self,
        current: &mut Current<'_>,
        property: &'static Property,
        path: &Path<'_>,
    ) -> Step<()> {
        self.reader.peek();
        let start = self.reader.position();
        let findings = self.findings.mark();
        let raw = self.nodes.len();
        self.push(NodeKind::Raw, 0, start, start);
        self.push(NodeKind::Skip, 0, 0, 0);
        if property.is_plain && !self.strict && self.reader.peek() == b'"' {
            let text = self.reader.string()?;
            self.plain_text(0, text);
        } else {
            self.property(property, 0, path)?;
        }
        self.nodes[raw].b = narrow(self.reader.position());
        self.close(raw + 1);
        if self.findings.any_since(findings) {
            current.make_rare().early_findings.push((raw - 1, self.findings.take_since(findings)));
        }
        Ok(())
    }

    /// Makes those undeclared members of the object declared ones that its type, now known, declares.
    pub(super) fn promote(&mut self, current: &mut Current<'_>, path: &Path<'_>) -> Step<()> {
        let (mut next, end) = (current.at + 1, self.nodes.len());
        while next < end {
            let name = next;
            next = self.after(name);
            let Node { kind: NodeKind::Name, a, b, .. } = self.nodes[name] else { continue };
            let span = Span { start: a as usize, end: b as usize };
            let raw = self.reader.slice(span);
            let path = path.sibling(raw, current.ty.name);
            let slot = match Name::within(self.reader.text(), span) {
                Some(name) if !raw.contains('\\') => current.ty.slot_of(name),
                _ => current.ty.slot(&odatype_json::unescape(raw)),
            };
            let Some(slot) = slot else { continue };
            // A repeated one was noted when it came.
            current.seen.insert(slot);
            let number = slot_number(slot);
            let early =
                self.nodes.get(name + 2).is_some_and(|node| node.kind == NodeKind::Skip && node.b as usize > name + 3);
            if early {
                self.nodes[name] = Node { kind: NodeKind::Skip, flags: 0, slot: 0, a: 0, b: narrow(name + 3) };
                self.nodes[name + 3].slot = number;
                if let Some(Rare { early_findings, .. }) = current.rare()
                    && let Ok(found) = early_findings.binary_search_by_key(&name, |(early, _)| *early)
                {
                    self.findings.append(&mut early_findings[found].1);
                }
            } else {
                self.nodes[name] = Node { kind: NodeKind::Skip, flags: 0, slot: 0, a: 0, b: narrow(name + 2) };
                self.decode_again(name + 1, &current.ty.properties[slot], number, &path)?;
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

//! Types that stand beside values: `"x@odata.type": "#Int32"` for a dynamic or untyped property `x` whose value cannot
//! have a tag of its own.
//!
//! Source: OData JSON 4.01, section 4.6.3 (control information `type`).

use std::collections::HashMap;

use odatype_json::{Span, unescape};
use odatype_table::{
    Primitive,
    control::{Form, form},
    name::{self, MaybeCollection},
};

use crate::{
    decode::{Decoder, Path, Step, current::Current},
    finding::{Expected, Rule},
    table::{Kind, Property, Type, TypeKind},
};

/// What such a name says.
enum Stated {
    /// A value, or many.
    Type(Kind, bool),
    /// A type that is known, but not what it is.
    Known,
    /// Nothing.
    Unknown,
}

/// Whether a member of that raw name may say the type of another: few do, so that no list of members is made for the
/// others.
pub(super) fn may_state(raw: &str) -> bool {
    let name = raw.as_bytes();
    name.get(1..).is_some_and(|rest| rest.contains(&b'@')) || name.contains(&b'\\')
}

/// Whether a member may be anything, as far as its name says.
fn is_anything(ty: &Type, name: &str) -> bool {
    use Primitive::{ComplexType, EntityType, PrimitiveType, Untyped};
    let declared = ty.slot(name).and_then(|slot| ty.properties().get(slot));
    declared
        .is_none_or(|property| matches!(property.kind, Kind::Json(Untyped | PrimitiveType | ComplexType | EntityType)))
}

impl Decoder<'_> {
    /// The types that stand beside members of an object that was read, and the values that they are for: undeclared
    /// ones, and those that are declared to be anything.
    pub(super) fn check_stated_types(&mut self, current: &Current<'_>, object: &Path<'_>) -> Step<()> {
        let is_stated = |name: &str| matches!(form(name), Some((target, Form::Type)) if !target.is_empty());
        if !self.undeclared_members(current).iter().any(|(_, name, _)| is_stated(name)) {
            return Ok(());
        }
        let members = self.members_at(current.start)?;
        let values: HashMap<&str, (Span, Span)> =
            members.iter().map(|(at, name, value)| (&**name, (*at, *value))).collect();
        for (at, name, value) in &members {
            let Some((target, Form::Type)) = form(name) else { continue };
            let Some(text) = self.string_at(*value).filter(|_| !target.is_empty()) else { continue };
            match self.stated(&text) {
                Stated::Known => {}
                Stated::Unknown => {
                    let path = object.member(*at, current.ty.name);
                    self.find(&path, *value, Rule::Tag, Expected::Words("the name of a type"));
                }
                Stated::Type(kind, is_collection) => {
                    let Some((at, value)) = values.get(target).filter(|_| is_anything(current.ty, target)) else {
                        continue;
                    };
                    let path = object.member(*at, current.ty.name);
                    let property = Property::unnamed(kind, is_collection, true);
                    self.again(*value, |decoder| decoder.property(&property, 0, &path))?;
                }
            }
        }
        Ok(())
    }

    /// The text of the string at `value`, if it is one.
    fn string_at(&self, value: Span) -> Option<String> {
        let inside = self.reader.slice(value).strip_prefix('"')?.strip_suffix('"')?;
        Some(unescape(inside).into_owned())
    }

    fn stated(&self, text: &str) -> Stated {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(name::named_by(text));
        // Built-in types may be named without their namespace.
        if let Some(primitive) = Primitive::parse(item).or_else(|| Primitive::from_name(item)) {
            // An untyped value is what its own tags say, as it was read.
            if primitive == Primitive::Untyped {
                return Stated::Known;
            }
            return Stated::Type(Kind::primitive(primitive), is_collection);
        }
        self.look_up();
        match self.tables.named(item).map(|ty| (ty.kind, ty.index)) {
            Some((TypeKind::Enum, index)) => Stated::Type(Kind::Enum(index), is_collection),
            Some((TypeKind::Closed, index)) => Stated::Type(Kind::Closed(index), is_collection),
            Some((TypeKind::Flags, index)) => Stated::Type(Kind::Flags(index), is_collection),
            Some((TypeKind::Complex | TypeKind::Entity, index)) => Stated::Type(Kind::Structured(index), is_collection),
            None if self.tables.outside.contains(item) => Stated::Known,
            Some((TypeKind::Action | TypeKind::Function | TypeKind::Union, _)) => Stated::Unknown,
            // What the definition asks besides is not known here.
            None => match self.tables.outside.behind(item) {
                Some(Primitive::Untyped) => Stated::Known,
                Some(primitive) => Stated::Type(Kind::primitive(primitive), is_collection),
                None => Stated::Unknown,
            },
        }
    }
}

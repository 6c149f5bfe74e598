//! Rows with their places.

use std::collections::HashSet;

use odatype_table::{
    Access, Body, Constraints, Enumeration, Member, Place, Primitive, Row, Shape, Structured, StructuredKind, ValueType,
};

use super::{
    access::{self, Tied},
    dynamic,
    index::Index,
    join::{Join, Said},
    narrowed::Narrowed,
    origin::{Element, Origin, Union},
    subject::Subject,
    union,
};
use crate::{
    fault::Fault,
    model::{self, Annotations, StructuredType},
};

/// What making rows needs and collects.
pub(super) struct Places<'b, 'm> {
    pub(super) index: &'b Index<'m>,
    /// What types declare again.
    pub(super) narrowed: &'b Narrowed<'m>,
    /// What referential constraints tie to another entity.
    pub(super) tied: &'b Tied<'m>,
    /// The unions so far; they become rows after all others.
    pub(super) unions: Vec<Union>,
    /// The index of the first of them.
    pub(super) first_union: usize,
    pub(super) faults: Vec<Fault>,
    /// The rows of open types.
    pub(super) open: HashSet<u16>,
}

impl<'m> Places<'_, 'm> {
    /// The row at `index`.
    pub(super) fn row(&mut self, index: u16, origin: &Origin<'m>) -> Row<String> {
        let name = origin.name();
        let body = match origin {
            Origin::Structured(ty) => Body::Structured(self.structured(index, &name, ty)),
            Origin::Enumeration(ty) => Body::Enumeration(Enumeration {
                is_flags: ty.is_flags,
                // Members of flags combine to numbers that no member has.
                is_exhaustive: self.index.model.is_exhaustive && !ty.is_flags && !ty.members.is_empty(),
                members: ty.members.iter().map(|member| (member.name.clone(), member.value)).collect(),
            }),
            Origin::Operation(overload) => {
                let own = overload.parameters().map(|parameter| Member {
                    is_required: overload.operation.requires(parameter),
                    ..self.member(index, &name, None, Element::Parameter(parameter))
                });
                Body::Structured(Structured {
                    kind: if overload.is_function() { StructuredKind::Function } else { StructuredKind::Action },
                    base: None,
                    is_abstract: false,
                    is_open: false,
                    own: own.collect(),
                    dynamic: None,
                })
            }
            Origin::Union(union) => Body::Union(union.alternatives.clone()),
        };
        let versions = origin.versions().map(str::to_owned).collect();
        Row { name, versions, body }
    }

    fn structured(&mut self, index: u16, name: &str, ty: &'m StructuredType) -> Structured<String> {
        let base = ty.base.as_ref().and_then(|base| self.index.row(base));
        // The base's row was made before.
        let is_open = ty.openness().unwrap_or_else(|| base.is_some_and(|base| self.open.contains(&base)));
        if is_open {
            self.open.insert(index);
        }
        let own = ty.properties.iter().map(Element::Property);
        Structured {
            kind: match ty.kind {
                model::StructuredKind::Entity => StructuredKind::Entity,
                model::StructuredKind::Complex => StructuredKind::Complex,
            },
            base,
            is_abstract: ty.is_abstract,
            is_open,
            own: own.map(|element| self.member(index, name, Some(ty), element)).collect(),
            dynamic: dynamic::types(self.index, ty, &mut self.faults),
        }
    }

    /// A place of the row `owner`, which is that of the type `around` if it is not an operation's.
    fn member(
        &mut self,
        owner: u16,
        name: &str,
        around: Option<&'m StructuredType>,
        element: Element<'m>,
    ) -> Member<String> {
        let (shape, definition) = self.index.shape(&element.ty().name);
        let ty = ValueType { is_collection: element.ty().collection, shape };
        let narrowed = self.narrowed;
        let inherited = around.map_or(&[][..], |around| narrowed.inherited(&around.name, element.name()));
        let is_nullable = element.is_nullable() && inherited.iter().all(|(_, property)| property.nullable);
        let mut place = Place { ty, is_nullable, constraints: Constraints::default() };
        let is_known = self.index.is_known(&element.ty().name);
        // Of what is outside, nothing is known that a rule could narrow.
        if is_known {
            let subject = Subject::new(format!("{name}/{}", element.name()), ty, self.index);
            let mut join = Join::new(self.index, subject, &mut self.faults);
            if let Some(definition) = definition {
                join.add(&Said::of_definition(definition));
            }
            for (ancestor, property) in inherited {
                join.add(&Said::of(Element::Property(property)).by(format!("{ancestor}/{}", property.name)));
            }
            join.add(&Said::of(element));
            place.constraints = join.done();
            self.make_union(owner, around.map(|ty| &ty.annotations), element, &mut place);
        }
        Member {
            name: element.name().to_owned(),
            place,
            is_required: false,
            is_navigation: matches!(element, Element::Property(property) if property.is_navigation()),
            access: self.access(around, element),
            has_default: self.has_default(around, element),
            is_unknown: !is_known,
            is_narrowed: around.is_some_and(|around| narrowed.is_below(&around.name, element.name())),
        }
    }

    /// What a client may do with the value: what the property says, or else the nearest that declares it, of each term.
    fn access(&self, around: Option<&'m StructuredType>, element: Element<'m>) -> Access {
        let (Some(around), Element::Property(property)) = (around, element) else { return Access::Free };
        let inherited = self.narrowed.inherited(&around.name, &property.name).iter().rev();
        let said = std::iter::once(&property.annotations).chain(inherited.map(|(_, other)| &other.annotations));
        access::access(&said.collect::<Vec<_>>())
    }

    /// Whether there is a value where a client gives none.
    fn has_default(&self, around: Option<&'m StructuredType>, element: Element<'m>) -> bool {
        let (Some(around), Element::Property(property)) = (around, element) else { return false };
        let inherited = self.narrowed.inherited(&around.name, &property.name);
        access::has_default(property)
            || self.tied.has(&around.name, &property.name)
            || inherited.iter().any(|(ty, other)| access::has_default(other) || self.tied.has(ty, &other.name))
    }

    /// Gives a single untyped place for which the schema lists structured types a row of its own.
    fn make_union(
        &mut self,
        owner: u16,
        around: Option<&Annotations>,
        element: Element<'m>,
        place: &mut Place<String>,
    ) {
        if place.ty != ValueType::primitive(Primitive::Untyped) {
            return;
        }
        let listed = place.constraints.types.as_ref().map(|types| types.iter().map(|listed| listed.ty).collect());
        let listed = listed.or_else(|| union::around(self.index, around?));
        let Some(alternatives) = listed.filter(|types| union::is_of_structured(self.index, types)) else { return };
        // Where there is no number left for it, the limit is told of later.
        let Ok(row) = u16::try_from(self.first_union + self.unions.len()) else { return };
        place.constraints.types = None;
        place.ty.shape = Shape::Declared(row);
        self.unions.push(Union {
            owner,
            property: element.name().to_owned(),
            location: element.location().clone(),
            alternatives,
        });
    }
}

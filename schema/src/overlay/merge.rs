//! Declarations of an overlay that add to what the schema declares.

use std::collections::{BTreeSet, HashMap};

use super::facets;
use crate::{
    document::Declaration,
    fault::Fault,
    model::{
        Annotations, Container, EnumType, Location, Model, Operation, OperationKind, Primitive, Property, PropertyKind,
        QualifiedName, StructuredType, TypeName, TypeRef,
    },
    resolve::Declared,
    steps::step,
};

/// The overloads of operations by what they are bound to, for each name that was asked for.
#[derive(Debug, Default)]
pub(super) struct Overloads {
    actions: HashMap<QualifiedName, HashMap<Option<String>, usize>>,
    functions: HashMap<QualifiedName, HashMap<Option<String>, usize>>,
}

impl Overloads {
    /// The first overload of the operation `more` in `model` that is bound to the same.
    fn find<'m>(&mut self, model: &'m mut Model, more: &Operation) -> Option<&'m mut Operation> {
        let (all, places) = match more.kind {
            OperationKind::Action => (model.actions.get_mut(&more.name), &mut self.actions),
            OperationKind::Function => (model.functions.get_mut(&more.name), &mut self.functions),
        };
        let all = all?;
        let places = places.entry(more.name.clone()).or_insert_with(|| {
            let mut places = HashMap::new();
            for (operation, place) in all.iter().zip(0..) {
                step();
                places.entry(binding(operation)).or_insert(place);
            }
            places
        });
        let bound_to = binding(more);
        let place = *places.get(&bound_to).unwrap_or(&all.len());
        if place == all.len() {
            // It is declared now, and is the last.
            places.insert(bound_to, place);
        }
        all.get_mut(place)
    }
}

/// Merges one declaration of an overlay.
pub(super) fn extend(
    model: &mut Model,
    declaration: Declaration,
    bare: &BTreeSet<Location>,
    (declared, overloads): (&mut Declared, &mut Overloads),
    faults: &mut Vec<Fault>,
) {
    let name = declaration.name().clone();
    match declaration {
        Declaration::Structured(ty) => match model.structured.get_mut(&name) {
            Some(known) => structured(known, ty, bare, faults),
            None => declared.declare(model, Declaration::Structured(ty), faults),
        },
        Declaration::Enum(ty) => match model.enums.get_mut(&name) {
            Some(known) => enumeration(known, ty, faults),
            None => declared.declare(model, Declaration::Enum(ty), faults),
        },
        Declaration::Definition(ty) => match model.definitions.get_mut(&name) {
            Some(known) => {
                let (underlying, more) = (&mut known.underlying, &ty.underlying);
                facets::join(name.namespace(), name.name(), (underlying, more), &ty.location, faults);
                replace(&mut known.annotations, ty.annotations);
            }
            None => declared.declare(model, Declaration::Definition(ty), faults),
        },
        Declaration::Term(term) => match model.terms.get_mut(&name) {
            Some(known) => replace(&mut known.annotations, term.annotations),
            None => declared.declare(model, Declaration::Term(term), faults),
        },
        Declaration::Container(more) => match model.containers.get_mut(&name) {
            Some(known) => container(known, more),
            None => declared.declare(model, Declaration::Container(more), faults),
        },
        Declaration::Operation(more) => match overloads.find(model, &more) {
            Some(known) => operation(known, more, faults),
            None => declared.declare(model, Declaration::Operation(more), faults),
        },
    }
}

fn binding(operation: &Operation) -> Option<String> {
    operation.parameters.first().filter(|_| operation.is_bound).map(|parameter| parameter.ty.to_string())
}

fn structured(
    known: &mut StructuredType,
    more: StructuredType,
    annotated: &BTreeSet<Location>,
    faults: &mut Vec<Fault>,
) {
    let mut refuse = |message: String| {
        let help = format!("an overlay adds to what is at {}", known.location);
        faults.push(Fault::new(&more.location, message).of(&more.name).help(help));
    };
    if known.kind != more.kind {
        refuse("`$Kind` differs from that of the type".into());
    }
    if let Some(base) = more.base.as_ref().filter(|base| known.base.as_ref() != Some(base)) {
        refuse(format!("`$BaseType` is `{base}`, not that of the type"));
    }
    for (name, is_changed) in [
        ("$Abstract", more.is_abstract && !known.is_abstract),
        ("$HasStream", more.has_stream && !known.has_stream),
        ("$Key", !more.key.is_empty() && more.key != known.key),
    ] {
        if is_changed {
            refuse(format!("`{name}` differs from that of the type"));
        }
    }
    // Instances with undeclared members are a fact that metadata often withholds.
    known.is_open |= more.is_open;
    replace(&mut known.annotations, more.annotations);
    let places = known.properties.iter().zip(0..).map(|(property, place)| (property.name.clone(), place));
    let places: HashMap<String, usize> = places.collect();
    for property in more.properties {
        match places.get(&property.name).and_then(|place| known.properties.get_mut(*place)) {
            None => known.properties.push(property),
            Some(other) => same_property(&known.name, other, property, annotated, faults),
        }
    }
}

/// A property that is there already: its annotations are added; another type is a fault.
fn same_property(
    owner: &QualifiedName,
    known: &mut Property,
    more: Property,
    bare: &BTreeSet<Location>,
    faults: &mut Vec<Fault>,
) {
    let is_navigation = |property: &Property| matches!(property.kind, PropertyKind::Navigation(_));
    let is_same = known.ty.name == more.ty.name
        && known.ty.collection == more.ty.collection
        && is_navigation(known) == is_navigation(&more);
    if !bare.contains(&more.location)
        && is_navigation(known) == is_navigation(&more)
        && retyped(&mut known.ty, &more.ty)
    {
        replace(&mut known.annotations, more.annotations);
        return;
    }
    if !bare.contains(&more.location) && !is_same {
        let message =
            format!("property `{}` is `{}`, but the schema declares it as `{}`", more.name, more.ty, known.ty);
        let help = format!(
            "the property is at {}; an overlay can say that a value is `Edm.Untyped`, or what an untyped one is",
            known.location
        );
        faults.push(Fault::new(&more.location, message).of(format!("{owner}/{}", more.name)).help(help));
    }
    facets::join(&owner.to_string(), &more.name, (&mut known.ty, &more.ty), &more.location, faults);
    replace(&mut known.annotations, more.annotations);
}

/// Gives `known` the other type, if one of the two is any JSON: then the overlay says what the schema does not, or takes back
/// what is not so. Facets were those of the type that was.
fn retyped(known: &mut TypeRef, more: &TypeRef) -> bool {
    let is_any = |ty: &TypeRef| ty.name == TypeName::Primitive(Primitive::Untyped);
    let is_changed = (&known.name, known.collection) != (&more.name, more.collection);
    let is_retyped = is_changed && (is_any(known) || is_any(more));
    if is_retyped {
        known.clone_from(more);
    }
    is_retyped
}

fn enumeration(known: &mut EnumType, more: EnumType, faults: &mut Vec<Fault>) {
    replace(&mut known.annotations, more.annotations);
    let places = known.members.iter().zip(0..).map(|(member, place)| (member.name.clone(), place));
    let places: HashMap<String, usize> = places.collect();
    for member in more.members {
        match places.get(&member.name).and_then(|place| known.members.get_mut(*place)) {
            None => known.members.push(member),
            Some(other) if other.value == member.value => replace(&mut other.annotations, member.annotations),
            Some(other) => {
                let message =
                    format!("member `{}` is {}, but the schema says {}", member.name, member.value, other.value);
                faults.push(Fault::new(&more.location, message).of(&known.name));
            }
        }
    }
}

fn operation(known: &mut Operation, more: Operation, faults: &mut Vec<Fault>) {
    replace(&mut known.annotations, more.annotations);
    if let (Some(known), Some(more)) = (&mut known.returns, more.returns) {
        replace(&mut known.annotations, more.annotations);
    }
    for parameter in more.parameters {
        match known.parameters.iter_mut().find(|other| other.name == parameter.name) {
            None => known.parameters.push(parameter),
            Some(other) if other.ty.name == parameter.ty.name && other.ty.collection == parameter.ty.collection => {
                facets::join(
                    &known.name.to_string(),
                    &parameter.name,
                    (&mut other.ty, &parameter.ty),
                    &parameter.location,
                    faults,
                );
                replace(&mut other.annotations, parameter.annotations);
            }
            Some(other) => {
                if retyped(&mut other.ty, &parameter.ty) {
                    replace(&mut other.annotations, parameter.annotations);
                    continue;
                }
                let message = format!(
                    "parameter `{}` is `{}`, but the schema declares it as `{}`",
                    other.name, parameter.ty, other.ty
                );
                faults.push(Fault::new(&parameter.location, message).of(format!("{}/{}", known.name, other.name)));
            }
        }
    }
}

fn container(known: &mut Container, more: Container) {
    replace(&mut known.annotations, more.annotations);
    for element in more.elements {
        match known.elements.iter_mut().find(|other| other.name == element.name) {
            None => known.elements.push(element),
            Some(other) => replace(&mut other.annotations, element.annotations),
        }
    }
}

/// Adds `more`, each in place of what has the same term and qualifier; a rule beside it.
pub(super) fn replace(place: &mut Annotations, more: Annotations) {
    place.overlay_all(more);
}

//! Declarations of an overlay that add to what the schema declares.

use std::collections::HashMap;

use super::{
    container::container,
    facets,
    known::{Written, is_any, nullable, of_known, replace, retyped},
    navigation::navigation,
    operation::operation,
    said::Said,
    term::term,
};
use crate::{
    document::{Declaration, Defaults},
    fault::Fault,
    model::{
        EnumType, Model, Operation, OperationKind, Primitive, Property, PropertyKind, QualifiedName, StructuredType,
        TypeDefinition,
    },
    resolve::{Declared, signature},
    steps::step,
};

/// The overloads of operations by what tells them apart, for each name that was asked for.
#[derive(Debug, Default)]
pub(super) struct Overloads {
    actions: HashMap<QualifiedName, HashMap<String, usize>>,
    functions: HashMap<QualifiedName, HashMap<String, usize>>,
}

impl Overloads {
    /// The overload of the operation `more` in `model` that is the same.
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
                places.entry(signature(operation)).or_insert(place);
            }
            places
        });
        let signature = signature(more);
        let place = *places.get(&signature).unwrap_or(&all.len());
        if place == all.len() {
            // It is declared now, and is the last.
            places.insert(signature, place);
        }
        all.get_mut(place)
    }
}

/// Merges one declaration of an overlay.
pub(super) fn extend(
    model: &mut Model,
    declaration: Declaration,
    written: &Written,
    (declared, overloads): (&mut Declared, &mut Overloads),
    faults: &mut Vec<Fault>,
) {
    let name = declaration.name().clone();
    match declaration {
        Declaration::Structured(ty) => match model.structured.get_mut(&name) {
            Some(known) => structured(known, ty, written, faults),
            None => declared.declare(model, Declaration::Structured(ty), faults),
        },
        Declaration::Enum(ty) => match model.enums.get_mut(&name) {
            Some(known) => enumeration(known, ty, &written.defaults, faults),
            None => declared.declare(model, Declaration::Enum(ty), faults),
        },
        Declaration::Definition(ty) => definition(model, ty, declared, faults),
        Declaration::Term(more) => match model.terms.get_mut(&name) {
            Some(known) => term(known, more, written, faults),
            None => declared.declare(model, Declaration::Term(more), faults),
        },
        Declaration::Container(more) => match model.containers.get_mut(&name) {
            Some(known) => container(known, more, &written.defaults, faults),
            None => declared.declare(model, Declaration::Container(more), faults),
        },
        Declaration::Operation(more) => match overloads.find(model, &more) {
            Some(known) => operation(known, more, &written.defaults, faults),
            None => declared.declare(model, Declaration::Operation(more), faults),
        },
    }
}

fn definition(model: &mut Model, ty: TypeDefinition, declared: &mut Declared, faults: &mut Vec<Fault>) {
    let name = &ty.name;
    let Some(known) = model.definitions.get_mut(name) else {
        // A type that is any JSON: then every value of it is.
        if is_any(&ty.underlying) {
            model.structured.remove(name);
            model.enums.remove(name);
        }
        return declared.declare(model, Declaration::Definition(ty), faults);
    };
    if known.underlying.name != ty.underlying.name {
        let message = format!("`$UnderlyingType` is `{}`, not that of the type", ty.underlying);
        faults.push(of_known(&ty.location, message, name, &known.location));
    }
    let (underlying, more) = (&mut known.underlying, &ty.underlying);
    facets::join(name.namespace(), name.name(), (underlying, more), &ty.location, faults);
    replace(&mut known.annotations, ty.annotations);
}

fn structured(known: &mut StructuredType, more: StructuredType, written: &Written, faults: &mut Vec<Fault>) {
    let mut refuse = |message: String| faults.push(of_known(&more.location, message, &more.name, &known.location));
    let is_denied = |member| written.defaults.is_written(&more.location, member);
    if known.kind != more.kind {
        refuse("`$Kind` differs from that of the type".into());
    }
    if let Some(base) = more.base.as_ref().filter(|base| known.base.as_ref() != Some(base)) {
        refuse(format!("`$BaseType` is `{base}`, not that of the type"));
    }
    for (name, is_changed) in [
        ("$Abstract", if known.is_abstract { is_denied("$Abstract") } else { more.is_abstract }),
        ("$HasStream", if known.has_stream { is_denied("$HasStream") } else { more.has_stream }),
        ("$OpenType", known.is_open && is_denied("$OpenType")),
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
            Some(other) => same_property(&known.name, other, property, written, faults),
        }
    }
}

/// A property that is there already: its annotations are added; another type is a fault.
fn same_property(
    owner: &QualifiedName,
    known: &mut Property,
    more: Property,
    written: &Written,
    faults: &mut Vec<Fault>,
) {
    let name = format!("{owner}/{}", more.name);
    let at = (&more.location, &known.location);
    nullable((&mut known.nullable, more.nullable), at, &name, &written.defaults, faults);
    let mut said = Said { name: &name, at, defaults: &written.defaults, faults };
    said.one("$DefaultValue", &mut known.default, more.default.clone());
    if let PropertyKind::Navigation(known) = &mut known.kind
        && let PropertyKind::Navigation(more) = &more.kind
    {
        navigation(known, more.clone(), &mut said);
    }
    let is_bare = written.bare.contains(&more.location);
    if !is_bare
        && known.is_navigation() == more.is_navigation()
        && retyped((&mut known.ty, &mut known.location), (&more.ty, &more.location))
    {
        replace(&mut known.annotations, more.annotations);
        return;
    }
    if !is_bare && !known.is_of(&more) {
        let message =
            format!("property `{}` is `{}`, but the schema declares it as `{}`", more.name, more.ty, known.ty);
        let expected = match known.is_navigation() {
            is_navigation if is_navigation == more.is_navigation() => {
                "an overlay can say that a value is `Edm.Untyped`, or what an untyped one is"
            }
            true => "expected `\"$Kind\": \"NavigationProperty\"`, as the schema has it",
            false => "expected no `$Kind`, as the schema has it",
        };
        let help = format!("the property is at {}; {expected}", known.location);
        faults.push(Fault::new(&more.location, message).of(name).help(help));
    }
    facets::join(&owner.to_string(), &more.name, (&mut known.ty, &more.ty), &more.location, faults);
    replace(&mut known.annotations, more.annotations);
}

fn enumeration(known: &mut EnumType, more: EnumType, defaults: &Defaults, faults: &mut Vec<Fault>) {
    // What is not written is the default, which says nothing here.
    let is_said = |member, is_default: bool| !is_default || defaults.is_written(&more.location, member);
    if known.underlying != more.underlying && is_said("$UnderlyingType", more.underlying == Primitive::Int32) {
        let message = format!("`$UnderlyingType` is `{}`, not that of the type", more.underlying.qualified_name());
        faults.push(of_known(&more.location, message, &known.name, &known.location));
    }
    if known.is_flags != more.is_flags && is_said("$IsFlags", !more.is_flags) {
        let message = "`$IsFlags` differs from that of the type".to_owned();
        faults.push(of_known(&more.location, message, &known.name, &known.location));
    }
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

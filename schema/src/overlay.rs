//! Overlays: hand-written CSDL JSON that adds to a schema what its publisher does not say.
//!
//! A declaration of something that exists adds to it: annotations, properties, parameters. What does not exist yet is
//! declared. A target of `$Annotations` that does not exist is a fault, so that an overlay cannot go stale unnoticed. The
//! same term on the same target replaces what was there.

mod terms;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    document::{Declaration, Document, Target},
    fault::Fault,
    model::{
        Annotations, Container, EnumType, Location, Model, Operation, OperationKind, Property, PropertyKind,
        QualifiedName, StructuredType,
    },
    resolve::{self, Path, find},
};

/// Terms that list types which must exist when an overlay applies them.
const TYPE_LISTS: [&str; 2] =
    ["Org.OData.Validation.V1.DerivedTypeConstraint", "Org.OData.Validation.V1.OpenPropertyTypeConstraint"];

/// Lays `overlay` over `model`.
pub(crate) fn apply(model: &mut Model, overlay: Document, faults: &mut Vec<Fault>) {
    let bare = overlay.bare;
    model.included.extend(overlay.includes);
    let mut targets = Vec::new();
    let mut applied = Vec::new();
    for mut schema in overlay.schemas {
        let annotations = std::mem::take(&mut schema.annotations);
        // What an overlay calls a namespace is its own affair: only the service's aliases mean something on the wire.
        schema.alias.take_if(|_| model.namespaces.contains_key(&schema.namespace));
        resolve::namespace(model, &mut schema);
        if let Some(namespace) = model.namespaces.get_mut(&schema.namespace) {
            replace(&mut namespace.annotations, annotations);
        }
        targets.append(&mut schema.targets);
        for declaration in schema.declarations {
            inline(&declaration, &mut applied);
            extend(model, declaration, &bare, faults);
        }
    }
    for target in targets {
        applied.push((target.annotations.clone(), target.path.clone(), target.location.clone()));
        annotate(model, target, faults);
    }
    for (annotations, path, location) in &applied {
        let mut fault = |fault: Fault| faults.push(fault.of(path));
        terms::check(model, annotations, location, &mut fault);
        for name in listed(annotations) {
            let item = name.strip_prefix("Collection(").and_then(|name| name.strip_suffix(')')).unwrap_or(name);
            if !item.starts_with("Edm.") && !QualifiedName::parse(item).is_some_and(|name| model.is_type(&name)) {
                fault(Fault::new(location, format!("type `{name}` is not declared")));
            }
        }
    }
}

/// Merges one declaration of an overlay.
fn extend(model: &mut Model, declaration: Declaration, bare: &BTreeSet<Location>, faults: &mut Vec<Fault>) {
    let name = declaration.name().clone();
    match declaration {
        Declaration::Structured(ty) => match model.structured.get_mut(&name) {
            Some(known) => structured(known, ty, bare, faults),
            None => resolve::declare(model, Declaration::Structured(ty), faults),
        },
        Declaration::Enum(ty) => match model.enums.get_mut(&name) {
            Some(known) => enumeration(known, ty, faults),
            None => resolve::declare(model, Declaration::Enum(ty), faults),
        },
        Declaration::Definition(ty) => match model.definitions.get_mut(&name) {
            Some(known) => replace(&mut known.annotations, ty.annotations),
            None => resolve::declare(model, Declaration::Definition(ty), faults),
        },
        Declaration::Term(term) => match model.terms.get_mut(&name) {
            Some(known) => replace(&mut known.annotations, term.annotations),
            None => resolve::declare(model, Declaration::Term(term), faults),
        },
        Declaration::Container(more) => match model.containers.get_mut(&name) {
            Some(known) => container(known, more),
            None => resolve::declare(model, Declaration::Container(more), faults),
        },
        Declaration::Operation(more) => {
            let overloads = match more.kind {
                OperationKind::Action => model.actions.get_mut(&name),
                OperationKind::Function => model.functions.get_mut(&name),
            };
            let same = |known: &&mut Operation| {
                resolve::is_same_overload(known, &more) || (known.kind == more.kind && binding(known) == binding(&more))
            };
            match overloads.and_then(|overloads| overloads.iter_mut().find(same)) {
                Some(known) => operation(known, more, faults),
                None => resolve::declare(model, Declaration::Operation(more), faults),
            }
        }
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
    match &more.base {
        Some(base) if known.base.as_ref() != Some(base) => {
            refuse(format!("`$BaseType` is `{base}`, not that of the type"));
        }
        _ => {}
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
    for property in more.properties {
        match known.properties.iter_mut().find(|other| other.name == property.name) {
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
    if !bare.contains(&more.location) && !is_same {
        let message =
            format!("property `{}` is `{}`, but the schema declares it as `{}`", more.name, more.ty, known.ty);
        let help = format!("the property is at {}", known.location);
        faults.push(Fault::new(&more.location, message).of(format!("{owner}/{}", more.name)).help(help));
    }
    replace(&mut known.annotations, more.annotations);
}

fn enumeration(known: &mut EnumType, more: EnumType, faults: &mut Vec<Fault>) {
    replace(&mut known.annotations, more.annotations);
    for member in more.members {
        match known.members.iter_mut().find(|other| other.name == member.name) {
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
                replace(&mut other.annotations, parameter.annotations);
            }
            Some(other) => {
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

/// Annotates what `target` names.
fn annotate(model: &mut Model, target: Target, faults: &mut Vec<Fault>) {
    if let Some(places) = find(model, &Path::parse(&target.path)) {
        for place in places {
            replace(place, target.annotations.clone());
        }
        return;
    }
    if is_inherited(model, &target.path) {
        replace(model.other_annotations.entry(target.path).or_default(), target.annotations);
        return;
    }
    let fault = Fault::new(&target.location, format!("target `{}` does not exist", target.path)).of(&target.path);
    faults.push(fault.help("expected a type, `Type/property`, `Enum/member`, `action(binding type)/parameter`, …"));
}

/// Whether `path` is `Type/property` with a property that the type inherits.
fn is_inherited(model: &Model, path: &str) -> bool {
    let Some((name, property)) = path.split_once('/') else { return false };
    QualifiedName::parse(name).is_some_and(|name| model.property(&name, property).is_some())
}

/// Adds `more`, each in place of what has the same term and qualifier.
fn replace(place: &mut Annotations, more: Annotations) {
    more.0.into_iter().for_each(|annotation| place.set(annotation));
}

/// Annotations, the path of what they are applied to, and where.
type Applied = (Annotations, String, Location);

/// The inline annotations of an overlay's declaration.
fn inline(declaration: &Declaration, applied: &mut Vec<Applied>) {
    let mut note = |annotations: &Annotations, path: String, location: &Location| {
        applied.push((annotations.clone(), path, location.clone()));
    };
    match declaration {
        Declaration::Structured(ty) => {
            note(&ty.annotations, ty.name.to_string(), &ty.location);
            for property in &ty.properties {
                note(&property.annotations, format!("{}/{}", ty.name, property.name), &property.location);
            }
        }
        Declaration::Operation(operation) => {
            for parameter in &operation.parameters {
                note(&parameter.annotations, format!("{}/{}", operation.name, parameter.name), &parameter.location);
            }
        }
        _ => {}
    }
}

/// The types that `annotations` list.
fn listed(annotations: &Annotations) -> impl Iterator<Item = &str> {
    let lists = annotations.0.iter().filter(|annotation| TYPE_LISTS.contains(&annotation.term.as_str()));
    lists.filter_map(|annotation| annotation.value.as_array()).flatten().filter_map(Value::as_str)
}

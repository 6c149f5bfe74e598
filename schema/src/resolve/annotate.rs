//! Annotations on their targets, however many there are.

use std::collections::{BTreeMap, HashMap};

use super::{
    add,
    target::{Path, is_overload, telling},
};
use crate::{
    fault::Fault,
    model::{Annotations, Model, Operation, OperationKind, QualifiedName},
    steps::step,
};

/// Puts annotations, by target, where they belong; those whose target is not found are kept by target.
pub(super) fn all(model: &mut Model, targets: BTreeMap<String, Annotations>, faults: &mut Vec<Fault>) {
    let mut finder = Finder::default();
    for (path, annotations) in targets {
        let Some(mut places) = finder.find(model, &Path::parse(&path)) else {
            let dropped = add(model.other_annotations.entry(path.clone()).or_default(), annotations);
            faults.extend(dropped.into_iter().map(|fault| fault.of(&path)));
            continue;
        };
        let last = places.pop();
        for place in places {
            add(place, annotations.clone());
        }
        if let Some(place) = last {
            faults.extend(add(place, annotations).into_iter().map(|fault| fault.of(&path)));
        }
    }
}

/// Finds targets; where one after the other is in one model element, without looking through it each time. The parts of
/// the model must not change meanwhile.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    /// The element that `parts` or `overloads` are those of.
    head: String,
    /// Properties, members and elements.
    parts: HashMap<String, usize>,
    /// Overloads by the type of their first parameter; under `()`, those that may be named without one.
    overloads: HashMap<String, Vec<(OperationKind, usize)>>,
    /// Annotations of one element.
    terms: Terms,
}

/// The places of the annotations of one element.
#[derive(Debug, Default)]
struct Terms {
    element: String,
    /// How many there were.
    count: usize,
    places: HashMap<(String, Option<String>), usize>,
}

impl Finder {
    /// The annotations of what `path` names; several where it names all overloads of an operation; `None` if the model
    /// declares no such thing.
    pub(crate) fn find<'m>(&mut self, model: &'m mut Model, path: &Path<'_>) -> Option<Vec<&'m mut Annotations>> {
        let Some((term, qualifier)) = path.term else { return self.element(model, path) };
        let named = path.whole.map(|whole| Path { rest: Some(whole), term: None, ..path.clone() });
        if let Some(named) = named.filter(|named| self.element(model, named).is_some()) {
            return self.element(model, &named);
        }
        let mut places = self.element(model, path)?;
        if let [_] = places.as_slice() {
            let place = places.pop()?;
            return self.nested(path, place, (term, qualifier)).map(|place| vec![place]);
        }
        let mut nested = Vec::new();
        for place in places.drain(..) {
            nested.extend(place.0.iter_mut().filter_map(|annotation| {
                let is_it = annotation.term == term && annotation.qualifier.as_deref() == qualifier;
                is_it.then_some(&mut annotation.annotations)
            }));
        }
        (!nested.is_empty()).then_some(nested)
    }

    /// The annotations of the annotation `term` of `place`, which is that of `path`.
    fn nested<'m>(
        &mut self,
        path: &Path<'_>,
        place: &'m mut Annotations,
        (term, qualifier): (&str, Option<&str>),
    ) -> Option<&'m mut Annotations> {
        let element = format!("{} {:?} {:?}", path.head, path.overload, path.rest);
        if self.terms.element != element || self.terms.count != place.0.len() {
            let mut places = HashMap::new();
            for (annotation, at) in place.0.iter().zip(0..) {
                step();
                places.entry((annotation.term.clone(), annotation.qualifier.clone())).or_insert(at);
            }
            self.terms = Terms { element, count: place.0.len(), places };
        }
        let at = *self.terms.places.get(&(term.to_owned(), qualifier.map(str::to_owned)))?;
        place.0.get_mut(at).map(|annotation| &mut annotation.annotations)
    }

    fn element<'m>(&mut self, model: &'m mut Model, path: &Path<'_>) -> Option<Vec<&'m mut Annotations>> {
        let name = QualifiedName::parse(path.head)?;
        let is_other = model.is_type(&name) || model.terms.contains_key(&name) || model.containers.contains_key(&name);
        if path.overload.is_some() || !is_other {
            return self.operations(model, path, &name);
        }
        if let Some(rest) = path.rest {
            return self.part(model, &name, rest).map(|place| vec![place]);
        }
        let Model { structured, enums, definitions, terms, containers, .. } = model;
        let place = structured.get_mut(&name).map(|ty| &mut ty.annotations);
        let place = place.or_else(|| enums.get_mut(&name).map(|ty| &mut ty.annotations));
        let place = place.or_else(|| containers.get_mut(&name).map(|container| &mut container.annotations));
        let place = place.or_else(|| definitions.get_mut(&name).map(|ty| &mut ty.annotations));
        place.or_else(|| terms.get_mut(&name).map(|term| &mut term.annotations)).map(|place| vec![place])
    }

    /// Where a property, a member or an element stands among all of them.
    fn place(&mut self, model: &Model, name: &QualifiedName, part: &str) -> Option<usize> {
        if self.head != name.as_str() {
            self.enter(name);
            self.parts =
                parts(model, name).into_iter().zip(0..).map(|(part, place)| (part.to_owned(), place)).collect();
        }
        self.parts.get(part).copied()
    }

    /// The annotations of a property, a member or a container's element.
    fn part<'m>(&mut self, model: &'m mut Model, name: &QualifiedName, rest: &str) -> Option<&'m mut Annotations> {
        let place = self.place(model, name, rest)?;
        if let Some(ty) = model.structured.get_mut(name) {
            return ty.properties.get_mut(place).map(|property| &mut property.annotations);
        }
        if let Some(ty) = model.enums.get_mut(name) {
            return ty.members.get_mut(place).map(|member| &mut member.annotations);
        }
        model.containers.get_mut(name)?.elements.get_mut(place).map(|element| &mut element.annotations)
    }

    fn operations<'m>(
        &mut self,
        model: &'m mut Model,
        path: &Path<'_>,
        name: &QualifiedName,
    ) -> Option<Vec<&'m mut Annotations>> {
        let Some(types) = &path.overload else {
            let Model { actions, functions, .. } = model;
            let overloads = actions.get_mut(name).into_iter().chain(functions.get_mut(name)).flatten();
            let places: Vec<_> = overloads.filter_map(|operation| in_operation(operation, path.rest)).collect();
            return (!places.is_empty()).then_some(places);
        };
        let head = format!("{name}()");
        if self.head != head {
            self.enter(&head);
            self.overloads = overloads(model, name);
        }
        let candidates = self.overloads.get(types.first().copied().unwrap_or("()"))?.clone();
        let (mut actions, mut functions) = (Vec::new(), Vec::new());
        for (kind, place) in candidates {
            if kind == OperationKind::Action { actions.push(place) } else { functions.push(place) }
        }
        let Model { actions: all_actions, functions: all_functions, .. } = model;
        let mut places = at(all_actions.get_mut(name), &actions);
        places.extend(at(all_functions.get_mut(name), &functions));
        let places = places.into_iter().inspect(|_| step()).filter(|operation| is_overload(operation, types));
        let (told, longer): (Vec<_>, Vec<_>) = places.partition(|operation| telling(operation) == types.len());
        [told, longer].into_iter().find_map(|places| {
            let places = places.into_iter().filter_map(|operation| in_operation(operation, path.rest));
            Some(places.collect::<Vec<_>>()).filter(|places| !places.is_empty())
        })
    }

    fn enter(&mut self, head: &impl ToString) {
        let terms = std::mem::take(&mut self.terms);
        *self = Self { head: head.to_string(), terms, ..Self::default() };
    }
}

/// The names of the parts that an element has.
fn parts<'m>(model: &'m Model, name: &QualifiedName) -> Vec<&'m str> {
    let named = |names: Vec<&'m str>| names.into_iter().inspect(|_| step()).collect();
    if let Some(ty) = model.structured.get(name) {
        return named(ty.properties.iter().map(|property| &*property.name).collect());
    }
    if let Some(ty) = model.enums.get(name) {
        return named(ty.members.iter().map(|member| &*member.name).collect());
    }
    let elements = model.containers.get(name).map_or(&[][..], |container| &container.elements);
    elements.iter().map(|element| &*element.name).collect()
}

/// The overloads of an operation by the type of their first parameter.
fn overloads(model: &Model, name: &QualifiedName) -> HashMap<String, Vec<(OperationKind, usize)>> {
    let mut found: HashMap<String, Vec<_>> = HashMap::new();
    for all in [model.actions.get(name), model.functions.get(name)].into_iter().flatten() {
        for (place, operation) in all.iter().enumerate() {
            let first = operation.parameters.first();
            if let Some(first) = first {
                found.entry(first.ty.to_string()).or_default().push((operation.kind, place));
            }
            if first.is_none() || (operation.kind == OperationKind::Action && !operation.is_bound) {
                found.entry("()".to_owned()).or_default().push((operation.kind, place));
            }
        }
    }
    found
}

/// The operations at `places`, which are sorted.
fn at<'m>(all: Option<&'m mut Vec<Operation>>, places: &[usize]) -> Vec<&'m mut Operation> {
    let (mut rest, mut passed) = (all.map_or(&mut [][..], Vec::as_mut_slice), 0);
    let mut found = Vec::with_capacity(places.len());
    for place in places {
        let rest_of = std::mem::take(&mut rest).get_mut(place - passed..);
        let Some((operation, after)) = rest_of.and_then(<[_]>::split_first_mut) else { break };
        found.push(operation);
        (rest, passed) = (after, place + 1);
    }
    found
}

/// The annotations of an operation, or of its parameter or result `rest`.
fn in_operation<'m>(operation: &'m mut Operation, rest: Option<&str>) -> Option<&'m mut Annotations> {
    match rest {
        None => Some(&mut operation.annotations),
        Some("$ReturnType") => operation.returns.as_mut().map(|returns| &mut returns.annotations),
        Some(rest) => {
            let parameter = operation.parameters.iter_mut().find(|parameter| parameter.name == rest);
            parameter.map(|parameter| &mut parameter.annotations)
        }
    }
}

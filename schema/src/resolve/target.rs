//! Target paths of annotations.
//!
//! Source: OData CSDL JSON 4.01, section 14.2.1 (annotation targets).

use odatype_table::name::MaybeCollection;

use crate::model::{Annotations, Model, Operation, OperationKind, QualifiedName, TypeName, TypeRef};

/// A target path, cut into its parts.
#[derive(Debug, PartialEq)]
pub(crate) struct Path<'a> {
    /// The qualified name that it starts with.
    head: &'a str,
    /// The types of an overload, `ns.action(ns.T,Edm.String)`; `None` where there are no parentheses.
    overload: Option<Vec<&'a str>>,
    /// What follows the first slash.
    rest: Option<&'a str>,
    /// `@Term#Qualifier` at the end: the target is an annotation.
    term: Option<(&'a str, Option<&'a str>)>,
}

impl<'a> Path<'a> {
    /// Cuts a path whose aliases are expanded and that has no spaces.
    pub(crate) fn parse(path: &'a str) -> Self {
        let (path, term) = match path.rsplit_once('@') {
            Some((path, term)) => {
                let cut = term.split_once('#').map_or((term, None), |(term, qualifier)| (term, Some(qualifier)));
                (path.strip_suffix('/').unwrap_or(path), Some(cut))
            }
            None => (path, None),
        };
        let (head, rest) = path.split_once('/').map_or((path, None), |(head, rest)| (head, Some(rest)));
        let (head, overload) = match head.split_once('(') {
            Some((head, types)) => {
                let types = types.strip_suffix(')').unwrap_or(types);
                (head, Some(if types.is_empty() { Vec::new() } else { types.split(',').collect() }))
            }
            None => (head, None),
        };
        Self { head, overload, rest, term }
    }
}

/// The annotations of what `path` names; several where it names all overloads of an operation; `None` if the model
/// declares no such thing.
pub(crate) fn find<'m>(model: &'m mut Model, path: &Path<'_>) -> Option<Vec<&'m mut Annotations>> {
    let mut places = element(model, path)?;
    let Some((term, qualifier)) = path.term else { return Some(places) };
    let mut nested = Vec::new();
    for place in places.drain(..) {
        nested.extend(place.0.iter_mut().filter_map(|annotation| {
            let is_it = annotation.term == term && annotation.qualifier.as_deref() == qualifier;
            is_it.then_some(&mut annotation.annotations)
        }));
    }
    (!nested.is_empty()).then_some(nested)
}

fn element<'m>(model: &'m mut Model, path: &Path<'_>) -> Option<Vec<&'m mut Annotations>> {
    let name = QualifiedName::parse(path.head)?;
    let is_other = model.is_type(&name) || model.terms.contains_key(&name) || model.containers.contains_key(&name);
    if path.overload.is_some() || !is_other {
        return operations(model, path, &name);
    }
    if let Some(ty) = model.structured.get_mut(&name) {
        return match path.rest {
            None => Some(vec![&mut ty.annotations]),
            Some(rest) => {
                let property = ty.properties.iter_mut().find(|property| property.name == rest)?;
                Some(vec![&mut property.annotations])
            }
        };
    }
    if let Some(ty) = model.enums.get_mut(&name) {
        return match path.rest {
            None => Some(vec![&mut ty.annotations]),
            Some(rest) => {
                let member = ty.members.iter_mut().find(|member| member.name == rest)?;
                Some(vec![&mut member.annotations])
            }
        };
    }
    if let Some(container) = model.containers.get_mut(&name) {
        return match path.rest {
            None => Some(vec![&mut container.annotations]),
            Some(rest) => {
                let element = container.elements.iter_mut().find(|element| element.name == rest)?;
                Some(vec![&mut element.annotations])
            }
        };
    }
    if path.rest.is_some() {
        return None;
    }
    let definition = model.definitions.get_mut(&name).map(|ty| &mut ty.annotations);
    definition.or_else(|| model.terms.get_mut(&name).map(|term| &mut term.annotations)).map(|place| vec![place])
}

fn operations<'m>(model: &'m mut Model, path: &Path<'_>, name: &QualifiedName) -> Option<Vec<&'m mut Annotations>> {
    let Model { actions, functions, .. } = model;
    let overloads = actions.get_mut(name).into_iter().chain(functions.get_mut(name)).flatten();
    let mut places = Vec::new();
    for operation in
        overloads.filter(|operation| path.overload.as_ref().is_none_or(|types| is_overload(operation, types)))
    {
        match path.rest {
            None => places.push(&mut operation.annotations),
            Some("$ReturnType") => places.extend(operation.returns.as_mut().map(|returns| &mut returns.annotations)),
            Some(rest) => {
                let parameter = operation.parameters.iter_mut().find(|parameter| parameter.name == rest);
                places.extend(parameter.map(|parameter| &mut parameter.annotations));
            }
        }
    }
    (!places.is_empty()).then_some(places)
}

/// Whether `types` are the types that tell `operation` from its other overloads: the binding type of an action, all
/// parameters' types of a function.
fn is_overload(operation: &Operation, types: &[&str]) -> bool {
    let count = match operation.kind {
        OperationKind::Action => usize::from(operation.is_bound),
        OperationKind::Function => operation.parameters.len(),
    };
    // Services write all parameters of an action too.
    let counts = [count, operation.parameters.len()];
    counts.contains(&types.len())
        && operation.parameters.iter().zip(types).all(|(parameter, name)| is_written(&parameter.ty, name))
}

/// Whether `text` is `ty` as a path writes it.
fn is_written(ty: &TypeRef, text: &str) -> bool {
    let MaybeCollection { is_collection, item } = MaybeCollection::parse(text);
    is_collection == ty.collection
        && match &ty.name {
            TypeName::Named(name) => name.as_str() == item,
            TypeName::Primitive(primitive) => item.strip_prefix("Edm.") == Some(primitive.name()),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let plain = || Path { head: "n.T", overload: None, rest: None, term: None };
        assert_eq!(Path::parse("n.T"), plain());
        assert_eq!(Path::parse("n.T/p/q"), Path { rest: Some("p/q"), ..plain() });
        let overload = Some(vec!["n.T", "Collection(Edm.String)"]);
        assert_eq!(Path::parse("n.T(n.T,Collection(Edm.String))/p"), Path { overload, rest: Some("p"), ..plain() });
        let term = Some(("v.Term", Some("q")));
        assert_eq!(Path::parse("n.T/p/@v.Term#q"), Path { rest: Some("p"), term, ..plain() });
        assert_eq!(Path::parse("n.T@v.Term"), Path { term: Some(("v.Term", None)), ..plain() });
        assert_eq!(Path::parse("n.T()"), Path { overload: Some(Vec::new()), ..plain() });
    }
}

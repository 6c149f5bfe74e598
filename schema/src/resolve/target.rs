//! Target paths of annotations.
//!
//! Source: OData CSDL JSON 4.01, section 14.2.1 (annotation targets).

use odatype_table::name::MaybeCollection;

use crate::model::{Operation, OperationKind, TypeName, TypeRef};

/// What is expected of a target.
pub(crate) const TARGETS: &str = "expected a type, `Type/property`, `Enum/member`, `action(binding type)/parameter`, …";

/// What is expected of the target of a rule for values.
pub(crate) const PLACES: &str = "expected a type definition, `Type/property` or `action(binding type)/parameter`";

/// A target path, cut into its parts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Path<'a> {
    /// The qualified name that it starts with.
    pub(super) head: &'a str,
    /// The types of an overload, `ns.action(ns.T,Edm.String)`; `None` where there are no parentheses.
    pub(super) overload: Option<Vec<&'a str>>,
    /// What follows the first slash.
    pub(super) rest: Option<&'a str>,
    /// The same with what is cut off behind it: some services have names with `@`.
    pub(super) whole: Option<&'a str>,
    /// `@Term#Qualifier` at the end: the target is an annotation.
    pub(super) term: Option<(&'a str, Option<&'a str>)>,
}

impl<'a> Path<'a> {
    /// Cuts a path whose aliases are expanded and that has no spaces.
    pub(crate) fn parse(path: &'a str) -> Self {
        let whole = path.split_once('/').map(|(_, rest)| rest);
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
        Self { head, overload, rest, whole, term }
    }
}

/// How many types tell `operation` from its other overloads. What has as many as are written is meant before what has
/// as many parameters: an action that is bound to text before one that is not bound and is given text.
pub(super) fn telling(operation: &Operation) -> usize {
    match operation.kind {
        OperationKind::Action => usize::from(operation.is_bound),
        OperationKind::Function => operation.parameters.len(),
    }
}

/// Whether `types` are the types that tell `operation` from its other overloads: the binding type of an action, all
/// parameters' types of a function.
pub(super) fn is_overload(operation: &Operation, types: &[&str]) -> bool {
    // Services write all parameters of an action too.
    let counts = [telling(operation), operation.parameters.len()];
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
        let plain = || Path { head: "n.T", overload: None, rest: None, whole: None, term: None };
        assert_eq!(Path::parse("n.T"), plain());
        assert_eq!(Path::parse("n.T/p/q"), Path { rest: Some("p/q"), whole: Some("p/q"), ..plain() });
        let overload = Some(vec!["n.T", "Collection(Edm.String)"]);
        let (rest, whole) = (Some("p"), Some("p"));
        assert_eq!(Path::parse("n.T(n.T,Collection(Edm.String))/p"), Path { overload, rest, whole, ..plain() });
        let term = Some(("v.Term", Some("q")));
        assert_eq!(Path::parse("n.T/p/@v.Term#q"), Path { rest, whole: Some("p/@v.Term#q"), term, ..plain() });
        assert_eq!(Path::parse("n.T@v.Term"), Path { term: Some(("v.Term", None)), ..plain() });
        assert_eq!(Path::parse("n.T()"), Path { overload: Some(Vec::new()), ..plain() });
    }
}

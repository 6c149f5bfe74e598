//! Each model element as its CSDL JSON object.
//!
//! Source: OData CSDL JSON 4.01, sections 6 to 14.

use serde_json::Value;

use super::node::{Node, Object};
use crate::model::{
    Container, EnumType, Facets, Operation, OperationKind, Parameter, Primitive, Property, PropertyKind, QualifiedName,
    Reference, ReturnType, StructuredKind, StructuredType, Term, TypeDefinition, TypeName, TypeRef,
};

/// The members of a type reference; `Edm.String`, the default, is left out.
pub(crate) fn type_members(ty: &TypeRef) -> Vec<(&'static str, Value)> {
    let mut members = Vec::new();
    if ty.name != TypeName::Primitive(Primitive::String) {
        members.push(("$Type", ty.name.to_string().into()));
    }
    if ty.collection {
        members.push(("$Collection", Value::Bool(true)));
    }
    members.extend(facet_members(&ty.facets));
    members
}

fn facet_members(facets: &Facets) -> impl Iterator<Item = (&'static str, Value)> {
    let scale =
        facets.scale.as_ref().map(|scale| scale.parse::<i64>().map_or_else(|_| scale.as_str().into(), Value::from));
    let members = [
        ("$MaxLength", facets.max_length.map(Value::from)),
        ("$Precision", facets.precision.map(Value::from)),
        ("$Scale", scale),
        ("$Unicode", facets.unicode.map(Value::from)),
        ("$SRID", facets.srid.as_deref().map(Value::from)),
    ];
    members.into_iter().filter_map(|(name, value)| Some((name, value?)))
}

fn put_type(object: &mut Object, ty: &TypeRef, nullable: bool) {
    let mut members = type_members(ty).into_iter().peekable();
    while let Some((name, value)) = members.next_if(|(name, _)| ["$Type", "$Collection"].contains(name)) {
        object.put(name, value);
    }
    object.flag("$Nullable", nullable);
    members.for_each(|(name, value)| object.put(name, value));
}

pub(super) fn reference(reference: &Reference, includes: Vec<Node>) -> Object {
    let mut object = Object::default();
    if !includes.is_empty() {
        object.put("$Include", Node::Array(includes));
    }
    if !reference.include_annotations.is_empty() {
        let items = reference.include_annotations.iter().map(|included| {
            let mut item = Object::default();
            item.put("$TermNamespace", included.term_namespace.as_str());
            item.text("$Qualifier", included.qualifier.as_deref());
            item.text("$TargetNamespace", included.target_namespace.as_deref());
            Node::Object(item)
        });
        object.put("$IncludeAnnotations", Node::Array(items.collect()));
    }
    object.annotate("", &reference.annotations);
    object
}

pub(super) fn structured(ty: &StructuredType) -> Object {
    let mut object = Object::default();
    object.put("$Kind", if ty.kind == StructuredKind::Entity { "EntityType" } else { "ComplexType" });
    object.text("$BaseType", ty.base.as_ref().map(QualifiedName::as_str));
    object.flag("$Abstract", ty.is_abstract);
    object.flag("$OpenType", ty.is_open);
    object.flag("$HasStream", ty.has_stream);
    if !ty.key.is_empty() {
        let key = ty.key.iter().map(|(path, alias)| match alias {
            None => Node::from(path.as_str()),
            Some(alias) => {
                let mut part = Object::default();
                part.put(alias.as_str(), path.as_str());
                Node::Object(part)
            }
        });
        object.put("$Key", Node::Array(key.collect()));
    }
    object.annotate("", &ty.annotations);
    for property in &ty.properties {
        object.put(property.name.as_str(), property_object(property));
    }
    object
}

fn property_object(property: &Property) -> Object {
    let mut object = Object::default();
    if let PropertyKind::Navigation(_) = &property.kind {
        object.put("$Kind", "NavigationProperty");
    }
    put_type(&mut object, &property.ty, property.nullable);
    if let PropertyKind::Navigation(navigation) = &property.kind {
        object.text("$Partner", navigation.partner.as_deref());
        object.flag("$ContainsTarget", navigation.contains_target);
        let mut constraints = Object::default();
        for constraint in &navigation.referential_constraints {
            constraints.put(constraint.dependent.as_str(), constraint.principal.as_str());
            constraints.annotate(&constraint.dependent, &constraint.annotations);
        }
        object.put_object("$ReferentialConstraint", constraints);
        if let Some(on_delete) = &navigation.on_delete {
            object.put("$OnDelete", on_delete.action.as_str());
            object.annotate("$OnDelete", &on_delete.annotations);
        }
    }
    if let Some(default) = &property.default {
        object.put("$DefaultValue", default.clone());
    }
    object.annotate("", &property.annotations);
    object
}

pub(super) fn enumeration(ty: &EnumType) -> Object {
    let mut object = Object::default();
    object.put("$Kind", "EnumType");
    if ty.underlying != Primitive::Int32 {
        object.put("$UnderlyingType", format!("Edm.{}", ty.underlying.name()).as_str());
    }
    object.flag("$IsFlags", ty.is_flags);
    object.annotate("", &ty.annotations);
    for member in &ty.members {
        object.put(member.name.as_str(), Value::from(member.value));
        object.annotate(&member.name, &member.annotations);
    }
    object
}

pub(super) fn definition(ty: &TypeDefinition) -> Object {
    let mut object = Object::default();
    object.put("$Kind", "TypeDefinition");
    object.put("$UnderlyingType", ty.underlying.name.to_string().as_str());
    facet_members(&ty.underlying.facets).for_each(|(name, value)| object.put(name, value));
    object.annotate("", &ty.annotations);
    object
}

pub(super) fn term(term: &Term) -> Object {
    let mut object = Object::default();
    object.put("$Kind", "Term");
    put_type(&mut object, &term.ty, term.nullable);
    object.text("$BaseTerm", term.base.as_ref().map(QualifiedName::as_str));
    if !term.applies_to.is_empty() {
        object.put("$AppliesTo", Value::from(term.applies_to.clone()));
    }
    if let Some(default) = &term.default {
        object.put("$DefaultValue", default.clone());
    }
    object.annotate("", &term.annotations);
    object
}

pub(super) fn operation(operation: &Operation) -> Object {
    let mut object = Object::default();
    object.put("$Kind", if operation.kind == OperationKind::Action { "Action" } else { "Function" });
    object.flag("$IsBound", operation.is_bound);
    object.flag("$IsComposable", operation.is_composable);
    object.text("$EntitySetPath", operation.entity_set_path.as_deref());
    if !operation.parameters.is_empty() {
        object.put("$Parameter", Node::Array(operation.parameters.iter().map(parameter).collect()));
    }
    if let Some(returns) = &operation.returns {
        object.put("$ReturnType", return_type(returns));
    }
    object.annotate("", &operation.annotations);
    object
}

fn parameter(parameter: &Parameter) -> Node {
    let mut object = Object::default();
    object.put("$Name", parameter.name.as_str());
    put_type(&mut object, &parameter.ty, parameter.nullable);
    object.annotate("", &parameter.annotations);
    Node::Object(object)
}

fn return_type(returns: &ReturnType) -> Object {
    let mut object = Object::default();
    put_type(&mut object, &returns.ty, returns.nullable);
    object.annotate("", &returns.annotations);
    object
}

pub(super) fn container(container: &Container) -> Object {
    let mut object = Object::default();
    object.put("$Kind", "EntityContainer");
    object.text("$Extends", container.extends.as_ref().map(QualifiedName::as_str));
    object.annotate("", &container.annotations);
    for element in &container.elements {
        let Node::Object(mut members) = Node::from(Value::Object(element.members.clone())) else { continue };
        members.annotate("", &element.annotations);
        object.put(element.name.as_str(), members);
    }
    object
}

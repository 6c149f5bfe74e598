//! Structured types, enumeration types, type definitions and terms in XML.
//!
//! Source: OData CSDL XML 4.01, sections 6 to 11 and 14.1.

use std::str::FromStr as _;

use crate::{
    literal,
    model::{
        EnumMember, EnumType, NavigationProperty, OnDelete, Primitive, Property, PropertyKind, ReferentialConstraint,
        StructuredKind, StructuredType, Term, TypeDefinition,
    },
    notes::Noting as _,
    numbering::{Numbering, integer, integer_of},
    xml::{annotation, context::Context, tree::Element},
};

/// `EntityType`, `ComplexType`.
pub(super) fn structured(context: &mut Context<'_>, element: &Element<'_>) -> Option<StructuredType> {
    let kind = if element.name == "EntityType" { StructuredKind::Entity } else { StructuredKind::Complex };
    let known: &[&str] = match kind {
        StructuredKind::Entity => &["Name", "BaseType", "Abstract", "OpenType", "HasStream"],
        StructuredKind::Complex => &["Name", "BaseType", "Abstract", "OpenType"],
    };
    let attributes = context.attributes(element, known);
    let name = context.declared(&attributes)?;
    context.no_text(element);
    let mut ty = StructuredType {
        name,
        kind,
        base: context.qualified(&attributes, "BaseType"),
        is_abstract: context.boolean(&attributes, "Abstract").unwrap_or(false),
        is_open: context.boolean(&attributes, "OpenType").unwrap_or(false),
        has_stream: context.boolean(&attributes, "HasStream").unwrap_or(false),
        key: Vec::new(),
        properties: Vec::new(),
        annotations: annotation::nested(context, element),
        location: context.location(element),
    };
    let parts: &[&str] = match kind {
        StructuredKind::Entity => &["Key", "Property", "NavigationProperty", "Annotation"],
        StructuredKind::Complex => &["Property", "NavigationProperty", "Annotation"],
    };
    for child in &element.children {
        match (child.name, kind) {
            ("Property", _) => ty.properties.extend(property(context, child)),
            ("NavigationProperty", _) => ty.properties.extend(navigation_property(context, child)),
            ("Annotation", _) => {}
            ("Key", StructuredKind::Entity) => ty.key.extend(key(context, child)),
            _ => context.unexpected(child, element, parts),
        }
    }
    Some(ty)
}

fn key(context: &mut Context<'_>, element: &Element<'_>) -> Vec<(String, Option<String>)> {
    context.attributes(element, &[]);
    let mut paths = Vec::new();
    for child in &element.children {
        if child.name != "PropertyRef" {
            context.unexpected(child, element, &["PropertyRef"]);
            continue;
        }
        let attributes = context.attributes(child, &["Name", "Alias"]);
        let path = context.aside(|context| context.needed(&attributes, "Name"));
        if !path.is_empty() {
            paths.push((path.to_owned(), attributes.get("Alias").map(str::to_owned)));
        }
    }
    paths
}

fn property(context: &mut Context<'_>, element: &Element<'_>) -> Option<Property> {
    let known = ["Name", "Type", "Nullable", "DefaultValue", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];
    let attributes = context.attributes(element, &known);
    let name = context.needed(&attributes, "Name").to_owned();
    let ty = context.type_ref(&attributes, "Type");
    let property = Property {
        kind: PropertyKind::Structural,
        nullable: context.boolean(&attributes, "Nullable").unwrap_or(true),
        default: attributes.get("DefaultValue").map(|text| literal::default_value(text, &ty)),
        annotations: annotation::only(context, element),
        location: context.location(element),
        ty,
        name,
    };
    (!property.name.is_empty()).then_some(property)
}

fn navigation_property(context: &mut Context<'_>, element: &Element<'_>) -> Option<Property> {
    let attributes = context.attributes(element, &["Name", "Type", "Nullable", "Partner", "ContainsTarget"]);
    let name = context.needed(&attributes, "Name").to_owned();
    let ty = context.type_ref(&attributes, "Type");
    let mut navigation = NavigationProperty {
        contains_target: context.boolean(&attributes, "ContainsTarget").unwrap_or(false),
        partner: attributes.get("Partner").map(str::to_owned),
        ..NavigationProperty::default()
    };
    for child in &element.children {
        match child.name {
            "ReferentialConstraint" => {
                let constraint = context.aside(|context| constraint(context, child));
                navigation.referential_constraints.extend(constraint);
            }
            "OnDelete" => {
                let attributes = context.attributes(child, &["Action"]);
                let action = context.aside(|context| context.needed(&attributes, "Action"));
                let annotations = annotation::only(context, child);
                navigation.on_delete =
                    (!action.is_empty()).then(|| OnDelete { action: action.to_owned(), annotations });
            }
            "Annotation" => {}
            _ => context.unexpected(child, element, &["ReferentialConstraint", "OnDelete", "Annotation"]),
        }
    }
    // A collection of related entities is never null, whatever the attribute says.
    let nullable = context.boolean(&attributes, "Nullable").unwrap_or(true) && !ty.collection;
    let kind = PropertyKind::Navigation(navigation);
    let property = Property {
        name,
        kind,
        ty,
        nullable,
        default: None,
        annotations: annotation::nested(context, element),
        location: context.location(element),
    };
    (!property.name.is_empty()).then_some(property)
}

fn constraint(context: &mut Context<'_>, element: &Element<'_>) -> Option<ReferentialConstraint> {
    let attributes = context.attributes(element, &["Property", "ReferencedProperty"]);
    let annotations = annotation::only(context, element);
    let dependent = context.needed(&attributes, "Property").to_owned();
    let principal = context.needed(&attributes, "ReferencedProperty").to_owned();
    let is_whole = !dependent.is_empty() && !principal.is_empty();
    is_whole.then_some(ReferentialConstraint { dependent, principal, annotations })
}

/// `EnumType`.
pub(super) fn enumeration(context: &mut Context<'_>, element: &Element<'_>) -> Option<EnumType> {
    let attributes = context.attributes(element, &["Name", "IsFlags", "UnderlyingType"]);
    let name = context.declared(&attributes)?;
    context.no_text(element);
    let mut ty = EnumType {
        name,
        underlying: Primitive::Int32,
        is_flags: context.boolean(&attributes, "IsFlags").unwrap_or(false),
        members: Vec::new(),
        annotations: annotation::nested(context, element),
        location: context.location(element),
    };
    let number = |member: &Element<'_>| {
        let attribute = member.attributes.iter().find(|attribute| attribute.name == "Value");
        attribute.and_then(|attribute| i64::from_str(attribute.value.trim()).ok())
    };
    let mut numbering = Numbering::new(element.children.iter().filter_map(number), ty.is_flags);
    for child in &element.children {
        match child.name {
            "Member" => ty.members.extend(member(context, child, number(child), &mut numbering)),
            "Annotation" => {}
            _ => context.unexpected(child, element, &["Member", "Annotation"]),
        }
    }
    if let Some(written) = attributes.find("UnderlyingType") {
        ty.underlying = integer(written.value.trim()).unwrap_or_else(|| {
            let taken = integer_of(&ty.members);
            let help = format!("expected an integer type; it is read as `{}`", taken.qualified_name());
            context.odd(written.start, format!("attribute `UnderlyingType` is `{}`", written.value), help);
            taken
        });
    }
    Some(ty)
}

/// `Member`, which says `value` if anything that can be read.
fn member(
    context: &mut Context<'_>,
    element: &Element<'_>,
    value: Option<i64>,
    numbering: &mut Numbering,
) -> Option<EnumMember> {
    let attributes = context.attributes(element, &["Name", "Value"]);
    let wrong = attributes.find("Value").filter(|_| value.is_none());
    let Some(value) = (if wrong.is_some() { numbering.instead() } else { numbering.of(value) }) else {
        context.fault(element.start, "the value after the largest one does not exist", None);
        return None;
    };
    if let Some(wrong) = wrong {
        let help = format!("expected a 64-bit integer; it is read as `{value}`");
        context.odd(wrong.start, format!("attribute `Value` is `{}`", wrong.value), help);
    }
    let name = context.required(&attributes, "Name").to_owned();
    Some(EnumMember {
        name,
        value,
        annotations: annotation::only(context, element),
        location: context.location(element),
    })
}

/// `TypeDefinition`.
pub(super) fn definition(context: &mut Context<'_>, element: &Element<'_>) -> Option<TypeDefinition> {
    let known = ["Name", "UnderlyingType", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];
    let attributes = context.attributes(element, &known);
    let name = context.declared(&attributes)?;
    let underlying = context.type_ref(&attributes, "UnderlyingType");
    if underlying.collection {
        let message = format!("attribute `UnderlyingType` is `{underlying}`");
        context.fault(element.start, message, "expected a primitive type".to_owned());
    }
    let annotations = annotation::only(context, element);
    Some(TypeDefinition { name, underlying, annotations, location: context.location(element) })
}

/// `Term`.
pub(super) fn term(context: &mut Context<'_>, element: &Element<'_>) -> Option<Term> {
    let known = [
        "Name",
        "Type",
        "BaseTerm",
        "Nullable",
        "DefaultValue",
        "AppliesTo",
        "MaxLength",
        "Precision",
        "Scale",
        "SRID",
        "Unicode",
    ];
    let attributes = context.attributes(element, &known);
    let name = context.declared(&attributes)?;
    let ty = context.type_ref(&attributes, "Type");
    Some(Term {
        name,
        nullable: context.boolean(&attributes, "Nullable").unwrap_or(true),
        base: context.qualified(&attributes, "BaseTerm"),
        applies_to: attributes.get("AppliesTo").unwrap_or("").split_whitespace().map(str::to_owned).collect(),
        default: attributes.get("DefaultValue").map(|text| literal::default_value(text, &ty)),
        annotations: annotation::only(context, element),
        location: context.location(element),
        ty,
    })
}

//! Structured types, enumeration types, type definitions and terms in JSON.
//!
//! Source: OData CSDL JSON 4.01, sections 6 to 11 and 14.1.

use odatype_json::tree::{Kind, Member, Value};

use crate::{
    document::Target,
    json::{
        annotation::{OfMembers, annotations, expression},
        context::{Context, Object},
        type_ref::TYPE_MEMBERS,
    },
    model::{
        EnumMember, EnumType, Location, NavigationProperty, OnDelete, Primitive, Property, PropertyKind, QualifiedName,
        ReferentialConstraint, StructuredKind, StructuredType, Term, TypeDefinition,
    },
    notes::Noting as _,
    numbering::{Numbering, integer, integer_of},
};

/// `EntityType`, `ComplexType`.
pub(super) fn structured(
    context: &mut Context<'_>,
    object: Object<'_>,
    name: QualifiedName,
    kind: StructuredKind,
    location: Location,
) -> StructuredType {
    let entity: &[&str] = if kind == StructuredKind::Entity { &["$HasStream", "$Key"] } else { &[] };
    for member in
        object.members.iter().filter(|member| !member.name.starts_with(['@', '$']) && member.name.contains('@'))
    {
        let help =
            "properties of such names can be declared in CSDL XML only, and annotations of a property stand in it";
        context.odd(member.name_start, format!("`{}` is no property", member.name), help.to_owned());
    }
    context.known(object, &[&["$Kind", "$BaseType", "$Abstract", "$OpenType"], entity]);
    StructuredType {
        kind,
        base: context.qualified(object, "$BaseType"),
        is_abstract: context.boolean(object, "$Abstract"),
        is_open: context.boolean(object, "$OpenType"),
        has_stream: context.boolean(object, "$HasStream"),
        key: object.get("$Key").map(|value| key(context, value)).unwrap_or_default(),
        properties: object.declared().filter_map(|member| property(context, member)).collect(),
        annotations: annotations(context, object),
        name,
        location,
    }
}

fn key(context: &mut Context<'_>, value: &Value<'_>) -> Vec<(String, Option<String>)> {
    let mut paths = Vec::new();
    for item in context.array("$Key", value) {
        match &item.kind {
            Kind::String(path) => paths.push((path.to_string(), None)),
            _ => {
                for member in context.object("$Key item", item).map_or(&[][..], |object| object.members) {
                    let path = context.text(&member.name, &member.value).unwrap_or_default();
                    paths.push((path.to_owned(), Some(member.name.to_string())));
                }
            }
        }
    }
    paths
}

fn property(context: &mut Context<'_>, member: &Member<'_>) -> Option<Property> {
    let object = context.object(&member.name, &member.value)?;
    let is_navigation = match context.string(object, "$Kind") {
        None | Some("Property") => false,
        Some("NavigationProperty") => true,
        Some(kind) => {
            let help = "expected `Property` or `NavigationProperty`".to_owned();
            context.fault(member.name_start, format!("`$Kind` of `{}` is `{kind}`", member.name), help);
            return None;
        }
    };
    let kind = if is_navigation {
        PropertyKind::Navigation(navigation(context, object))
    } else {
        context.known(object, &[&["$Kind", "$Nullable", "$DefaultValue"], &TYPE_MEMBERS]);
        PropertyKind::Structural
    };
    let ty = if is_navigation { context.required_type(object, "$Type") } else { context.type_ref(object) };
    Some(Property {
        name: member.name.to_string(),
        // A collection of related entities is never null, whatever the member says.
        nullable: context.boolean(object, "$Nullable") && !(is_navigation && ty.collection),
        default: object.get("$DefaultValue").map(|value| expression(context, value)),
        annotations: annotations(context, object),
        location: context.at(member.name_start),
        kind,
        ty,
    })
}

fn navigation(context: &mut Context<'_>, object: Object<'_>) -> NavigationProperty {
    let known = ["$Kind", "$Type", "$Collection", "$Nullable", "$Partner", "$ContainsTarget"];
    context.known(object, &[&known, &["$ReferentialConstraint", "$OnDelete"]]);
    NavigationProperty {
        contains_target: context.boolean(object, "$ContainsTarget"),
        partner: context.aside(|context| context.string(object, "$Partner")).map(str::to_owned),
        referential_constraints: context.aside(|context| constraints(context, object)),
        on_delete: context.aside(|context| on_delete(context, object)),
        is_outside: false,
    }
}

/// `$OnDelete`.
fn on_delete(context: &mut Context<'_>, object: Object<'_>) -> Option<OnDelete> {
    let action = context.string(object, "$OnDelete")?.to_owned();
    Some(OnDelete { action, annotations: OfMembers::new(object).take(context, "$OnDelete") })
}

/// `$ReferentialConstraint`.
fn constraints(context: &mut Context<'_>, object: Object<'_>) -> Vec<ReferentialConstraint> {
    let name = "$ReferentialConstraint";
    let Some(found) = object.get(name).and_then(|value| context.object(name, value)) else { return Vec::new() };
    let mut of_members = OfMembers::new(found);
    let mut constraints = Vec::new();
    for member in found.declared() {
        if let Some(principal) = context.text(&member.name, &member.value) {
            constraints.push(ReferentialConstraint {
                dependent: member.name.to_string(),
                principal: principal.to_owned(),
                annotations: of_members.take(context, &member.name),
            });
        }
    }
    constraints
}

/// `EnumType`. Annotations of members that it does not declare go to `targets`: an overlay annotates so.
pub(super) fn enumeration(
    context: &mut Context<'_>,
    object: Object<'_>,
    name: QualifiedName,
    location: Location,
    targets: &mut Vec<Target>,
) -> EnumType {
    context.known(object, &[&["$Kind", "$IsFlags", "$UnderlyingType"]]);
    let number = |value: &Value<'_>| match &value.kind {
        Kind::Number(text) => text.parse::<i64>().ok(),
        Kind::String(text) => text.parse::<i64>().ok(),
        _ => None,
    };
    let is_flags = context.boolean(object, "$IsFlags");
    let mut numbering = Numbering::new(object.declared().filter_map(|member| number(&member.value)), is_flags);
    let mut of_members = OfMembers::new(object);
    let mut members = Vec::new();
    for member in object.declared() {
        let said = number(&member.value);
        let Some(value) = (if said.is_some() { numbering.of(said) } else { numbering.instead() }) else {
            context.fault(member.value.start, "the value after the largest one does not exist", None);
            continue;
        };
        if said.is_none() {
            let help = format!("expected a 64-bit integer; it is read as `{value}`");
            context.odd(member.value.start, format!("the value of member `{}` is not one", member.name), help);
        }
        let annotations = of_members.take(context, &member.name);
        let location = context.at(member.name_start);
        members.push(EnumMember { name: member.name.to_string(), value, annotations, location });
    }
    let mut underlying = Primitive::Int32;
    if let Some(value) = object.get("$UnderlyingType") {
        underlying = value.as_str().and_then(integer).unwrap_or_else(|| {
            let taken = integer_of(&members);
            let help = format!("it is read as `{}`", taken.qualified_name());
            context.odd(value.start, "`$UnderlyingType` is no integer type", help);
            taken
        });
    }
    for (member, annotations, start) in of_members.rest(context) {
        targets.push(Target { path: format!("{name}/{member}"), annotations, location: context.at(start) });
    }
    EnumType { name, underlying, is_flags, members, annotations: annotations(context, object), location }
}

/// `TypeDefinition`.
pub(super) fn definition(
    context: &mut Context<'_>,
    object: Object<'_>,
    name: QualifiedName,
    location: Location,
) -> TypeDefinition {
    context.known(object, &[&["$Kind", "$UnderlyingType"], &TYPE_MEMBERS[2..]]);
    let underlying = context.required_type(object, "$UnderlyingType");
    if underlying.collection {
        context.fault(
            object.start,
            format!("`$UnderlyingType` is `{underlying}`"),
            "expected a primitive type".to_owned(),
        );
    }
    TypeDefinition { name, underlying, annotations: annotations(context, object), location }
}

/// `Term`.
pub(super) fn term(context: &mut Context<'_>, object: Object<'_>, name: QualifiedName, location: Location) -> Term {
    context.known(object, &[&["$Kind", "$Nullable", "$BaseTerm", "$AppliesTo", "$DefaultValue"], &TYPE_MEMBERS]);
    let mut applies_to = Vec::new();
    if let Some(value) = object.get("$AppliesTo") {
        for item in context.array("$AppliesTo", value) {
            applies_to.extend(context.text("$AppliesTo item", item).map(str::to_owned));
        }
    }
    Term {
        ty: context.type_ref(object),
        nullable: context.boolean(object, "$Nullable"),
        base: context.qualified(object, "$BaseTerm"),
        default: object.get("$DefaultValue").map(|value| expression(context, value)),
        annotations: annotations(context, object),
        applies_to,
        name,
        location,
    }
}

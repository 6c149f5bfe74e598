//! Which rows there are, in which order, and where in the model they come from.

use std::collections::BTreeSet;

use odatype_table::{Body, Row, ValueType, name::MaybeCollection};

use crate::model::{
    Annotations, EnumType, Location, Model, Operation, OperationKind, Parameter, Property, QualifiedName,
    StructuredType, TypeName, TypeRef,
};

/// What a row comes from.
#[derive(Clone, Debug)]
pub enum Origin<'m> {
    /// An entity or complex type.
    Structured(&'m StructuredType),
    /// An enumeration type.
    Enumeration(&'m EnumType),
    /// What an action or a function is given.
    Operation(Overload<'m>),
    /// What an untyped property may hold.
    Union(Union),
}

/// One overload of an action or a function.
#[derive(Clone, Copy, Debug)]
pub struct Overload<'m> {
    /// The overload.
    pub operation: &'m Operation,
    /// The declared type that it is bound to; `None` too where it is bound to a built-in one, as [`Operation::binding`]
    /// says.
    pub binding: Option<MaybeCollection<&'m QualifiedName>>,
}

/// What a single untyped property may hold, where the schema lists structured types.
#[derive(Clone, Debug)]
pub struct Union {
    /// The row of the type that declares the property.
    pub owner: u16,
    /// The property's name.
    pub property: String,
    /// Where the property is declared.
    pub location: Location,
    /// The structured types, one or many.
    pub alternatives: Vec<ValueType>,
}

/// What a place of a row comes from.
#[derive(Clone, Copy, Debug)]
pub enum Element<'m> {
    /// A property of a structured type.
    Property(&'m Property),
    /// A parameter of an action or a function.
    Parameter(&'m Parameter),
}

/// The rows of all declared types, all actions and all functions.
pub(super) fn rows(model: &Model) -> Vec<Origin<'_>> {
    let structured = base_first(model).into_iter().map(Origin::Structured);
    let enums = model.enums.values().map(Origin::Enumeration);
    let operations =
        model.operations().map(|operation| Origin::Operation(Overload { operation, binding: binding(operation) }));
    structured.chain(enums).chain(operations).collect()
}

/// All structured types by name, but each after its base.
fn base_first(model: &Model) -> Vec<&StructuredType> {
    let mut seen = BTreeSet::new();
    let mut order = Vec::with_capacity(model.structured.len());
    for ty in model.structured.values() {
        let mut chain = Vec::new();
        let mut next = Some(ty);
        while let Some(ty) = next.filter(|ty| seen.insert(&ty.name)) {
            chain.push(ty);
            next = ty.base.as_ref().and_then(|base| model.structured.get(base));
        }
        order.extend(chain.into_iter().rev());
    }
    order
}

/// What an operation is bound to.
fn binding(operation: &Operation) -> Option<MaybeCollection<&QualifiedName>> {
    let first = operation.binding()?;
    match &first.ty.name {
        TypeName::Named(item) => Some(MaybeCollection { is_collection: first.ty.collection, item }),
        TypeName::Primitive(_) => None,
    }
}

impl<'m> Origin<'m> {
    /// The row's name; that of a union is its owner's with the property.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Structured(ty) => ty.name.to_string(),
            Self::Enumeration(ty) => ty.name.to_string(),
            Self::Operation(overload) => overload.operation.key(),
            Self::Union(union) => union.property.clone(),
        }
    }

    /// What the schema says of it; of a union that is said of its property.
    #[must_use]
    pub fn annotations(&self) -> Option<&'m Annotations> {
        match self {
            Self::Structured(ty) => Some(&ty.annotations),
            Self::Enumeration(ty) => Some(&ty.annotations),
            Self::Operation(overload) => Some(&overload.operation.annotations),
            Self::Union(_) => None,
        }
    }

    /// Where it is declared.
    #[must_use]
    pub fn location(&self) -> &Location {
        match self {
            Self::Structured(ty) => &ty.location,
            Self::Enumeration(ty) => &ty.location,
            Self::Operation(overload) => &overload.operation.location,
            Self::Union(union) => &union.location,
        }
    }

    /// The versions that a type is; see [`Row::versions`].
    pub(super) fn versions(&self) -> impl Iterator<Item = &'m str> + use<'m> {
        let annotations = self.annotations().filter(|_| !matches!(self, Self::Operation(_)));
        annotations.into_iter().flat_map(Annotations::versions)
    }

    /// What its own places come from.
    #[must_use]
    pub fn elements(&self) -> Vec<Element<'m>> {
        match self {
            Self::Structured(ty) => ty.properties.iter().map(Element::Property).collect(),
            Self::Operation(overload) => overload.parameters().map(Element::Parameter).collect(),
            Self::Enumeration(_) | Self::Union(_) => Vec::new(),
        }
    }
}

impl<'m> Overload<'m> {
    /// Whether it is one of a function.
    #[must_use]
    pub fn is_function(self) -> bool {
        self.operation.kind == OperationKind::Function
    }

    /// The parameters that it is given: in the body of an action, in the URL of a function.
    pub fn parameters(self) -> impl Iterator<Item = &'m Parameter> {
        self.operation.given()
    }
}

impl Union {
    /// Its row; `rows` has that of its owner.
    pub(super) fn row(&self, rows: &[Row<String>]) -> Row<String> {
        let owner = rows.get(usize::from(self.owner)).map_or("", |row| &row.name);
        Row {
            name: format!("{owner}/{}", self.property),
            versions: Vec::new(),
            body: Body::Union(self.alternatives.clone()),
        }
    }
}

impl<'m> Element<'m> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'m str {
        match self {
            Self::Property(property) => &property.name,
            Self::Parameter(parameter) => &parameter.name,
        }
    }

    /// Its type as the schema declares it.
    #[must_use]
    pub fn ty(self) -> &'m TypeRef {
        match self {
            Self::Property(property) => &property.ty,
            Self::Parameter(parameter) => &parameter.ty,
        }
    }

    /// What the schema says of it.
    #[must_use]
    pub fn annotations(self) -> &'m Annotations {
        match self {
            Self::Property(property) => &property.annotations,
            Self::Parameter(parameter) => &parameter.annotations,
        }
    }

    /// Where it is declared.
    #[must_use]
    pub fn location(self) -> &'m Location {
        match self {
            Self::Property(property) => &property.location,
            Self::Parameter(parameter) => &parameter.location,
        }
    }

    pub(super) fn is_nullable(self) -> bool {
        match self {
            Self::Property(property) => property.nullable,
            Self::Parameter(parameter) => parameter.nullable,
        }
    }
}

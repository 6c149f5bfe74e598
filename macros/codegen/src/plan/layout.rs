//! The order of all types in the table, and the slots of all properties.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use odatype_schema::model::{
    Annotations, EnumType, Facets, Location, Model, Operation, Parameter, Primitive, Property, PropertyKind,
    QualifiedName, StructuredType, TypeName, TypeRef,
};

use super::constraint;

/// All rows of the table.
pub(super) struct Layout<'m> {
    /// The schema.
    pub(super) model: &'m Model,
    /// The rows: structured types, each after its base; enumerations; actions; unions.
    pub(super) rows: Vec<Row<'m>>,
    /// The places of all declared types.
    pub(super) index: BTreeMap<&'m QualifiedName, usize>,
    /// The types that derive directly from each type, by name.
    pub(super) children: BTreeMap<&'m QualifiedName, Vec<&'m QualifiedName>>,
}

/// A row of the table.
pub(super) struct Row<'m> {
    /// Its name in the table.
    pub(super) name: String,
    /// What it describes.
    pub(super) kind: RowKind<'m>,
    /// Its slots: properties, inherited ones first, or parameters.
    pub(super) slots: Vec<Arc<Slot<'m>>>,
    /// How many of the slots are inherited.
    pub(super) inherited: usize,
}

/// What a row describes.
pub(super) enum RowKind<'m> {
    Structured(&'m StructuredType),
    Enum(&'m EnumType),
    Action(ActionRow<'m>),
    Union(UnionRow),
}

/// An action's body.
pub(super) struct ActionRow<'m> {
    pub(super) operation: &'m Operation,
    /// What it is bound to, and whether to a collection.
    pub(super) binding: Option<(&'m QualifiedName, bool)>,
}

/// What an untyped property may hold.
pub(super) struct UnionRow {
    /// The row of the type that declares the property.
    pub(super) owner: usize,
    /// The property.
    pub(super) property: String,
    /// Where the property is declared.
    pub(super) location: Location,
    /// The structured types, each with whether it stands for many.
    pub(super) alternatives: Vec<(usize, bool)>,
}

/// A property, or an action's parameter.
pub(super) struct Slot<'m> {
    pub(super) name: &'m str,
    /// The declaring type or action.
    pub(super) owner: Arc<str>,
    pub(super) ty: &'m TypeRef,
    pub(super) shape: Shape,
    pub(super) nullable: bool,
    pub(super) navigation: bool,
    /// Whether a body cannot be made without it.
    pub(super) required: bool,
    pub(super) annotations: &'m Annotations,
    /// The type definition's annotations and facets, where the type is one.
    pub(super) definition: Option<(&'m Annotations, &'m Facets)>,
    pub(super) location: &'m Location,
}

/// What a value is, type definitions seen through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Primitive(Primitive),
    /// A declared type, by its row.
    Enum(usize),
    Structured(usize),
    /// One or many of several types, by its row.
    Union(usize),
}

impl<'m> Layout<'m> {
    /// Lays out `model`.
    pub(super) fn new(model: &'m Model) -> Self {
        let mut layout = Self { model, rows: Vec::new(), index: BTreeMap::new(), children: BTreeMap::new() };
        for ty in base_first(model) {
            layout.declare(&ty.name, RowKind::Structured(ty));
            if let Some(base) = &ty.base {
                layout.children.entry(base).or_default().push(&ty.name);
            }
        }
        for ty in model.enums.values() {
            layout.declare(&ty.name, RowKind::Enum(ty));
        }
        for operation in model.actions.values().flatten() {
            let row = ActionRow { operation, binding: binding(operation) };
            let name = row.name();
            layout.rows.push(Row { name, kind: RowKind::Action(row), slots: Vec::new(), inherited: 0 });
        }
        for children in layout.children.values_mut() {
            children.sort_unstable();
        }
        layout.fill();
        layout
    }

    /// The row of the declared type `name`.
    pub(super) fn row_of(&self, name: &QualifiedName) -> Option<(usize, &Row<'m>)> {
        let index = *self.index.get(name)?;
        Some((index, &self.rows[index]))
    }

    /// All types that derive from `name`, at any depth, by name.
    pub(super) fn descendants(&self, name: &QualifiedName) -> Vec<&'m QualifiedName> {
        let mut found = BTreeSet::new();
        let mut open = vec![name];
        while let Some(base) = open.pop() {
            for child in self.children.get(base).into_iter().flatten() {
                if found.insert(*child) {
                    open.push(child);
                }
            }
        }
        found.into_iter().collect()
    }

    /// Whether others derive from `name`.
    pub(super) fn has_children(&self, name: &QualifiedName) -> bool {
        self.children.contains_key(name)
    }

    fn declare(&mut self, name: &'m QualifiedName, kind: RowKind<'m>) {
        self.index.insert(name, self.rows.len());
        self.rows.push(Row { name: name.to_string(), kind, slots: Vec::new(), inherited: 0 });
    }

    /// Gives every row its slots, and adds the rows of unions.
    fn fill(&mut self) {
        let mut unions = Vec::new();
        let first_union = self.rows.len();
        for index in 0..self.rows.len() {
            let owner: Arc<str> = self.rows[index].name.as_str().into();
            let (mut slots, own) = match &self.rows[index].kind {
                RowKind::Structured(ty) => {
                    let base = ty.base.as_ref().and_then(|base| self.row_of(base));
                    let inherited = base.map_or_else(Vec::new, |(_, base)| base.slots.clone());
                    let own = own_properties(ty, &inherited).map(|property| self.property(property, &owner)).collect();
                    (inherited, own)
                }
                RowKind::Action(action) => {
                    (Vec::new(), action.parameters().map(|parameter| self.parameter(parameter, &owner)).collect())
                }
                RowKind::Enum(_) | RowKind::Union(_) => (Vec::new(), Vec::new()),
            };
            let own: Vec<Slot<'m>> = own;
            let inherited = slots.len();
            for mut slot in own {
                if let Some(alternatives) = self.alternatives(index, &slot) {
                    slot.shape = Shape::Union(first_union + unions.len());
                    unions.push(UnionRow {
                        owner: index,
                        property: slot.name.to_owned(),
                        location: slot.location.clone(),
                        alternatives,
                    });
                }
                slots.push(Arc::new(slot));
            }
            let row = &mut self.rows[index];
            (row.slots, row.inherited) = (slots, inherited);
        }
        for union in unions {
            let name = format!("{}/{}", self.rows[union.owner].name, union.property);
            self.rows.push(Row { name, kind: RowKind::Union(union), slots: Vec::new(), inherited: 0 });
        }
    }

    /// The structured types that an untyped single property may hold, where the schema lists nothing else.
    fn alternatives(&self, owner: usize, slot: &Slot<'m>) -> Option<Vec<(usize, bool)>> {
        if slot.ty.collection || slot.ty.name != TypeName::Primitive(Primitive::Untyped) {
            return None;
        }
        let listed =
            constraint::listed(slot.annotations, constraint::DERIVED).or_else(|| match &self.rows[owner].kind {
                RowKind::Structured(ty) => constraint::listed(&ty.annotations, constraint::OPEN),
                _ => None,
            })?;
        let mut alternatives = Vec::new();
        for text in listed {
            match constraint::resolve(self, text) {
                Some((Shape::Structured(index), many)) => alternatives.push((index, many)),
                Some(_) => return None,
                None => {}
            }
        }
        (!alternatives.is_empty()).then_some(alternatives)
    }

    fn property(&self, property: &'m Property, owner: &Arc<str>) -> Slot<'m> {
        let navigation = matches!(property.kind, PropertyKind::Navigation(_));
        let (shape, definition) = self.shape(&property.ty.name);
        Slot {
            name: &property.name,
            owner: owner.clone(),
            ty: &property.ty,
            shape,
            nullable: property.nullable,
            navigation,
            required: false,
            annotations: &property.annotations,
            definition,
            location: &property.location,
        }
    }

    fn parameter(&self, parameter: &'m Parameter, owner: &Arc<str>) -> Slot<'m> {
        let (shape, definition) = self.shape(&parameter.ty.name);
        let optional = parameter.annotations.get("Org.OData.Core.V1.OptionalParameter").is_some();
        Slot {
            name: &parameter.name,
            owner: owner.clone(),
            ty: &parameter.ty,
            shape,
            nullable: parameter.nullable,
            navigation: false,
            required: !parameter.nullable && !optional,
            annotations: &parameter.annotations,
            definition,
            location: &parameter.location,
        }
    }

    /// What the type named `name` is; anything if the schema does not have it (it is outside a slice).
    pub(super) fn shape(&self, name: &TypeName) -> (Shape, Option<(&'m Annotations, &'m Facets)>) {
        let outside = Shape::Primitive(Primitive::Untyped);
        match name {
            TypeName::Primitive(primitive) => (Shape::Primitive(*primitive), None),
            TypeName::Named(name) => match self.row_of(name) {
                Some((index, row)) if matches!(row.kind, RowKind::Structured(_)) => (Shape::Structured(index), None),
                Some((index, _)) => (Shape::Enum(index), None),
                None => match self.model.definitions.get(name) {
                    Some(definition) => {
                        let behind = self.shape(&definition.underlying.name).0;
                        (behind, Some((&definition.annotations, &definition.underlying.facets)))
                    }
                    None => (outside, None),
                },
            },
        }
    }
}

impl<'m> ActionRow<'m> {
    /// The action's name, and what it is bound to in parentheses.
    fn name(&self) -> String {
        match self.binding {
            Some((ty, true)) => format!("{}(Collection({ty}))", self.operation.name),
            Some((ty, false)) => format!("{}({ty})", self.operation.name),
            None => self.operation.name.to_string(),
        }
    }

    /// The parameters that are in the body.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'m Parameter> {
        self.operation.parameters.iter().skip(usize::from(self.operation.is_bound))
    }
}

/// What an operation is bound to.
fn binding(operation: &Operation) -> Option<(&QualifiedName, bool)> {
    let first = operation.parameters.first().filter(|_| operation.is_bound)?;
    match &first.ty.name {
        TypeName::Named(name) => Some((name, first.ty.collection)),
        TypeName::Primitive(_) => None,
    }
}

/// The properties of `ty` that it does not inherit already (a type may declare one again).
fn own_properties<'m>(
    ty: &'m StructuredType,
    inherited: &[Arc<Slot<'m>>],
) -> impl Iterator<Item = &'m Property> + use<'m> {
    let names: BTreeSet<&'m str> = inherited.iter().map(|slot| slot.name).collect();
    ty.properties.iter().filter(move |property| !names.contains(property.name.as_str()))
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

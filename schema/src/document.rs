//! One file as it was read: declarations in the model's types, aliases expanded, nothing looked up.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    fault::Fault,
    model::{
        Annotations, Container, EnumType, Location, Operation, QualifiedName, Reference, StructuredType, Term,
        TypeDefinition,
    },
    terms::Known,
};

/// A schema file, unresolved.
#[derive(Debug)]
pub(crate) struct Document {
    /// The file, as the caller named it.
    pub(crate) file: Arc<str>,
    /// `Version`.
    pub(crate) version: String,
    /// Namespaces that its references include, each with the referenced URI.
    pub(crate) includes: Vec<(String, String)>,
    /// What its references say beside that, each with its URI.
    pub(crate) references: Vec<(String, Reference)>,
    /// `EntityContainer`, and where it says so.
    pub(crate) container: Option<(String, Location)>,
    /// The terms that it applies.
    pub(crate) terms: Applied,
    /// Where properties stand that say nothing but annotations: in an overlay they add to what is there.
    pub(crate) bare: BTreeSet<Location>,
    /// What is written although it is the default: in an overlay it has to agree with what is there.
    pub(crate) defaults: Defaults,
    /// Its schemas in document order.
    pub(crate) schemas: Vec<Schema>,
    /// What is wrong in it.
    pub(crate) faults: Vec<Fault>,
    /// Whether all of it could be read, so that what is missing is really missing.
    pub(crate) is_complete: bool,
}

/// Members of types and properties that are written although their values are the defaults, by the place of what they
/// are of.
#[derive(Debug, Default)]
pub(crate) struct Defaults(BTreeSet<(Location, &'static str)>);

impl Defaults {
    /// Notes a member of what is at `location`.
    pub(crate) fn write(&mut self, location: Location, member: &'static str) {
        self.0.insert((location, member));
    }

    /// Whether the default of the member is written.
    pub(crate) fn is_written(&self, location: &Location, member: &'static str) -> bool {
        self.0.contains(&(location.clone(), member))
    }
}

/// The terms that a document applies, each with the offset where it is applied first.
#[derive(Debug, Default)]
pub(crate) struct Terms(BTreeMap<String, usize>);

impl Terms {
    /// Notes that `term`, its alias expanded, is applied at the byte `offset`.
    pub(crate) fn apply(&mut self, term: &str, offset: usize) {
        match self.0.get_mut(term) {
            Some(first) => *first = offset.min(*first),
            None => {
                self.0.insert(term.to_owned(), offset);
            }
        }
    }

    /// All of them, with their places.
    pub(crate) fn placed(self, place: impl Fn(usize) -> Location) -> Applied {
        let mut placed: Vec<_> = self.0.into_iter().collect();
        placed.sort_by_key(|(_, offset)| *offset);
        Applied(placed.into_iter().map(|(term, offset)| (term, place(offset))).collect())
    }
}

/// The same with the places, in the document's order.
#[derive(Debug, Default)]
pub(crate) struct Applied(Vec<(String, Location)>);

impl Applied {
    /// A warning for each term that nobody declares; of a namespace that nobody knows, for the first.
    pub(crate) fn unknown(&self, known: &Known<'_>) -> Vec<Fault> {
        let mut namespaces = BTreeSet::new();
        let mut faults = Vec::new();
        for (term, location) in &self.0 {
            let Some(wrong) = known.wrong(term) else { continue };
            let namespace = term.rsplit_once('.').map(|(namespace, _)| namespace);
            if !wrong.is_namespace || namespaces.insert(namespace) {
                faults.push(wrong.at(location).warning());
            }
        }
        faults
    }
}

/// A `Schema` of a document.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) namespace: String,
    pub(crate) alias: Option<String>,
    pub(crate) annotations: Annotations,
    pub(crate) declarations: Vec<Declaration>,
    pub(crate) targets: Vec<Target>,
}

/// What a schema declares.
#[derive(Debug)]
pub(crate) enum Declaration {
    Structured(StructuredType),
    Enum(EnumType),
    Definition(TypeDefinition),
    Operation(Operation),
    Term(Term),
    Container(Container),
}

/// Annotations by target.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) path: String,
    pub(crate) annotations: Annotations,
    pub(crate) location: Location,
}

impl Document {
    /// An empty document.
    pub(crate) fn new(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            version: "4.01".into(),
            includes: Vec::new(),
            references: Vec::new(),
            terms: Applied::default(),
            bare: BTreeSet::new(),
            container: None,
            defaults: Defaults::default(),
            schemas: Vec::new(),
            faults: Vec::new(),
            is_complete: true,
        }
    }

    /// Notes what a reference to `uri` says, if it says something.
    pub(crate) fn refer(&mut self, uri: &str, reference: Reference) {
        if !uri.is_empty() && reference != Reference::default() {
            self.references.push((uri.to_owned(), reference));
        }
    }

    /// Calls `visit` with all annotations, each with the path of what it annotates.
    pub(crate) fn each_annotations(&mut self, visit: &mut dyn FnMut(&str, &mut Annotations)) {
        for (uri, reference) in &mut self.references {
            reference.each_annotations(&mut |annotations| visit(uri, annotations));
        }
        for schema in &mut self.schemas {
            visit(&schema.namespace, &mut schema.annotations);
            for declaration in &mut schema.declarations {
                declaration.each_annotations(visit);
            }
            for target in &mut schema.targets {
                visit(&target.path, &mut target.annotations);
            }
        }
    }

    /// A document of which nothing could be read.
    pub(crate) fn unreadable(fault: Fault) -> Self {
        let file = Arc::clone(&fault.location.file);
        Self { faults: vec![fault], is_complete: false, ..Self::new(&file) }
    }
}

impl Declaration {
    pub(crate) fn name(&self) -> &QualifiedName {
        match self {
            Self::Structured(ty) => &ty.name,
            Self::Enum(ty) => &ty.name,
            Self::Definition(ty) => &ty.name,
            Self::Operation(operation) => &operation.name,
            Self::Term(term) => &term.name,
            Self::Container(container) => &container.name,
        }
    }

    fn each_annotations(&mut self, visit: &mut dyn FnMut(&str, &mut Annotations)) {
        let name = self.name().to_string();
        let part = |part: &str| format!("{name}/{part}");
        match self {
            Self::Structured(ty) => {
                visit(&name, &mut ty.annotations);
                for property in &mut ty.properties {
                    let path = part(&property.name);
                    property.each_annotations(&mut |annotations| visit(&path, annotations));
                }
            }
            Self::Enum(ty) => {
                visit(&name, &mut ty.annotations);
                ty.members.iter_mut().for_each(|member| visit(&part(&member.name), &mut member.annotations));
            }
            Self::Definition(ty) => visit(&name, &mut ty.annotations),
            Self::Operation(operation) => {
                visit(&name, &mut operation.annotations);
                for parameter in &mut operation.parameters {
                    visit(&part(&parameter.name), &mut parameter.annotations);
                }
                operation.returns.iter_mut().for_each(|returns| visit(&part("$ReturnType"), &mut returns.annotations));
            }
            Self::Term(term) => visit(&name, &mut term.annotations),
            Self::Container(container) => {
                visit(&name, &mut container.annotations);
                for element in &mut container.elements {
                    visit(&part(&element.name), &mut element.annotations);
                }
            }
        }
    }

    pub(crate) fn location(&self) -> &Location {
        match self {
            Self::Structured(ty) => &ty.location,
            Self::Enum(ty) => &ty.location,
            Self::Definition(ty) => &ty.location,
            Self::Operation(operation) => &operation.location,
            Self::Term(term) => &term.location,
            Self::Container(container) => &container.location,
        }
    }

    /// What it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        use crate::model::{OperationKind, StructuredKind};
        match self {
            Self::Structured(StructuredType { kind: StructuredKind::Entity, .. }) => "entity type",
            Self::Structured(_) => "complex type",
            Self::Enum(_) => "enumeration type",
            Self::Definition(_) => "type definition",
            Self::Operation(Operation { kind: OperationKind::Action, .. }) => "action",
            Self::Operation(_) => "function",
            Self::Term(_) => "term",
            Self::Container(_) => "entity container",
        }
    }
}

//! `odatype types`.

mod pattern;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Write as _},
};

use clap::Args;
use odatype_schema::{
    Guesses,
    model::{Model, Operation, QualifiedName, StructuredType, TypeName},
};

use crate::{failure::Failure, output, schema::Given, warnings::Warnings};
use pattern::Pattern;

/// List what a schema declares: types and who derives from whom, operations, and what a service serves
///
/// Each derived type stands below its base, further in (more than 40 levels as a number). Then come enumeration types,
/// type definitions, terms, actions and functions (each overload), and the entity sets, singletons and imports of the
/// containers.
#[derive(Args)]
#[command(after_long_help = HELP)]
pub(crate) struct Types {
    #[command(flatten)]
    given: Given,
    /// Only what has this as its qualified or simple name, in any letter case, with `*` for anything; of types also
    /// what they derive from, what derives from them, what is bound to them, and where they are served
    #[arg(long, value_name = "PATTERN")]
    name: Option<String>,
    #[command(flatten)]
    warnings: Warnings,
}

const HELP: &str = "\
Exit status: 0 if something is listed, or the schema declares nothing; 2 if nothing has that name, if a file cannot be \
read or is faulty, or, with --deny-warnings, odd.";

impl Types {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let model = self.given.whole()?;
        self.warnings.tell(&model.warnings)?;
        let listed = Listing::new(&model, Pattern::new(self.name.as_deref().unwrap_or("*"))).lines();
        if let (true, Some(name)) = (listed.is_empty(), &self.name) {
            let near = Guesses::new(&model).of_declared(&name.replace('*', ""));
            let near = near.map_or_else(String::new, |near| format!("; {near}"));
            return Err(Failure::new(format_args!("--name: {}nothing has the name `{name}`{near}", self.given.of())));
        }
        output::print(&listed)
    }
}

/// How far in a type stands at most: below that its depth is a number, since a chain of thousands would be a hundred
/// times as long as its schema.
const DEEPEST: usize = 40;

/// What is listed of a model.
struct Listing<'m> {
    model: &'m Model,
    children: BTreeMap<&'m QualifiedName, Vec<&'m QualifiedName>>,
    pattern: Pattern,
}

impl<'m> Listing<'m> {
    fn new(model: &'m Model, pattern: Pattern) -> Self {
        Self { model, children: model.children(), pattern }
    }

    /// A line for each thing.
    fn lines(&self) -> String {
        let model = self.model;
        let mut out = String::new();
        self.structured(&mut out);
        let enums = model.enums.values().map(|ty| (&ty.name, words::enumeration(ty)));
        let definitions =
            model.definitions.values().map(|ty| (&ty.name, format!("type definition of {}", ty.underlying)));
        let terms = model.terms.values().map(|term| (&term.name, format!("term of {}", term.ty)));
        for (name, said) in enums.chain(definitions).chain(terms).filter(|(name, _)| self.pattern.names(name)) {
            line(&mut out, name, &said);
        }
        for operation in model.operations() {
            if self.pattern.names(&operation.name) || self.is_bound(operation) {
                line(&mut out, &operation.name, &words::operation(operation));
            }
        }
        self.served(&mut out);
        out
    }

    /// The types of which each is named, derives from one that is, or is what one that is derives from, as trees.
    fn structured(&self, out: &mut String) {
        let model = self.model;
        let named: Vec<&QualifiedName> = model.structured.keys().filter(|name| self.pattern.names(name)).collect();
        let mut shown: BTreeSet<&QualifiedName> = BTreeSet::new();
        for name in &named {
            let base = |name| model.structured.get(name).and_then(|ty| model.structured.get(ty.base.as_ref()?));
            let mut above = base(*name);
            // With a type, what it derives from was shown.
            while let Some(ty) = above.filter(|ty| shown.insert(&ty.name)) {
                above = base(&ty.name);
            }
        }
        let (mut below, mut seen) = (named, BTreeSet::new());
        while let Some(name) = below.pop() {
            if seen.insert(name) {
                shown.insert(name);
                below.extend(self.derived(name));
            }
        }
        let is_root = |ty: &&StructuredType| ty.base.as_ref().is_none_or(|base| !model.structured.contains_key(base));
        let mut open: Vec<(usize, bool, &StructuredType)> =
            model.structured.values().filter(is_root).rev().map(|ty| (0, false, ty)).collect();
        while let Some((depth, is_base_open, ty)) = open.pop() {
            let (said, is_open) = words::structured(ty, is_base_open);
            if shown.contains(&ty.name) {
                let indent = "  ".repeat(depth.min(DEEPEST));
                let more = if depth > DEEPEST { format!("({depth}) ") } else { String::new() };
                line(out, format_args!("{indent}{more}{}", ty.name), &said);
            }
            let derived = self.derived(&ty.name).rev();
            open.extend(derived.filter_map(|name| Some((depth + 1, is_open, model.structured.get(name)?))));
        }
    }

    fn derived(&self, name: &QualifiedName) -> impl DoubleEndedIterator<Item = &'m QualifiedName> {
        self.children.get(name).into_iter().flatten().copied()
    }

    /// Whether what it is bound to is named.
    fn is_bound(&self, operation: &Operation) -> bool {
        matches!(operation.binding().map(|binding| &binding.ty.name), Some(TypeName::Named(ty)) if self.pattern.names(ty))
    }

    /// What is named of that which containers have, or is of something that is.
    fn served(&self, out: &mut String) {
        let mut served = BTreeMap::new();
        for container in self.model.containers.values() {
            for element in &container.elements {
                let Some((what, of)) = element.serves().map(words::served) else { continue };
                if self.pattern.is(&element.name) || self.pattern.names(&of) {
                    served.insert(format!("{}/{}", container.name, element.name), format!("{what} {of}"));
                }
            }
        }
        for (place, said) in &served {
            line(out, place, said);
        }
    }
}

fn line(out: &mut String, name: impl fmt::Display, said: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "{name}: {said}");
}

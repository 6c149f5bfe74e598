//! Manifests: what a checked-in slice is cut by, in TOML.
//!
//! ```toml
//! service = "https://graph.microsoft.com" # the service's root
//! version = "v1.0"                        # its version
//! date = "2026-08"                        # of the metadata, ISO 8601
//! sha256 = ["9f86d081…"]                  # optional: of the metadata files; others are an error
//! annotations = ["Org.OData.Core.V1.Computed", "Org.OData.Validation.V1.*"] # optional: terms to keep
//! versions = "latest"                     # optional: all versions of a type (`ns.v1_2_0.Type`) are one
//!
//! [roots]                                       # each list is optional
//! types = ["microsoft.graph.call"]              # types, each with what derives from it
//! derived = ["microsoft.graph.commsOperation"]  # every type that derives from these, and they themselves
//! namespaces = ["microsoft.graph.callRecords"]  # every type of these namespaces
//! actions = ["microsoft.graph.answer"]          # actions with all overloads, or one: "ns.mute(ns.call)"
//! functions = ["microsoft.graph.delta"]         # functions likewise; of overloads: "ns.range(ns.sheet,address)"
//! bound = ["microsoft.graph.call"]              # every operation bound to these or to collections of them
//! where-declared = ["microsoft.graph.new"]      # types and operations that not every revision of the service has
//!
//! [rename]                                      # optional: names in Rust, by what has them
//! "microsoft.graph.call.final" = "last"
//! ```

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use serde::Deserialize;
use toml::Spanned;

use super::{
    cut::cut,
    keep,
    reach::{Root, reach},
    root::Names,
};
use crate::{
    fault::{Fault, Faults},
    guess::Guesses,
    model::{Model, Operation, Provenance, QualifiedName, TypeName},
    places::Places,
    rename,
    resolve::Finder,
    source,
    versions::Versions,
    vocabulary::core,
};

/// What [`Manifest::annotations`] is where a manifest is silent: facts that a consumer can act on, no prose.
pub const DEFAULT_TERMS: &[&str] = &[
    core::ACCEPTABLE_MEDIA_TYPES,
    core::ADDITIONAL_PROPERTIES,
    core::COMPUTED,
    core::COMPUTED_DEFAULT_VALUE,
    core::IMMUTABLE,
    core::IS_LANGUAGE_DEPENDENT,
    core::IS_MEDIA_TYPE,
    core::IS_URL,
    core::MEDIA_TYPE,
    core::OPTIONAL_PARAMETER,
    core::PERMISSIONS,
    core::REVISIONS,
    "Org.OData.Validation.V1.*",
];

/// A slice manifest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The service's root URL or name.
    pub service: String,
    /// The service's version.
    pub version: String,
    /// The date of the metadata, ISO 8601.
    pub date: String,
    /// SHA-256 of the metadata files in hexadecimal, in any order: what the slice may be cut out of. Any if it is
    /// absent.
    #[serde(default)]
    pub sha256: Option<Spanned<Vec<String>>>,
    /// Terms whose annotations are kept: qualified names, or `namespace.*` for all of a vocabulary.
    #[serde(default)]
    pub annotations: Option<Vec<String>>,
    /// What becomes of types that the metadata declares in several versions: one of [`Versions::WORDS`].
    #[serde(default)]
    pub versions: Option<Spanned<String>>,
    /// What the slice is cut by.
    pub roots: Roots,
    /// Names in Rust by keys, as [`RustName::key`](crate::RustName::key) has them.
    #[serde(default)]
    pub rename: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// The roots of a manifest.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Roots {
    /// Types, each with what derives from it.
    pub types: Vec<Spanned<String>>,
    /// Types of which every descendant is a root; themselves are too.
    pub derived: Vec<Spanned<String>>,
    /// Namespaces of which every type is a root.
    pub namespaces: Vec<Spanned<String>>,
    /// Actions with all overloads, or single overloads by what they are bound to.
    pub actions: Vec<Spanned<String>>,
    /// Functions with all overloads, with those that are bound to something, or single overloads by their parameters
    /// too.
    pub functions: Vec<Spanned<String>>,
    /// Types of which every action and function that is bound to them, or to collections of them, is a root.
    pub bound: Vec<Spanned<String>>,
    /// Types and operations, as in the lists for these, that are roots where the metadata declares them.
    #[serde(rename = "where-declared")]
    pub where_declared: Vec<Spanned<String>>,
}

/// Reads a manifest.
pub(super) fn parse(source: &source::Source<'_>) -> Result<Manifest, Fault> {
    toml::from_str(&source.text).map_err(|error| {
        let places = Places::new(&source.name.as_str().into(), &source.text);
        let offset = error.span().map_or(0, |span| span.start);
        let message = error.message().trim().replace('\n', ", ");
        // All sequences in manifests are of texts; the library calls them so, TOML does not.
        Fault::new(&places.at(offset), message.replace("expected a sequence", "expected a list, `[\"…\"]`"))
    })
}

impl Manifest {
    /// The rule for versions.
    pub(super) fn versions(&self, places: &Places<'_>) -> Result<Versions, Fault> {
        let Some(rule) = &self.versions else { return Ok(Versions::default()) };
        rule.get_ref().parse().map_err(|message: String| Fault::new(&places.at(rule.span().start), message))
    }

    /// The sums that it names, if they are not `sums`.
    pub(super) fn other_sources(&self, sums: &BTreeMap<String, String>) -> Option<&Spanned<Vec<String>>> {
        let pinned = self.sha256.as_ref()?;
        let named: BTreeSet<String> = pinned.get_ref().iter().map(|sum| sum.to_ascii_lowercase()).collect();
        (named != sums.values().cloned().collect()).then_some(pinned)
    }

    /// Gives what the slice has its names.
    fn rename(&self, slice: &mut Model, places: &Places<'_>) -> Result<(), Faults> {
        let (mut faults, mut finder) = (Vec::new(), Finder::default());
        for (key, name) in &self.rename {
            if !rename::apply(slice, &mut finder, key.get_ref(), name.get_ref(), &places.at(name.span().start)) {
                let message = format!("`{}` names nothing that the slice has", key.get_ref());
                let fault = Fault::new(&places.at(key.span().start), message);
                let near = Guesses::new(slice).of_key(key.get_ref());
                faults.push(fault.help(near.unwrap_or_else(|| {
                    "expected `ns.Type`, `ns.Type.member`, `ns.action(ns.Binding)` or a namespace".to_owned()
                })));
            }
        }
        Faults::check(faults, ())
    }

    /// Cuts the slice out of `model`.
    pub(super) fn cut(&self, model: &Model, places: &Places<'_>) -> Result<Model, Faults> {
        let mut found = Found {
            model,
            aliased: Names::new(model),
            guesses: Guesses::new(model),
            places,
            roots: Vec::new(),
            names: Vec::new(),
            faults: Vec::new(),
        };
        found.all(&self.roots);
        let Found { roots, names, faults, .. } = found;
        Faults::check(faults, ())?;
        let mut slice = cut(model, &reach(model, &roots));
        let default = || DEFAULT_TERMS.iter().map(|term| (*term).to_owned()).collect();
        keep::only(&mut slice, &self.annotations.clone().unwrap_or_else(default));
        self.rename(&mut slice, places)?;
        slice.provenance = Some(Provenance {
            service: self.service.clone(),
            version: self.version.clone(),
            date: self.date.clone(),
            sha256: BTreeMap::new(),
            roots: names,
        });
        Ok(slice)
    }
}

/// Roots while they are looked up.
struct Found<'m> {
    model: &'m Model,
    aliased: Names<'m>,
    guesses: Guesses<'m>,
    places: &'m Places<'m>,
    roots: Vec<Root<'m>>,
    /// The roots as the slice names them.
    names: Vec<String>,
    faults: Vec<Fault>,
}

impl Found<'_> {
    fn all(&mut self, roots: &Roots) {
        for root in roots.types.iter().chain(&roots.actions).chain(&roots.functions) {
            self.names.push(root.get_ref().clone());
            match self.aliased.resolve(root.get_ref()) {
                Ok(roots) => self.roots.extend(roots),
                Err(error) => self.fault(root.span(), error.to_string(), None),
            }
        }
        for root in &roots.where_declared {
            if let Ok(roots) = self.aliased.resolve(root.get_ref()) {
                self.names.push(root.get_ref().clone());
                self.roots.extend(roots);
            }
        }
        for root in &roots.derived {
            self.names.push(format!("every {}", root.get_ref()));
            self.derived(root);
        }
        for root in &roots.namespaces {
            self.names.push(format!("{}.*", root.get_ref()));
            self.namespace(root);
        }
        for root in &roots.bound {
            self.names.push(format!("operations bound to {}", root.get_ref()));
            self.bound(root);
        }
    }

    fn derived(&mut self, root: &Spanned<String>) {
        let found = QualifiedName::parse(root.get_ref()).and_then(|name| self.model.structured.get_key_value(&name));
        // A root is a slot, which has everything that derives from it.
        if let Some((name, _)) = found {
            self.roots.push(Root::Type(name));
        } else {
            let near = self.guesses.of_type(root.get_ref());
            self.fault(root.span(), format!("structured type `{}` is not declared", root.get_ref()), near);
        }
    }

    fn namespace(&mut self, root: &Spanned<String>) {
        let model = self.model;
        let names = model.structured.keys().chain(model.enums.keys()).chain(model.definitions.keys());
        let before = self.roots.len();
        self.roots.extend(names.filter(|name| name.namespace() == root.get_ref()).map(Root::Type));
        if self.roots.len() == before {
            let near = self.guesses.of_namespace(root.get_ref());
            self.fault(root.span(), format!("namespace `{}` declares no type", root.get_ref()), near);
        }
    }

    fn bound(&mut self, root: &Spanned<String>) {
        let before = self.roots.len();
        let is_bound = |operation: &&Operation| {
            let binding = operation.binding().map(|parameter| &parameter.ty.name);
            matches!(binding, Some(TypeName::Named(binding)) if binding.as_str() == root.get_ref())
        };
        self.roots.extend(self.model.operations().filter(is_bound).map(Root::Operation));
        if self.roots.len() == before {
            let is_type = QualifiedName::parse(root.get_ref()).is_some_and(|name| self.model.is_type(&name));
            let near = if is_type { None } else { self.guesses.of_type(root.get_ref()) };
            self.fault(root.span(), format!("no operation is bound to `{}`", root.get_ref()), near);
        }
    }

    fn fault(&mut self, span: Range<usize>, message: String, help: Option<String>) {
        self.faults.push(Fault { help, ..Fault::new(&self.places.at(span.start), message) });
    }
}

//! References to other documents: what they say beside which namespaces they include.
//!
//! Source: OData CSDL JSON 4.01, sections 4.1 to 4.3.

use std::collections::BTreeMap;

use crate::model::Annotations;

/// What is said of the documents at one URI.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Annotations of the reference.
    pub annotations: Annotations,
    /// Annotations of what it includes, by namespace; only those that have some.
    pub of_includes: BTreeMap<String, Annotations>,
    /// The annotations that it includes; they are not looked for.
    pub include_annotations: Vec<IncludeAnnotations>,
}

impl Reference {
    /// Its annotations, and those of what it includes.
    pub(crate) fn each_annotations(&mut self, change: &mut dyn FnMut(&mut Annotations)) {
        change(&mut self.annotations);
        self.of_includes.values_mut().for_each(change);
    }

    /// Notes the annotations of what includes `namespace`.
    pub(crate) fn include(&mut self, namespace: &str, annotations: Annotations) {
        if !annotations.0.is_empty() {
            self.of_includes.entry(namespace.to_owned()).or_default().0.extend(annotations.0);
        }
    }
}

/// Annotations that a reference includes from another document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncludeAnnotations {
    /// The namespace of their terms.
    pub term_namespace: String,
    /// Their qualifier; all if absent.
    pub qualifier: Option<String>,
    /// The namespace of their targets; all if absent.
    pub target_namespace: Option<String>,
}

//! Annotations: terms applied to model elements.

use serde_json::Value;

/// All annotations of one model element, in document order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations(pub Vec<Annotation>);

/// One annotation.
///
/// Source: CSDL JSON 4.01, section 14.2.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The term's qualified name, its alias expanded (`Org.OData.Core.V1.Description`).
    pub term: String,
    /// `Term#Qualifier`.
    pub qualifier: Option<String>,
    /// Its value.
    pub value: Expression,
    /// Annotations of this annotation.
    pub annotations: Annotations,
}

/// An annotation's value in the form that CSDL JSON gives it: constants as JSON values, dynamic expressions as objects
/// such as `{"$Path": "…"}`, records as objects, collections as arrays.
///
/// Source: CSDL JSON 4.01, sections 14.3 and 14.4.
pub type Expression = Value;

impl Annotations {
    /// The value of the unqualified annotation with `term`.
    #[must_use]
    pub fn get(&self, term: &str) -> Option<&Expression> {
        self.0
            .iter()
            .find(|annotation| annotation.term == term && annotation.qualifier.is_none())
            .map(|annotation| &annotation.value)
    }

    /// Adds an annotation unless its term and qualifier are applied already.
    pub fn add(&mut self, annotation: Annotation) {
        if self.same(&annotation).is_none() {
            self.0.push(annotation);
        }
    }

    /// Adds an annotation in place of the one with its term and qualifier, if there is one.
    pub fn set(&mut self, annotation: Annotation) {
        match self.same(&annotation) {
            Some(index) => self.0[index] = annotation,
            None => self.0.push(annotation),
        }
    }

    fn same(&self, annotation: &Annotation) -> Option<usize> {
        self.0.iter().position(|other| other.term == annotation.term && other.qualifier == annotation.qualifier)
    }

    /// The text of `Core.Description`, if there is one.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.get("Org.OData.Core.V1.Description")?.as_str()
    }
}

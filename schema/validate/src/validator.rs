//! A compiled schema, and the way from a text to findings.

use std::fmt;

use jsonschema::PatternOptions;
use odatype_json::{Problem, SyntaxError, tree};
use odatype_schema::{
    json_schema::{self, Profile, Target},
    model::Model,
};
use serde_json::Value;

use crate::{
    explain::Explainer,
    finding::{Finding, Rule},
    lines,
    place::Places,
    value,
};

/// Validates payloads of one target in one profile.
#[derive(Debug)]
pub struct Validator {
    schema: Value,
    compiled: jsonschema::Validator,
}

/// A schema that cannot be compiled: a constraint's pattern is no regular expression, most likely.
#[derive(Debug)]
pub struct Error {
    source: Box<jsonschema::ValidationError<'static>>,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the JSON Schema cannot be compiled at `{}`: {}", self.source.instance_path(), self.source)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}

impl Validator {
    /// Derives the JSON Schema of `target` and compiles it.
    ///
    /// # Errors
    /// If a pattern that an annotation gives is no regular expression.
    pub fn new(model: &Model, target: &Target, profile: Profile) -> Result<Self, Error> {
        Self::from_document(json_schema::document(model, target, profile))
    }

    /// Compiles a document that [`json_schema::document`] made.
    ///
    /// # Errors
    /// If it is not a JSON Schema.
    pub fn from_document(schema: Value) -> Result<Self, Error> {
        let options = || jsonschema::options().with_draft(jsonschema::Draft::Draft202012);
        // The engine without backtracking comes first, so that no payload makes a pattern slow; a pattern of the schema
        // that looks around needs the other.
        let compiled = options()
            .with_pattern_options(PatternOptions::regex())
            .build(&schema)
            .or_else(|_| options().build(&schema))
            .map_err(|source| Error { source: Box::new(source) })?;
        Ok(Self { schema, compiled })
    }

    /// The JSON Schema that decides.
    #[must_use]
    pub fn schema(&self) -> &Value {
        &self.schema
    }

    /// Everything that is wrong with `text`, in the order of the text; nothing if it is valid.
    ///
    /// A text that is not JSON (a number beyond the range of a 64-bit float and half of a surrogate pair included) is one
    /// finding. Of a member that an object has twice, the first is validated and every other one is a finding.
    #[must_use]
    pub fn validate(&self, text: &str) -> Vec<Finding> {
        let mut findings = match tree::parse(text) {
            Ok(tree) => self.validate_tree(&tree),
            Err(error) => vec![not_json(error)],
        };
        lines::number(text, &mut findings);
        findings
    }

    /// [`Validator::validate`] for bytes; what is not UTF-8 is not JSON.
    #[must_use]
    pub fn validate_slice(&self, json: &[u8]) -> Vec<Finding> {
        match std::str::from_utf8(json) {
            Ok(text) => self.validate(text),
            Err(error) => {
                let offset = error.valid_up_to();
                let mut findings = vec![not_json(SyntaxError { offset, problem: Problem::NotUtf8 })];
                lines::number(&String::from_utf8_lossy(&json[..offset]), &mut findings);
                findings
            }
        }
    }

    fn validate_tree(&self, tree: &tree::Value<'_>) -> Vec<Finding> {
        let mut findings = value::repeated(tree);
        let value = value::convert(tree);
        if !self.compiled.is_valid(&value) {
            let mut explainer = Explainer::new(&self.schema, Places::new(tree));
            for error in self.compiled.iter_errors(&value) {
                findings.extend(explainer.explain(&error));
            }
        }
        findings.sort_by(|left, right| {
            (left.offset, &left.pointer, left.rule).cmp(&(right.offset, &right.pointer, right.rule))
        });
        // Two branches of a schema may say the same of one value, and one finding on a tag is enough.
        findings.dedup_by(|next, kept| {
            let same_place = next.offset == kept.offset && next.pointer == kept.pointer && next.rule == kept.rule;
            same_place && (next.rule == Rule::Tag || (next.expected == kept.expected && next.found == kept.found))
        });
        findings
    }
}

/// The only finding of a text that is not JSON; its line is filled in later.
fn not_json(error: SyntaxError) -> Finding {
    Finding {
        pointer: String::new(),
        offset: error.offset,
        line: 0,
        column: 0,
        expected: "JSON".to_owned(),
        found: format!("none here: {}", error.problem),
        suggestion: None,
        rule: Rule::Syntax,
    }
}

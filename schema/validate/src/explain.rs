//! From the schema engine's errors to findings: one function for each group of keywords.

use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use odatype_json::tree::Value as Tree;
use odatype_schema::json_schema::near;
use serde_json::Value;

use crate::{
    finding::{Finding, Rule},
    place::{Places, push_segment},
    schema_node, words,
};

/// The two members that hold an object's tag.
const TAGS: [&str; 2] = ["@odata.type", "@type"];

/// Explains errors of one payload.
pub(crate) struct Explainer<'s, 't> {
    schema: &'s Value,
    places: Places<'t>,
}

/// What is said of a value, its place aside.
struct Words {
    rule: Rule,
    expected: String,
    found: Option<String>,
    suggestion: Option<String>,
}

impl Words {
    fn new(rule: Rule, expected: impl Into<String>) -> Self {
        Self { rule, expected: expected.into(), found: None, suggestion: None }
    }
}

impl<'s, 't> Explainer<'s, 't> {
    pub(crate) fn new(schema: &'s Value, places: Places<'t>) -> Self {
        Self { schema, places }
    }

    /// The findings that `error` amounts to.
    pub(crate) fn explain(&mut self, error: &ValidationError<'_>) -> Vec<Finding> {
        let pointer = error.instance_path().as_str();
        match error.kind() {
            Kind::AnyOf { context } | Kind::OneOfNotValid { context } => self.nearest_branch(context),
            Kind::AdditionalProperties { unexpected } => self.undeclared(error, unexpected),
            kind => {
                let value = self.places.value(pointer);
                let node = schema_node::owner(self.schema, error.schema_path().as_str()).unwrap_or(&Value::Null);
                let said = self.single(error, kind, node, value);
                vec![finding(pointer.to_owned(), value.start, value, said)]
            }
        }
    }

    /// What is wrong under the branch that least is wrong with: the one that was most likely meant.
    fn nearest_branch(&mut self, context: &[Vec<ValidationError<'_>>]) -> Vec<Finding> {
        let branches =
            context.iter().map(|errors| errors.iter().flat_map(|error| self.explain(error)).collect::<Vec<_>>());
        branches.min_by_key(Vec::len).unwrap_or_default()
    }

    /// A finding for each member that a closed type does not declare, at the member's name.
    fn undeclared(&mut self, error: &ValidationError<'_>, unexpected: &[String]) -> Vec<Finding> {
        let object = self.places.value(error.instance_path().as_str());
        let node = schema_node::owner(self.schema, error.schema_path().as_str()).unwrap_or(&Value::Null);
        let declared: Vec<&str> = node
            .get("properties")
            .and_then(Value::as_object)
            .map_or_else(Vec::new, |members| members.keys().map(String::as_str).collect());
        let owner = schema_node::title(node).map_or_else(String::new, |title| format!(" of `{title}`"));
        unexpected
            .iter()
            .map(|name| {
                let mut pointer = error.instance_path().as_str().to_owned();
                push_segment(&mut pointer, name);
                let offset = self.places.member(object, name).map_or(object.start, |member| member.name_start);
                let said = Words {
                    rule: Rule::Undeclared,
                    expected: format!("only declared members{owner}"),
                    found: Some(format!("member {}", words::quote(name))),
                    suggestion: first_near(name, &declared),
                };
                finding(pointer, offset, object, said)
            })
            .collect()
    }

    /// The words for an error that is one finding at one value.
    fn single(&self, error: &ValidationError<'_>, kind: &Kind, node: &'s Value, value: &Tree<'_>) -> Words {
        match kind {
            Kind::Type { .. } => Words::new(Rule::Type, type_expected(node)),
            Kind::Pattern { pattern } => pattern_words(node, pattern, value, error.instance_path().as_str()),
            Kind::Enum { options } => enum_words(options, node, value),
            Kind::Required { property } => self.required(error, property.as_str().unwrap_or_default()),
            Kind::FalseSchema => false_words(error, value),
            Kind::Minimum { limit } => Words::new(Rule::Range, bound("at least", limit, node)),
            Kind::Maximum { limit } => Words::new(Rule::Range, bound("at most", limit, node)),
            Kind::ExclusiveMinimum { limit } => Words::new(Rule::Range, bound("more than", limit, node)),
            Kind::ExclusiveMaximum { limit } => Words::new(Rule::Range, bound("less than", limit, node)),
            Kind::MaxLength { limit } => Words::new(Rule::Length, format!("at most {limit} characters")),
            Kind::MinItems { limit } => Words::new(Rule::Count, format!("at least {limit} items")),
            Kind::MaxItems { limit } => Words::new(Rule::Count, format!("at most {limit} items")),
            _ => Words::new(Rule::Other, format!("what the schema says at `{}`", error.schema_path())),
        }
    }

    /// A member that must be there; for a tag, the tags that could be.
    fn required(&self, error: &ValidationError<'_>, name: &str) -> Words {
        if !TAGS.contains(&name) {
            let mut said = Words::new(Rule::Required, format!("member {}", words::quote(name)));
            said.found = Some("an object without it".to_owned());
            return said;
        }
        // The slot is the schema around `allOf/<branch>/else/required`.
        let slot =
            error.schema_path().as_str().rsplitn(5, '/').nth(4).and_then(|path| schema_node::at(self.schema, path));
        let tags = slot
            .and_then(|slot| slot.pointer("/properties/@odata.type"))
            .map_or_else(Vec::new, |tags| schema_node::examples(schema_node::resolve(self.schema, tags)));
        let mut said = Words::new(Rule::Tag, format!("a tag `{name}`: {}", words::candidates("", &tags)));
        said.found = Some("an object without a tag".to_owned());
        if let [only] = tags.as_slice() {
            said.suggestion = Some((*only).to_owned());
        }
        said
    }
}

fn finding(pointer: String, offset: usize, value: &Tree<'_>, said: Words) -> Finding {
    let Words { rule, expected, found, suggestion } = said;
    let found = found.unwrap_or_else(|| words::describe(value));
    Finding { pointer, offset, line: 0, column: 0, expected, found, suggestion, rule }
}

/// The kinds that a schema allows, and which type says so.
fn type_expected(node: &Value) -> String {
    let kinds: Vec<String> = match node.get("type") {
        Some(Value::String(one)) => vec![words::kind(one).to_owned()],
        Some(Value::Array(several)) => {
            several.iter().filter_map(Value::as_str).map(|one| words::kind(one).to_owned()).collect()
        }
        _ => Vec::new(),
    };
    match schema_node::title(node) {
        Some(title) => format!("{} (`{title}`)", words::or(&kinds)),
        None => words::or(&kinds),
    }
}

/// Text that a pattern refuses: a tag, the text form of a primitive type, members of flags, or a constraint.
fn pattern_words(node: &Value, pattern: &str, value: &Tree<'_>, pointer: &str) -> Words {
    let text = value.as_str().unwrap_or_default();
    let examples = schema_node::examples(node);
    if TAGS.contains(&&*schema_node::last_segment(pointer)) && !examples.is_empty() {
        return tag_words(text, &examples);
    }
    match schema_node::title(node) {
        Some(title) if title.starts_with("Edm.") => {
            let example = examples.first().map_or_else(String::new, |example| format!(", such as `{example}`"));
            Words::new(Rule::Text, format!("text of `{title}`{example}"))
        }
        Some(title) if !examples.is_empty() => {
            let wrong = text.split(',').map(str::trim).find(|part| !examples.contains(part)).unwrap_or(text);
            let listed = words::candidates(wrong, &examples);
            let mut said = Words::new(Rule::Member, format!("members of `{title}` with commas between: {listed}"));
            said.suggestion = first_near(wrong, &examples);
            said
        }
        _ => Words::new(Rule::Pattern, format!("text that matches {pattern}", pattern = code(pattern))),
    }
}

/// A tag that names no type that may stand there, or not in its exact spelling.
fn tag_words(text: &str, tags: &[&str]) -> Words {
    let name = text.rsplit('#').next().unwrap_or(text);
    let names: Vec<&str> = tags.iter().map(|tag| tag.trim_start_matches('#')).collect();
    let near = first_near(name, &names);
    let expected = match &near {
        Some(near) if near.eq_ignore_ascii_case(name) => format!("`#{near}`, in that spelling"),
        _ => format!("a tag that may stand here: {}", words::candidates(text, tags)),
    };
    let mut said = Words::new(Rule::Tag, expected);
    said.suggestion = near.map(|near| format!("#{near}"));
    said
}

/// A value that is none of those listed.
fn enum_words(options: &Value, node: &Value, value: &Tree<'_>) -> Words {
    let texts: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let text = value.as_str().unwrap_or_default();
    let all = options.as_array().map_or(0, Vec::len);
    let listed = if texts.len() == all { words::candidates(text, &texts) } else { code(&options.to_string()) };
    let expected = match schema_node::title(node) {
        Some(title) => format!("a member of `{title}`: {listed}"),
        None => format!("one of {listed}"),
    };
    let mut said = Words::new(Rule::Member, expected);
    said.suggestion = first_near(text, &texts);
    said
}

/// What may not be there at all: a second tag, or a tag where no type fits.
fn false_words(error: &ValidationError<'_>, value: &Tree<'_>) -> Words {
    let name = schema_node::last_segment(error.instance_path().as_str());
    if TAGS.contains(&&*name) {
        let both = error.schema_path().as_str().contains("dependentSchemas");
        let expected = if both { "one tag, `@odata.type` or `@type`" } else { "no tag, since no type may stand here" };
        let mut said = Words::new(Rule::Tag, expected);
        said.found = Some(if both { "both".to_owned() } else { words::describe(value) });
        return said;
    }
    Words::new(Rule::Other, "nothing")
}

fn bound(word: &str, limit: &Value, node: &Value) -> String {
    match schema_node::title(node) {
        Some(title) => format!("{word} {limit} (`{title}`)"),
        None => format!("{word} {limit}"),
    }
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn first_near(name: &str, candidates: &[&str]) -> Option<String> {
    near::nearest(name, candidates.iter().copied(), 1).first().map(|near| (*near).to_owned())
}

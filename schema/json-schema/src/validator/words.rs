//! Problems in words.

use odatype_table::name::TAGS;
use serde_json::Value;

use super::{
    problem::{Problem, What},
    said::{About, Said},
};
use crate::pointer::unescape;

/// As many texts are listed.
const LISTED: usize = 8;
/// Patterns that are longer say nothing to people.
const READABLE: usize = 80;

impl Problem<'_> {
    /// In words: one of them, or one for each member that should not be there.
    #[must_use]
    pub fn said(&self) -> Vec<Said> {
        match &self.what {
            What::Undeclared(names) => names.iter().map(|name| self.undeclared(name)).collect(),
            What::Name(name) => {
                let mut said = self.plain(About::Control, "a bind of a navigation property");
                said.member = Some((*name).to_owned());
                vec![said]
            }
            _ if self.is_tag() => vec![self.tag()],
            _ => vec![self.value()],
        }
    }

    fn plain(&self, about: About, expected: impl Into<String>) -> Said {
        let about = if self.is_control() { About::Control } else { about };
        Said { about, member: None, expected: expected.into(), candidates: Vec::new(), type_name: self.title() }
    }

    fn undeclared(&self, name: &str) -> Said {
        let of = self.title().map_or_else(String::new, |title| format!(" of `{title}`"));
        let declared = self.schema.get("properties").and_then(Value::as_object);
        let names = declared.into_iter().flat_map(|members| members.keys().cloned());
        Said {
            member: Some(name.to_owned()),
            candidates: names.collect(),
            ..self.plain(About::Undeclared, format!("only declared members{of}"))
        }
    }

    /// A tag that is not right, or should not be there.
    fn tag(&self) -> Said {
        let expected = match self.what {
            What::Nothing if self.keyword.contains("dependentSchemas") => {
                "one tag, `@odata.type` or `@type`".to_owned()
            }
            What::Nothing => "no tag, since no type may stand here".to_owned(),
            What::Type => "a tag, which is a string".to_owned(),
            _ => format!("a tag that may stand here: {}", listed(&examples(self.schema))),
        };
        Said { candidates: examples(self.schema), ..self.plain(About::Tag, expected) }
    }

    fn value(&self) -> Said {
        let told = || self.schema.get("title").and_then(Value::as_str).filter(|_| self.rule().is_some());
        if let (Some(words), Some(about)) = (told(), self.rule()) {
            return self.plain(about, words);
        }
        match &self.what {
            What::Type => self.plain(About::Type, self.kinds()),
            What::Pattern(pattern) => self.pattern(pattern),
            What::Values => self.values(),
            What::Not if self.keyword.ends_with("/then/not") => {
                self.plain(About::Member, "a number that no member has, or the member that has it")
            }
            What::Not if self.keyword.ends_with("/else/not") => {
                self.plain(About::Member, "a member, of which the type has none")
            }
            What::Required(name) => self.required(name),
            What::AtLeast(limit) => self.plain(About::Range, format!("at least {limit}")),
            What::AtMost(limit) => self.plain(About::Range, format!("at most {limit}")),
            What::Above(limit) => self.plain(About::Range, format!("more than {limit}")),
            What::Below(limit) => self.plain(About::Range, format!("less than {limit}")),
            What::MultipleOf(unit) => self.plain(About::Multiple, format!("a multiple of {unit}")),
            What::MaxLength(most) => self.plain(About::Length, format!("at most {most} characters")),
            What::MinItems(least) => self.plain(About::Count, format!("at least {least} items")),
            What::MaxItems(most) => self.plain(About::Count, format!("at most {most} items")),
            What::NotChecked(pattern) => self.plain(About::NotChecked, text_of(pattern)),
            What::Broken(reason) => self.plain(About::Other, format!("a schema that can be compiled: {reason}")),
            What::Other(message) => self.plain(About::Other, message.clone()),
            // Nothing may stand there.
            _ => self.plain(About::Type, "no value at all"),
        }
    }

    fn pattern(&self, pattern: &str) -> Said {
        let title = self.title();
        let examples = examples(self.schema);
        match title {
            Some(title) if title.starts_with("Edm.") => {
                let example = examples.first().map_or_else(String::new, |example| format!(", such as `{example}`"));
                self.plain(About::Text, format!("text of `{title}`{example}"))
            }
            Some(title) if !examples.is_empty() => {
                let expected = format!("members of `{title}` with commas between: {}", listed(&examples));
                Said { candidates: examples, ..self.plain(About::Member, expected) }
            }
            _ if self.keyword.ends_with("/then/pattern") => self.plain(About::Member, "a number of 64 bits"),
            // What every 64-bit integer is as text stands beside its range.
            _ if self.definition.starts_with("Edm.") => {
                self.plain(About::Text, format!("text of `{}`", self.definition))
            }
            _ => self.plain(About::Pattern, text_of(pattern)),
        }
    }

    /// A value that is none of those listed: of an enumeration type, or of the only ones.
    fn values(&self) -> Said {
        let listed_values = self.schema.get("enum").and_then(Value::as_array);
        let texts: Vec<String> = listed_values
            .into_iter()
            .flatten()
            .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
            .collect();
        // Those of an enumeration type stand alone where its text is no number's; of an exhaustive one they are its
        // examples, too. Those of another type have that beside them.
        let is_alone = self.keyword == "/else/enum" && self.schema.get("type").is_none();
        let is_member = is_alone
            || self.keyword == "/enum" && listed_values == self.schema.get("examples").and_then(Value::as_array);
        let expected = match self.title() {
            Some(title) if is_member => format!("a member of `{title}`: {}", listed(&texts)),
            _ => format!("one of {}", listed(&texts)),
        };
        let about = if is_member { About::Member } else { About::Allowed };
        Said { candidates: texts, ..self.plain(about, expected) }
    }

    /// A member that must be there; for a tag, the tags that could be.
    fn required(&self, name: &str) -> Said {
        if !TAGS.contains(&name) {
            return self.plain(About::Required, format!("the member `{name}`"));
        }
        let tags = self.slot().and_then(|slot| self.resolved(tag_of(&slot)?));
        let tags = tags.map_or_else(Vec::new, |tags| examples(&tags));
        let which = if tags.is_empty() { String::new() } else { format!(": {}", listed(&tags)) };
        Said { candidates: tags, ..self.plain(About::Tag, format!("a tag `{name}`{which}")) }
    }

    /// The schema around the branch that asks for a tag.
    fn slot(&self) -> Option<Value> {
        (1..8).filter_map(|up| self.around(up)).find(|schema| tag_of(schema).is_some())
    }

    /// The kinds of values that a schema allows.
    fn kinds(&self) -> String {
        let kinds: Vec<&str> = match self.schema.get("type") {
            Some(Value::String(one)) => vec![article(one)],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).map(article).collect(),
            _ => Vec::new(),
        };
        let of = self.title().map_or_else(String::new, |title| format!(" (`{title}`)"));
        match kinds.as_slice() {
            [] => "nothing".to_owned(),
            [one] => format!("{one}{of}"),
            [first @ .., last] => format!("{} or {last}{of}", first.join(", ")),
        }
    }

    /// The title of the schema, or of what it is a part of.
    fn title(&self) -> Option<String> {
        let title = |schema: &Value| schema.get("title").and_then(Value::as_str).map(str::to_owned);
        let own = if self.rule().is_some() { None } else { title(self.schema) };
        own.or_else(|| {
            let is_part = self.keyword.starts_with("/else/") || self.keyword.starts_with("/then/");
            is_part.then(|| title(&self.resolved(&crate::definition::reference(self.definition))?)).flatten()
        })
    }

    /// What the constraint that wrote the schema says that it is about.
    fn rule(&self) -> Option<About> {
        Some(match self.schema.get("$comment")?.as_str()? {
            "Minimum" | "Maximum" => About::Range,
            "MaxLength" | "Ascii" => About::Length,
            "WholeDigits" | "FractionDigits" | "TotalDigits" => About::Digits,
            "AllowedValues" => About::Allowed,
            _ => return None,
        })
    }

    fn is_tag(&self) -> bool {
        let last = self.pointer.rsplit('/').next().unwrap_or_default();
        TAGS.contains(&&*unescape(last)) && !self.pointer.is_empty()
    }

    fn is_control(&self) -> bool {
        self.definition == "control" || self.keyword.starts_with("/patternProperties/")
    }
}

/// What a schema says of an object's tag, if it says more than that there may be one.
fn tag_of(schema: &Value) -> Option<&Value> {
    schema.pointer("/properties/@odata.type").filter(|tag| tag.is_object())
}

/// The texts among the examples.
fn examples(schema: &Value) -> Vec<String> {
    let examples = schema.get("examples").and_then(Value::as_array);
    examples.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn listed(texts: &[String]) -> String {
    let shown: Vec<String> = texts.iter().take(LISTED).map(|text| format!("`{text}`")).collect();
    match texts.len().saturating_sub(LISTED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

fn text_of(pattern: &str) -> String {
    if pattern.len() > READABLE {
        return "text that matches the schema's pattern".to_owned();
    }
    format!("text that matches `{pattern}`")
}

/// A kind of JSON value as JSON Schema names it, with its article.
fn article(name: &str) -> &str {
    match name {
        "object" => "an object",
        "array" => "an array",
        "string" => "a string",
        "number" => "a number",
        "integer" => "an integer",
        "boolean" => "a boolean",
        other => other,
    }
}

//! JSON Schema and validation for every generated type, with the feature `validate`.
//!
//! The JSON Schema of a type comes from the same schema that its table was made from. There are two profiles: *tolerant*
//! is what decoding accepts, *strict* what one may send. `schemars` asks for the first with the contract for
//! deserialization, which is its default, and for the second with the one for serialization.
//!
//! ```
//! # #[cfg(feature = "graph")] {
//! use odatype::{graph::actions::call::Answer, validate::{Profile, Validate}};
//! let findings = Answer::validate_json(br#"{"callbackUri": "http://bot.example"}"#, Profile::Strict);
//! assert_eq!(findings.len(), 2, "not https, and no mediaConfig: {findings:?}");
//! # }
//! ```

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

pub use odatype_schema::json_schema::Profile;
use odatype_schema::{
    Source,
    json_schema::{self as derive, Target},
    model::Model,
};
use odatype_validate::Validator;
pub use odatype_validate::{Finding, Rule};

use super::{Collection, Encode};
use crate::{
    error::Error,
    table::{Schema, TypeId, TypeKind},
    value::Structured,
};

/// Validation of a generated type, or of a [`Collection`] of one as a service sends it.
pub trait Validate: Encode + Sized {
    /// For generated code: what is validated.
    #[doc(hidden)]
    fn subject() -> Subject;

    /// Everything in `json` that keeps it from being a value of this type; empty if it is one.
    #[must_use]
    fn validate_json(json: &[u8], profile: Profile) -> Vec<Finding> {
        validate(Self::subject(), json, profile)
    }

    /// Everything that keeps this value from being sent: what the strict profile finds in its JSON.
    #[must_use]
    fn validate(&self) -> Vec<Finding> {
        Self::validate_json(&self.encode(), Profile::Strict)
    }

    /// The type's JSON Schema as a whole document, draft 2020-12.
    #[must_use]
    fn json_schema_document(profile: Profile) -> serde_json::Value {
        target(Self::subject())
            .map_or(serde_json::Value::Bool(false), |(model, target)| derive::document(model, &target, profile))
    }
}

impl<T: Structured + Validate> Validate for Collection<T> {
    fn subject() -> Subject {
        Subject { is_collection: true, ..T::subject() }
    }
}

/// What is validated: a type, or a collection of it in its envelope.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    ty: TypeId,
    is_collection: bool,
}

impl Subject {
    /// For generated code: one object of `ty`.
    #[must_use]
    pub fn one(ty: TypeId) -> Self {
        Self { ty, is_collection: false }
    }

    /// The name of the definition: the qualified name of the type, in `Collection(…)` for many.
    fn name(self) -> Cow<'static, str> {
        let name = self.ty.get().name;
        if self.is_collection { format!("Collection({name})").into() } else { name.into() }
    }
}

impl Schema {
    /// Validates `json` as the type named `type_name`; names are those that [`Schema::decode`] takes.
    ///
    /// # Errors
    /// If the schema has no such type.
    pub fn validate(&'static self, type_name: &str, json: &[u8], profile: Profile) -> Result<Vec<Finding>, Error> {
        let ty = self.find(type_name)?;
        Ok(validate(Subject::one(TypeId { schema: self, index: ty.index }), json, profile))
    }
}

fn validate(subject: Subject, json: &[u8], profile: Profile) -> Vec<Finding> {
    match validator(subject, profile) {
        Ok(validator) => validator.validate_slice(json),
        Err(reason) => vec![Finding {
            pointer: String::new(),
            offset: 0,
            line: 1,
            column: 1,
            expected: format!("a schema of {} that can be compiled", subject.name()),
            found: reason,
            suggestion: None,
            rule: Rule::Other,
        }],
    }
}

/// What is made once and kept for the life of the program, by its key.
type Kept<K, V> = OnceLock<Mutex<HashMap<K, V>>>;

/// Where a schema is, which tells it from all others.
fn place(schema: &'static Schema) -> usize {
    std::ptr::from_ref(schema).addr()
}

/// The model that JSON Schemas are derived from; read once.
fn model(schema: &'static Schema) -> Result<&'static Model, String> {
    static MODELS: Kept<usize, Result<&'static Model, String>> = OnceLock::new();
    let mut models = MODELS.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    let read = || {
        let source = Source { name: "schema.csdl.json".into(), text: schema.csdl().into() };
        let model = odatype_schema::load(&[source], &[]).map_err(|faults| faults.to_string())?;
        Ok(&*Box::leak(Box::new(model)))
    };
    models.entry(place(schema)).or_insert_with(read).clone()
}

/// What a generated type is in its model.
fn target(subject: Subject) -> Result<(&'static Model, Target), String> {
    let model = model(subject.ty.schema)?;
    let mut name = subject.name();
    // The name alone means an unbound action here, but any overload there.
    if subject.ty.get().kind == TypeKind::Action && !name.contains('(') {
        name.to_mut().push_str("()");
    }
    let target = Target::parse(model, &name).map_err(|error| error.to_string())?;
    Ok((model, target))
}

/// The validator of a type; made once.
fn validator(subject: Subject, profile: Profile) -> Result<Arc<Validator>, String> {
    static VALIDATORS: Kept<(usize, u16, bool, Profile), Arc<Validator>> = OnceLock::new();
    let key = (place(subject.ty.schema), subject.ty.index, subject.is_collection, profile);
    let validators = VALIDATORS.get_or_init(Mutex::default);
    if let Some(known) = validators.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(Arc::clone(known));
    }
    let (model, target) = target(subject)?;
    let made = Arc::new(Validator::new(model, &target, profile).map_err(|error| error.to_string())?);
    validators.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&made));
    Ok(made)
}

/// `schemars::JsonSchema` of generated types.
#[doc(hidden)]
pub mod json_schema {
    use std::borrow::Cow;

    use schemars::{Schema, SchemaGenerator, generate::Contract};
    use serde_json::Value;

    use super::{Model, Profile, Subject, Target, Validate, derive, target};
    use crate::{doors::Collection, value::Structured};

    /// The schema's name.
    #[must_use]
    pub fn name(subject: Subject) -> Cow<'static, str> {
        subject.name()
    }

    /// A reference to the definition, which is added to the generator's with all that it refers to.
    pub fn schema(subject: Subject, generator: &mut SchemaGenerator) -> Schema {
        let Ok((model, target)) = target(subject) else { return Schema::from(false) };
        derived(model, &target, generator)
    }

    impl<T: Structured + Validate> schemars::JsonSchema for Collection<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            name(Self::subject())
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            schema(Self::subject(), generator)
        }
    }

    fn derived(model: &Model, target: &Target, generator: &mut SchemaGenerator) -> Schema {
        let profile = match generator.contract() {
            Contract::Serialize => Profile::Strict,
            _ => Profile::Tolerant,
        };
        let (mut root, definitions) = derive::definitions(model, target, profile);
        let prefix = format!("#{}/", generator.settings().definitions_path.trim_end_matches('/'));
        for (name, mut definition) in definitions {
            point(&mut definition, &prefix);
            generator.definitions_mut().entry(name).or_insert(definition);
        }
        point(&mut root, &prefix);
        Schema::try_from(root).unwrap_or_else(|_| Schema::from(false))
    }

    /// Makes references to `#/$defs/` start with `prefix`, which is where the generator keeps definitions.
    fn point(schema: &mut Value, prefix: &str) {
        match schema {
            Value::Object(members) => {
                for (name, value) in members {
                    match value {
                        Value::String(text) if name == "$ref" => {
                            if let Some(name) = text.strip_prefix("#/$defs/") {
                                *text = format!("{prefix}{name}");
                            }
                        }
                        other => point(other, prefix),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| point(item, prefix)),
            _ => {}
        }
    }
}

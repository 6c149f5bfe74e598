//! What finds.

use clap::ValueEnum;
use odatype::{
    Error, Findings, Schema,
    validate::{Profile, Subject},
};

use crate::failure::Failure;

/// What holds a payload against the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Engine {
    /// The decoder, which reads the payload once and knows every rule of the schema
    Decoder,
    /// The JSON Schema that `odatype json-schema` writes, by a validator of JSON Schema: slower, and without the few
    /// rules that JSON Schema cannot say; in commands that were installed with `--features json-schema-engine`
    JsonSchema,
}

/// Validates one payload.
pub(super) type Check<'c> = dyn Fn(&[u8]) -> Result<Findings, Error> + 'c;

impl Engine {
    /// Its name on the command line.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Decoder => "decoder",
            Self::JsonSchema => "json-schema",
        }
    }

    /// Whether it can be asked, with advice or without.
    pub(super) fn is_there(self, advice: bool) -> Result<(), Failure> {
        if self == Self::Decoder {
            return Ok(());
        }
        if advice {
            return Err(Failure::new(
                "`--advice` is the decoder's to give: JSON Schema refuses or takes, and does not advise",
            ));
        }
        if cfg!(feature = "json-schema-engine") {
            return Ok(());
        }
        Err(Failure::new(
            "--engine: this command was built without a validator of JSON Schema: install it with \
             `cargo install odatype-cli --features json-schema-engine`, or leave the option out, and the decoder, \
             which knows every rule, validates",
        ))
    }

    /// What validates payloads as the type or action `ty`.
    pub(super) fn check<'c>(
        self,
        schema: &'static Schema,
        ty: &'c str,
        profile: Profile,
        advice: bool,
    ) -> Box<Check<'c>> {
        match self {
            Self::Decoder => by_decoder(schema, ty, profile, if advice { Subject::advise } else { Subject::validate }),
            Self::JsonSchema => by_json_schema(schema, ty, profile),
        }
    }
}

fn by_decoder<'c>(
    schema: &'static Schema,
    ty: &'c str,
    profile: Profile,
    check: fn(Subject, &[u8], Profile) -> Findings,
) -> Box<Check<'c>> {
    Box::new(move |json| Ok(check(schema.subject(ty)?, json, profile)))
}

#[cfg(feature = "json-schema-engine")]
fn by_json_schema<'c>(schema: &'static Schema, ty: &'c str, profile: Profile) -> Box<Check<'c>> {
    let validator = odatype::json_schema::Validator::new(schema, profile);
    Box::new(move |json| validator.validate_as(ty, json))
}

/// It is not there, and was refused before.
#[cfg(not(feature = "json-schema-engine"))]
fn by_json_schema<'c>(schema: &'static Schema, ty: &'c str, profile: Profile) -> Box<Check<'c>> {
    by_decoder(schema, ty, profile, Subject::validate)
}

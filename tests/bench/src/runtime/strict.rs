//! Decoding with every strict check, to parsing to a `Value` and checking that.

use std::error::Error;

use boon::{Compiler, SchemaIndex, Schemas};
use odatype::{
    Structured,
    graph::{CommsNotifications, actions::call::Answer},
};
use serde_json::Value;

use super::{Setting, figures};
use crate::{contest::Contest, rivals::validators, row::Row};

/// A check that jsonschema's macro made.
type Generated = fn(&Value) -> bool;

/// Ratios of checked decoding.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let notification = include_str!(concat!(env!("OUT_DIR"), "/Notifications.schema.json"));
    let answer = include_str!(concat!(env!("OUT_DIR"), "/Answer.schema.json"));
    let valid = setting.payloads.valid_answer()?;
    let p11 = Case { id: "p11", json: &setting.payloads.p11, schema: notification, must: 1.25, aim: 1.15 };
    let p0 = Case { id: "p0", json: &valid, schema: answer, must: 1.4, aim: 1.2 };
    let mut rows = p11.rows::<CommsNotifications>(validators::Notifications::is_valid, setting)?;
    rows.extend(p0.rows::<Answer>(validators::Answer::is_valid, setting)?);
    Ok(rows)
}

struct Case<'a> {
    id: &'a str,
    json: &'a str,
    schema: &'a str,
    /// What the checks may cost of decoding.
    must: f64,
    aim: f64,
}

impl Case<'_> {
    fn rows<T: Structured>(&self, generated: Generated, setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
        let json = self.json.as_bytes();
        let schema: Value = serde_json::from_str(self.schema)?;
        let interpreted = jsonschema::validator_for(&schema)?;
        let (schemas, index) = compiled(schema)?;
        odatype::from_slice_strict::<T>(json)?;
        let value: Value = serde_json::from_slice(json)?;
        let verdicts = [generated(&value), interpreted.is_valid(&value), schemas.validate(&value, index).is_ok()];
        if verdicts.contains(&false) {
            return Err(format!("{} is not valid for each of the rivals: {verdicts:?}", self.id).into());
        }
        let parse = || serde_json::from_slice::<Value>(json);
        let times = Contest::default()
            .add("strict", || odatype::from_slice_strict::<T>(json))
            .add("tolerant", || odatype::from_slice::<T>(json))
            .add("parse", parse)
            .add("generated", || parse().map(|value| generated(&value)))
            .add("interpreted", || parse().map(|value| interpreted.is_valid(&value)))
            .add("boon", || parse().map(|value| schemas.validate(&value, index).is_ok()))
            .run(setting.rounds);
        let row = |rival: &'static str, what: &str| {
            let (ours, time) = (times.of("strict"), times.of(rival));
            let id = format!("strict.{}.{rival}", self.id);
            let what = format!("strict decode of {}, to {what}", self.id);
            Row::info(id, what, ours / time).note(figures(&[("ours", ours), ("rival", time)]))
        };
        Ok(vec![
            row("generated", "`Value` and jsonschema's generated `is_valid`").limits(0.4, 0.33),
            row("interpreted", "`Value` and jsonschema interpreted"),
            row("boon", "`Value` and boon"),
            row("parse", "`Value` alone"),
            row("tolerant", "our decoding without the checks").limits(self.must, self.aim),
        ])
    }
}

fn compiled(schema: Value) -> Result<(Schemas, SchemaIndex), Box<dyn Error>> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let name = "schema.json";
    compiler.add_resource(name, schema).map_err(|error| error.to_string())?;
    let index = compiler.compile(name, &mut schemas).map_err(|error| error.to_string())?;
    Ok((schemas, index))
}

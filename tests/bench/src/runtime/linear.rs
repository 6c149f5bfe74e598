//! What must not grow faster than a payload: setting, writing, reading by index and comparing many members.

use std::error::Error;

use odatype::{
    Collection, Structured,
    graph::{Call, Identity},
};

use super::{Setting, figures};
use crate::{contest::Contest, row::Row};

/// Few members, and many.
const FEW: usize = 500;
const TIMES: usize = 16;

/// The time for each of many, to that for each of few.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let (few, many) = (Case::new(FEW)?, Case::new(FEW * TIMES)?);
    let rounds = setting.rounds.div_ceil(8);
    let row = |id: &str, what: &str, run: fn(&Case) -> usize| {
        let times = Contest::default().add("few", || run(&few)).add("many", || run(&many)).run(rounds);
        let (few, many) = (times.of("few"), times.of("many"));
        let what = format!("{what}, each of {} to each of {FEW}", FEW * TIMES);
        let growth = many / few / f64::from(u32::try_from(TIMES).unwrap_or(u32::MAX));
        Row::info(format!("linear.{id}"), what, growth).limits(2.0, 1.3).note(figures(&[("many", many), ("few", few)]))
    };
    Ok(vec![
        row("set", "setting dynamic members", Case::set),
        row("write", "writing an object that was read and of which all members were set", Case::write),
        row("values", "`Values::get` in a loop", Case::values),
        row("compare", "comparing collections", Case::compare),
    ])
}

/// Values of one size.
struct Case {
    names: Vec<String>,
    changed: Identity,
    call: Call,
    collections: [Collection<Identity>; 2],
}

impl Case {
    fn new(count: usize) -> Result<Self, Box<dyn Error>> {
        let names: Vec<String> = (0..count).map(|number| format!("member{number}")).collect();
        let members: Vec<String> = names.iter().map(|name| format!("\"{name}\":1")).collect();
        let read: Identity = odatype::from_str(&format!("{{{}}}", members.join(",")))?;
        let two = serde_json::json!(2);
        let changed = names.iter().fold(read, |identity, name| identity.with_dynamic(name, &two));
        let modalities = vec!["\"audio\""; count].join(",");
        let call = odatype::from_str(&format!("{{\"requestedModalities\":[{modalities}]}}"))?;
        let reversed: Vec<String> = members.iter().rev().cloned().collect();
        let collection = |members: &[String]| {
            let members: Vec<String> = members.iter().map(|member| member.replacen('"', "\"@n.", 1)).collect();
            odatype::from_str(&format!("{{{},\"value\":[]}}", members.join(",")))
        };
        let collections = [collection(&members)?, collection(&reversed)?];
        Ok(Self { names, changed, call, collections })
    }

    fn set(&self) -> usize {
        let two = serde_json::json!(2);
        let set = self.names.iter().fold(Identity::new(), |identity, name| identity.with_dynamic(name, &two));
        usize::from(set.is_null())
    }

    fn write(&self) -> usize {
        odatype::to_vec(&self.changed).len()
    }

    fn values(&self) -> usize {
        let values = self.call.requested_modalities();
        (0..values.len()).filter(|index| values.get(*index).is_some()).count()
    }

    fn compare(&self) -> usize {
        usize::from(self.collections[0] == self.collections[1])
    }
}

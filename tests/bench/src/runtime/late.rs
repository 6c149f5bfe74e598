//! Tags that come last, and what nesting costs.

use std::{error::Error, fmt::Write as _};

use odatype::graph::CommsNotifications;

use super::{Setting, figures};
use crate::{
    contest::Contest,
    ordered::{Ordered, Tags},
    row::Row,
    touch::Touch as _,
};

/// A schema whose objects hold one another.
#[allow(missing_docs, reason = "generated from a schema without descriptions")]
mod chain {
    odatype::schema! { path = "schema/chain.csdl.json" }
}
use chain::bench as nodes;

/// Ratios of late tags.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = tags(setting)?;
    rows.extend(nesting(setting)?);
    Ok(rows)
}

fn tags(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let first = setting.payloads.p11.as_bytes();
    let last = Ordered::rewrite(&setting.payloads.p11, Tags::Last)?;
    let last = last.as_bytes();
    let value: CommsNotifications = odatype::from_slice(last)?;
    if value.touch() != odatype::from_slice::<CommsNotifications>(first)?.touch() {
        return Err("a late tag is not understood as an early one is".into());
    }
    let times = Contest::default()
        .add("first", || odatype::from_slice::<CommsNotifications>(first))
        .add("last", || odatype::from_slice::<CommsNotifications>(last))
        .add("first read", || odatype::from_slice::<CommsNotifications>(first).map(|value| (value.touch(), value)))
        .add("last read", || odatype::from_slice::<CommsNotifications>(last).map(|value| (value.touch(), value)))
        .run(setting.rounds);
    let row = |id, what, last, first| {
        let (last, first) = (times.of(last), times.of(first));
        Row::info(format!("late.{id}"), what, last / first).note(figures(&[("last", last), ("first", first)]))
    };
    Ok(vec![
        row("tags", "decode p11 with every tag last, to tags first", "last", "first").limits(1.35, 1.2),
        row("tags.read", "the same, and read every property", "last read", "first read"),
    ])
}

fn nesting(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let deep = nested(100);
    let one = nested(1);
    let wide = format!("{{\"nodes\":[{}]}}", vec![nested(1); 100].join(","));
    let nodes::Node::Marked(_) = odatype::from_slice::<nodes::Node>(deep.as_bytes())? else {
        return Err("the nested payload is not understood".into());
    };
    odatype::from_slice::<nodes::Row>(wide.as_bytes())?;
    let times = Contest::default()
        .add("deep", || odatype::from_slice::<nodes::Node>(deep.as_bytes()))
        .add("wide", || odatype::from_slice::<nodes::Row>(wide.as_bytes()))
        .add("one", || odatype::from_slice::<nodes::Node>(one.as_bytes()))
        .run(setting.rounds);
    let per_byte = |name, json: &str| times.of(name) / f64::from(u32::try_from(json.len()).unwrap_or(u32::MAX));
    let (deep, wide, one) = (per_byte("deep", &deep), per_byte("wide", &wide), per_byte("one", &one));
    let note = format!("deep {deep:.2} ns/B, wide {wide:.2} ns/B, one object alone {one:.2} ns/B");
    Ok(vec![
        Row::info("late.nesting", "100 levels, tags last, per byte, to 100 objects of one level", deep / wide)
            .limits(2.0, 1.2)
            .note(note),
        Row::info("late.nesting.alone", "100 levels, tags last, per byte, to one object alone", deep / one),
    ])
}

/// An object with objects in it, `levels` in all, every tag last.
fn nested(levels: u32) -> String {
    let mut out = String::new();
    for level in 0..levels {
        let _ = write!(out, r#"{{"label":"level {level}","mark":"any text","isFinal":true"#);
        if level + 1 < levels {
            out.push_str(r#","child":"#);
        }
    }
    for _ in 0..levels {
        out.push_str(r##","@odata.type":"#bench.marked"}"##);
    }
    out
}

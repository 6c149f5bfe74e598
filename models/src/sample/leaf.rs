//! Values that are no objects of a schema's types: made by what is known of their type, and taken if the strict profile
//! does.

use std::sync::Arc;

use odatype_table::{Constraints, Family, Primitive};
use proptest::{
    bool,
    sample::{select, subsequence},
    strategy::{Strategy, Union, ValueTree},
    test_runner::TestRunner,
};

use super::{
    chance::{Texts, seeded},
    geo,
    kept::{Kept, Read},
    number,
    refused::Refused,
    text,
    tree::{Tree, quoted},
};
use crate::{
    decode,
    table::{Kind, Listed, Schema},
};

/// How many texts of a kind are tried before it is used, and how many of them must be right: where there are rules, and
/// where there are none.
const TRIED: [(usize, usize); 2] = [(64, 4), (4, 1)];
/// How many are tried where hardly one is right.
const TRIED_HARD: usize = 500;
/// How many texts are remembered then.
const REMEMBERED: usize = 32;
/// How often a new text is made before a remembered one is taken.
const AGAIN: usize = 200;

/// Values of one kind, under the same rules.
pub(super) struct Leaf {
    texts: Texts,
    /// Some that are right.
    known: Texts,
    read: Read<String>,
}

impl Leaf {
    /// Values of `kind` under `listed`'s rules.
    pub(super) fn new(schema: &'static Schema, listed: Listed) -> Result<Self, Refused> {
        let nothing = Constraints::default();
        let asked = listed.rules.map_or(&nothing, |rules| &rules.asked);
        let read: Read<String> = Arc::new(move |text| decode::is_listed(schema, listed, text).then(|| text.to_owned()));
        let [under_rules, free] = TRIED;
        let (tried, right) = if listed.rules.is_some() { under_rules } else { free };
        let mut runner = seeded(0);
        let (mut good, mut known) = (Vec::new(), Vec::new());
        let candidates = candidates(schema, listed.kind, asked);
        for texts in &candidates {
            let before = known.len();
            try_some(texts, tried, &read, &mut runner, &mut known)?;
            if known.len() - before >= right {
                good.push(texts.clone());
            }
        }
        if known.is_empty() {
            for texts in &candidates {
                try_some(texts, TRIED_HARD, &read, &mut runner, &mut known)?;
            }
        }
        if known.is_empty() {
            return Err(Refused::new(why_not(asked)));
        }
        known.sort_by_key(String::len);
        known.dedup();
        known.truncate(REMEMBERED);
        let known = select(known).sboxed();
        let texts = if good.is_empty() { known.clone() } else { Union::new(good).sboxed() };
        Ok(Self { texts, known, read })
    }

    /// A value.
    pub(super) fn tree(&self, runner: &mut TestRunner) -> Result<Tree, Refused> {
        for _ in 0..AGAIN {
            if let Some(kept) = Kept::new(self.texts.new_tree(runner)?, Arc::clone(&self.read)) {
                return Ok(Tree::Leaf(Box::new(kept)));
            }
        }
        Ok(Tree::Leaf(self.known.new_tree(runner)?))
    }
}

fn try_some(
    texts: &Texts,
    times: usize,
    read: &Read<String>,
    runner: &mut TestRunner,
    known: &mut Vec<String>,
) -> Result<(), Refused> {
    for _ in 0..times {
        known.extend(read(&texts.new_tree(runner)?.current()));
    }
    Ok(())
}

fn why_not(asked: &Constraints<&'static str>) -> String {
    match asked.patterns.as_slice() {
        _ if asked.allowed.is_some() => "none of the allowed values keeps the other rules".to_owned(),
        patterns if patterns.iter().any(|pattern| !pattern.is_linear) => {
            "its pattern is one that is not checked".to_owned()
        }
        [] => "none was found that keeps its rules".to_owned(),
        [one] => format!("no text was found that matches `{}` and keeps the other rules", one.text),
        [..] => "no text was found that matches its patterns and keeps the other rules".to_owned(),
    }
}

/// JSON texts that may be what is `asked` of `kind`.
fn candidates(schema: &'static Schema, kind: Kind, asked: &Constraints<&'static str>) -> Vec<Texts> {
    if let Some(allowed) = asked.allowed.as_deref().filter(|allowed| !allowed.is_empty()) {
        return vec![select(allowed.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()).sboxed()];
    }
    match kind {
        Kind::Scalar(primitive) => scalars(primitive, asked),
        Kind::Geo(primitive) => geo::shapes(primitive.geo_type()),
        Kind::Enum(index) | Kind::Closed(index) => members(schema, index, false),
        Kind::Flags(index) => members(schema, index, true),
        // A value without a type of its own.
        Kind::Json(Primitive::Stream) => text::binary(asked),
        Kind::Json(primitive) if primitive == Primitive::PrimitiveType || primitive == Primitive::Untyped => {
            [Primitive::Boolean, Primitive::Int32, Primitive::String]
                .into_iter()
                .flat_map(|primitive| scalars(primitive, &Constraints::default()))
                .collect()
        }
        Kind::Json(_) => vec![select(vec!["\"name\"", "\"part/name\""]).prop_map(str::to_owned).sboxed()],
        Kind::Structured(_) | Kind::Union(_) => Vec::new(),
    }
}

fn scalars(primitive: Primitive, asked: &Constraints<&'static str>) -> Vec<Texts> {
    match primitive.family() {
        Family::Boolean => vec![bool::ANY.prop_map(|value| value.to_string()).sboxed()],
        Family::Integer | Family::WideInteger | Family::Float | Family::Decimal => number::numbers(primitive, asked),
        Family::Text => text::texts(asked),
        Family::Literal => match primitive {
            Primitive::Guid => vec![text::guids()],
            Primitive::Binary => text::binary(asked),
            _ => number::times(primitive, asked),
        },
        Family::Geo | Family::Any => Vec::new(),
    }
}

/// Members of the enumeration type at `index`, several of them if they are `flags`; a number where it has none.
fn members(schema: &'static Schema, index: u16, flags: bool) -> Vec<Texts> {
    let names: Vec<&'static str> = schema.tables().get(index).content().members.iter().map(|(name, _)| *name).collect();
    if names.is_empty() {
        return vec![(0..100).prop_map(|value: i32| quoted(&value.to_string())).sboxed()];
    }
    if !flags {
        return vec![select(names).prop_map(quoted).sboxed()];
    }
    let most = names.len().min(3);
    vec![subsequence(names, 1..=most).prop_map(|names| quoted(&names.join(","))).sboxed()]
}

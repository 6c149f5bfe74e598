//! Changes to payloads, such as mistakes are made of.

use fastrand::Rng;

use crate::{
    json::Json,
    random::{one_in, pick},
};

/// Spellings that tags get, given a qualified name.
const SPELLINGS: usize = 7;

/// Changes `value` in one to three places; `words` are names of types, members and enum members to draw from.
pub fn mutate(value: &mut Json, words: &[String], random: &mut Rng) {
    for _ in 0..=random.usize(..3) {
        let place = random.usize(..value.count());
        if let Some(target) = value.at(place) {
            change(target, words, random);
        }
    }
}

fn change(target: &mut Json, words: &[String], random: &mut Rng) {
    match target {
        Json::Object(members) if !members.is_empty() && !one_in(random, 8) => change_member(members, words, random),
        Json::Array(items) if !items.is_empty() && !one_in(random, 3) => {
            let place = random.usize(..items.len());
            match random.usize(..3) {
                0 => drop(items.remove(place)),
                1 => items[place] = Json::Null,
                _ => items.push(items[place].clone()),
            }
        }
        Json::Text(text) if !one_in(random, 3) => change_text(text, random),
        Json::Number(text) if !one_in(random, 3) => (*pick::<&str>(random, &NUMBERS)).clone_into(text),
        _ => match random.usize(..4) {
            0 => *target = Json::Array(vec![target.clone()]),
            1 => *target = Json::Null,
            _ => *target = anything(random, 2),
        },
    }
}

fn change_member(members: &mut Vec<(String, Json)>, words: &[String], random: &mut Rng) {
    let place = random.usize(..members.len());
    match random.usize(..11) {
        0 => drop(members.remove(place)),
        1 => members[place].1 = Json::Null,
        2 => members[place].1 = anything(random, 2),
        3 => pick(random, words).clone_into(&mut members[place].0),
        4 => {
            let again = members[place].clone();
            members.insert(random.usize(..=members.len()), again);
        }
        5 => {
            let member = members.remove(place);
            members.insert(random.usize(..=members.len()), member);
        }
        6 => members.push((pick(random, words).clone(), anything(random, 1))),
        7 => {
            let name =
                *pick(random, &["@odata.id", "x@odata.bind", "members@delta", "@removed", "unheard", "", "a/b~c"]);
            members.push((name.to_owned(), anything(random, 1)));
        }
        8 => members[place].1 = Json::Array(vec![members[place].1.clone()]),
        _ => change_tag(members, words, random),
    }
}

/// Sets, takes away, moves or misspells a tag.
fn change_tag(members: &mut Vec<(String, Json)>, words: &[String], random: &mut Rng) {
    let tag = members.iter().position(|(name, _)| name == "@odata.type" || name == "@type");
    let name = if one_in(random, 4) { "@type" } else { "@odata.type" };
    match tag {
        Some(place) if one_in(random, 4) => {
            let (_, tag) = members.remove(place);
            members.insert(random.usize(..=members.len()), (name.to_owned(), tag));
        }
        Some(place) if one_in(random, 6) => drop(members.remove(place)),
        Some(place) if one_in(random, 8) => members[place].1 = anything(random, 1),
        Some(place) if one_in(random, 2) => {
            if let Json::Text(text) = &members[place].1 {
                let text = spell(text.trim_start_matches('#'), random);
                members[place].1 = Json::Text(text);
            }
        }
        _ => {
            let name = pick(random, words);
            let text = spell(name, random);
            let place = if one_in(random, 2) { 0 } else { random.usize(..=members.len()) };
            match tag {
                Some(tag) if !one_in(random, 6) => members[tag].1 = Json::Text(text),
                _ => members.insert(place, (name.to_owned(), Json::Text(text))),
            }
        }
    }
}

/// A tag for the type `name`, in one of the spellings that are met, good and bad.
fn spell(name: &str, random: &mut Rng) -> String {
    match random.usize(..SPELLINGS + 3) {
        0 => name.to_owned(),
        1 => format!("#{}", name.to_uppercase()),
        2 => format!("https://host.example/v1.0/$metadata#{name}"),
        3 => format!("##{name}"),
        4 => format!("#{name} "),
        5 => format!("#Collection({name})"),
        6 => String::new(),
        _ => format!("#{name}"),
    }
}

fn change_text(text: &mut String, random: &mut Rng) {
    match random.usize(..9) {
        0 => text.push('é'),
        1 => *text = text.to_uppercase(),
        2 => text.clear(),
        3 => text.push_str(", "),
        4 => text.insert(0, ' '),
        _ => *text = pick::<&str>(random, &TEXTS).to_string(),
    }
}

/// Texts that are a value of some primitive type, or nearly.
pub const TEXTS: [&str; 40] = [
    "",
    "0",
    "-1",
    "+7",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "1.5",
    "1e5",
    "INF",
    "-INF",
    "NaN",
    "inf",
    "2026-11-22",
    "2024-02-29",
    "2023-02-29",
    "0000-01-01",
    "-0001-12-31",
    "10000-01-01",
    "2026-13-01",
    "2026-11-22T17:51:00Z",
    "2026-11-22t17:51:00.123456789012z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T17:51:60Z",
    "2026-11-22T17:51-05:30",
    "07:59:59.999",
    "7:59",
    "PT22S",
    "-P1DT2H",
    "P1Y",
    "PT",
    "P1D",
    "11111111-2222-3333-4444-555555555555",
    "11111111222233334444555555555555",
    "T0RhdGE",
    "T0RhdGE=",
    "T0Rhd===",
    "a b",
    "https://host.example/",
    "\u{0}\u{1f600}\"\\",
];

/// Numbers at the edges of what primitive types hold.
pub const NUMBERS: [&str; 24] = [
    "0",
    "-0",
    "1",
    "-1",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "32767",
    "32768",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9223372036854775807",
    "9223372036854775808",
    "1.0",
    "1.5",
    "1e2",
    "1e-2",
    "3.5e38",
    "1.7e308",
    "123456789012345678901234567890",
];

/// Any JSON value, nested up to `depth`.
pub fn anything(random: &mut Rng, depth: usize) -> Json {
    match random.usize(..if depth == 0 { 5 } else { 7 }) {
        0 => Json::Null,
        1 => Json::Boolean(one_in(random, 2)),
        2 | 3 if one_in(random, 2) => Json::number(pick::<&str>(random, &NUMBERS)),
        2..=4 => Json::text(pick::<&str>(random, &TEXTS)),
        5 => Json::Array((0..random.usize(..3)).map(|_| anything(random, depth - 1)).collect()),
        _ => {
            let names = ["id", "type", "value", "@odata.type", "a", "b"];
            let members =
                (0..random.usize(..4)).map(|_| ((*pick(random, &names)).to_owned(), anything(random, depth - 1)));
            Json::Object(members.collect())
        }
    }
}

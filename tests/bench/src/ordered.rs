//! JSON whose members keep their order, to write payloads again with their tags elsewhere.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value in the order of its text.
#[derive(Clone, Debug)]
pub enum Ordered {
    /// A value without members.
    Leaf(serde_json::Value),
    /// An array.
    List(Vec<Self>),
    /// An object.
    Object(Vec<(String, Self)>),
}

/// Where the tags of a payload go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tags {
    /// In front of all other members.
    First,
    /// After all other members.
    Last,
}

/// The name of a tag.
const TAG: &str = "@odata.type";

impl Ordered {
    /// `json` as it is, without white space, the tags where `tags` says.
    pub fn rewrite(json: &str, tags: Tags) -> Result<String, serde_json::Error> {
        let mut out = String::new();
        serde_json::from_str::<Self>(json)?.write(tags, &mut out);
        Ok(out)
    }

    fn write(&self, tags: Tags, out: &mut String) {
        match self {
            Self::Leaf(value) => out.push_str(&value.to_string()),
            Self::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    separate(place, out);
                    item.write(tags, out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                let (tagged, others): (Vec<_>, Vec<_>) = members.iter().partition(|(name, _)| name == TAG);
                let (first, then) = if tags == Tags::First { (tagged, others) } else { (others, tagged) };
                out.push('{');
                for (place, (name, value)) in first.into_iter().chain(then).enumerate() {
                    separate(place, out);
                    out.push_str(&serde_json::Value::from(&**name).to_string());
                    out.push(':');
                    value.write(tags, out);
                }
                out.push('}');
            }
        }
    }
}

fn separate(place: usize, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Keep)
    }
}

struct Keep;

macro_rules! leaves {
    ($($visit:ident $ty:ty),+) => {$(
        fn $visit<E>(self, value: $ty) -> Result<Ordered, E> {
            Ok(Ordered::Leaf(value.into()))
        }
    )+};
}

impl<'de> Visitor<'de> for Keep {
    type Value = Ordered;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    leaves!(visit_bool bool, visit_i64 i64, visit_u64 u64, visit_f64 f64, visit_str &str);

    fn visit_unit<E>(self) -> Result<Ordered, E> {
        Ok(Ordered::Leaf(serde_json::Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Ordered, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Ordered::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Ordered, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Ordered::Object(object))
    }
}

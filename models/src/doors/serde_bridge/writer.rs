//! Whatever a deserializer gives, written as JSON text.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

/// The only member of the object as which `serde_json` gives a number when its feature `arbitrary_precision` is on; the
/// value is the number's text.
const NUMBER: &str = "$serde_json::private::Number";

/// Writes the value that it visits as JSON text.
pub(super) struct Writer<'w>(pub(super) &'w mut Vec<u8>);

impl<'de> DeserializeSeed<'de> for Writer<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! numbers {
    ($($visit:ident: $ty:ty),+) => {$(
        fn $visit<E: serde::de::Error>(self, value: $ty) -> Result<(), E> {
            self.0.extend_from_slice(value.to_string().as_bytes());
            Ok(())
        }
    )+};
}

impl<'de> Visitor<'de> for Writer<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that JSON can hold")
    }

    numbers!(visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128);

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        match crate::edm::float_text(value) {
            Ok(number) => self.0.extend_from_slice(number.as_bytes()),
            Err(text) => self.visit_str(text)?,
        }
        Ok(())
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.0.push(b'"');
        odatype_json::escape_into(value, self.0);
        self.0.push(b'"');
        Ok(())
    }

    fn visit_bytes<E: serde::de::Error>(self, value: &[u8]) -> Result<(), E> {
        self.visit_str(&crate::edm::binary::encode(value))
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.push(b'[');
        let mut length = self.0.len();
        while seq.next_element_seed(Writer(self.0))?.is_some() {
            length = self.0.len();
            self.0.push(b',');
        }
        self.0.truncate(length);
        self.0.push(b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some(first) = map.next_key::<Cow<'de, str>>()? else {
            self.0.extend_from_slice(b"{}");
            return Ok(());
        };
        members(self.0, &first, map)
    }
}

/// An object's members, the first of which has the name `first`; or the number that `serde_json` gives as an object.
pub(super) fn members<'de, A: MapAccess<'de>>(out: &mut Vec<u8>, first: &str, mut map: A) -> Result<(), A::Error> {
    let start = out.len();
    out.push(b'{');
    let value = member(out, first, &mut map)?;
    let end = out.len();
    more_members(out, map)?;
    if first == NUMBER && out.len() == end + 1 && is_number(out.get(value..end)) {
        // What a payload may have put there is the same: a number and nothing else.
        out.truncate(end - 1);
        out.drain(start..=value);
    }
    Ok(())
}

/// The members after the first, and the object's end.
pub(super) fn more_members<'de, A: MapAccess<'de>>(out: &mut Vec<u8>, mut map: A) -> Result<(), A::Error> {
    while let Some(name) = map.next_key::<Cow<'de, str>>()? {
        out.push(b',');
        member(out, &name, &mut map)?;
    }
    out.push(b'}');
    Ok(())
}

/// One member; gives where its value starts.
fn member<'de, A: MapAccess<'de>>(out: &mut Vec<u8>, name: &str, map: &mut A) -> Result<usize, A::Error> {
    Writer(out).visit_str::<A::Error>(name)?;
    out.push(b':');
    let value = out.len();
    map.next_value_seed(Writer(out))?;
    Ok(value)
}

/// Whether `json` is a string that is one number, as JSON writes numbers.
fn is_number(json: Option<&[u8]>) -> bool {
    let text = json.and_then(|json| json.strip_prefix(b"\"")?.strip_suffix(b"\""));
    text.and_then(|text| std::str::from_utf8(text).ok()).is_some_and(|text| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let has_zeros = matches!(digits.as_bytes(), [b'0', b'0'..=b'9', ..]);
        odatype_json::Exact::parse(text).is_some() && !text.starts_with('+') && !has_zeros
    })
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_as_strings() {
        for text in ["0", "-0", "1.50", "0.5", "0e1", "0E1", "1e400", "-12E-3", "123456789012345678901234567890"] {
            assert!(is_number(Some(format!("\"{text}\"").as_bytes())), "{text}");
        }
        for text in ["", "+1", "01", "-00", "1.", ".5", "1 ", "1,2", "true", "1}", "NaN", "1\"", "{}"] {
            assert!(!is_number(Some(format!("\"{text}\"").as_bytes())), "{text}");
        }
        assert!(!is_number(Some(b"1")) && !is_number(None));
    }
}

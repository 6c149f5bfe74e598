//! sonic-rs's lazy iterators: an item is passed over first, and walked when it is looked into.

use std::error::Error;

use sonic_rs::{JsonType, JsonValueTrait as _, LazyValue};

use super::Digest;

/// Walks `json`.
pub(crate) fn sonic_lazy(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    let mut digest = Digest::default();
    value(sonic_rs::from_slice(json)?, &mut digest)?;
    Ok(digest)
}

fn value(lazy: LazyValue<'_>, digest: &mut Digest) -> Result<(), Box<dyn Error>> {
    match lazy.get_type() {
        JsonType::Object => {
            digest.containers += 1;
            for member in lazy.into_object_iter().into_iter().flatten() {
                let (name, lazy) = member?;
                digest.name(name.len());
                value(lazy, digest)?;
            }
        }
        JsonType::Array => {
            digest.containers += 1;
            for item in lazy.into_array_iter().into_iter().flatten() {
                value(item?, digest)?;
            }
        }
        JsonType::String => digest.string(lazy.as_str().ok_or("a string that cannot be read")?.len()),
        JsonType::Number => digest.numbers += 1,
        JsonType::Null | JsonType::Boolean => digest.words += 1,
    }
    Ok(())
}

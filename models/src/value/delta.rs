//! What changed among the entities that a navigation property holds.
//!
//! Source: OData JSON 4.01, section 15 (delta payload).

use super::Json;
use crate::{
    decode, encode,
    error::Error,
    node::{Edited, Record},
    table::TypeId,
};

/// The entities of the type `ty` in the nested delta `name`, which is null where nobody says anything.
pub(super) fn read(record: &Record, name: &str, ty: TypeId) -> Result<Option<Vec<Record>>, Error> {
    let json = record.undeclared(name).and_then(Json::of).filter(|json| !json.is_null());
    let Some(json) = json else { return Ok(None) };
    // The member alone, so that an error says which it is.
    let mut text = vec![b'{'];
    encode::member(name, &mut text);
    text.extend_from_slice(json.text().as_bytes());
    text.push(b'}');
    decode::only_member(ty, &text).map(Some)
}

/// Sets the nested delta `name`: as in a collection's envelope, each entity has its tag where one is needed.
pub(super) fn set(record: &mut Record, name: &str, ty: TypeId, items: Edited) {
    let items = match items {
        Edited::Objects(list) => {
            let mut text = Vec::new();
            encode::objects(ty, list.records(), &mut text);
            Edited::Json(encode::as_text(text).into())
        }
        other => other,
    };
    record.set_any(name, items);
}

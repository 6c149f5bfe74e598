//! What `Debug` shows of a record: its type's name, and its members as JSON values, unless values are hidden.

use odatype_table::name::without_overload;

use super::whole::to_value;
use crate::{
    finding::{Hidden, values_are_hidden},
    node::Record,
};

impl std::fmt::Debug for Record {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.ty().name;
        // Of the body of an action, what the action is bound to follows in parentheses.
        let own = without_overload(name);
        let short = own.rsplit_once('.').map_or(own, |(_, short)| short);
        let mut output = formatter.debug_struct(short);
        match to_value(self) {
            Ok(serde_json::Value::Object(members)) => {
                let is_hidden = values_are_hidden();
                for (name, value) in &members {
                    output.field(name, if is_hidden { &Hidden } else { value });
                }
                output.finish()
            }
            _ => output.finish_non_exhaustive(),
        }
    }
}

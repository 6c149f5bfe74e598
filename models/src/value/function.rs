//! Calls of functions, which are URLs.

use std::borrow::Cow;

use odatype_json::unescape;

use super::{EntityRef, Structured, url};
use crate::{
    encode,
    node::{Held, Record, Value},
    table::{Kind, TypeId},
};

/// A call of a function: what the function is given. [`EntityRef::function`] makes a URL of it, and what comes back is
/// decoded by [`Operation`](crate::Operation).
///
/// Its values are those of an object: they are set by their names, and
/// [`validate`](crate::validate::Validate::validate) tells what the service would refuse. It is no payload: no type is
/// found by its name at run time, and it has none of serde's traits, so that nobody sends it as the body of a request.
/// A finding's pointer begins with the parameter, as the URL has it before its `=` (`/fromDateTime`; `/ids/0` is an
/// item of the JSON behind `@ids`); its line and column are those of the value as JSON, which is not what is sent, and
/// are of no use.
///
/// Source: OData CSDL JSON 4.01, section 12.3 (function); OData Protocol 4.01, section 11.5.4 (functions).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no call of a function",
    note = "calls are in the modules `functions` of generated code; the URL of an action is made by `EntityRef::action`"
)]
pub trait Function: Structured {
    /// The segment of a path that calls the function: the qualified name of a bound one, the name of the import of
    /// another.
    const SEGMENT: &'static str;
}

impl EntityRef {
    /// The function that `call` calls, bound to this (unbound ones to the service's root), with what it is given.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{EntityRef, Operation, edm::DateTimeOffset};
    /// use odatype::graph::call_records::functions::call_record_collection::{GetPstnCalls, GetPstnCallsRequired};
    ///
    /// let (from, to): (DateTimeOffset, DateTimeOffset) = ("2026-11-01T00:00:00Z".parse()?, "2026-12-01T00:00:00Z".parse()?);
    /// let call = GetPstnCalls::new(GetPstnCallsRequired { from_date_time: from, to_date_time: to });
    /// assert_eq!(
    ///     EntityRef::new("communications/callRecords").function(&call).as_str(),
    ///     "communications/callRecords/microsoft.graph.callRecords.getPstnCalls\
    ///      (fromDateTime=2026-11-01T00:00:00Z,toDateTime=2026-12-01T00:00:00Z)",
    /// );
    /// let calls = GetPstnCalls::decode_response(br#"{"value":[{"duration":15}]}"#)?;
    /// assert_eq!(calls.value[0].duration(), Some(15));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Values are written as in keys. Null is `null`; what was not given is left out. A collection and an object are
    /// JSON in the query, behind a parameter alias: `…/ns.find(ids=@ids)?@ids=["a"]`, percent-encoded. What follows,
    /// such as a [`navigation`](Self::navigation), is put before the query.
    ///
    /// Source: OData URL Conventions 4.01, sections 4.5 (addressing functions) and 5.3.1 (parameter aliases); OData
    /// Protocol 4.01, section 11.5.4.1 (invoking a function).
    #[must_use]
    #[inline]
    pub fn function<F: Function>(self, call: &F) -> Self {
        called(self, F::SEGMENT, call.record())
    }
}

#[inline]
fn called(on: EntityRef, function: &str, record: &Record) -> EntityRef {
    let (mut url, mut given) = (on, Vec::new());
    for (name, kind, value) in values(record) {
        let text = text(value, kind, record.type_id());
        let name = url::encoded(&name);
        let value = if let Some(literal) = literal(kind, record.type_id(), text.trim()) {
            literal
        } else {
            let alias = free(&url, &name);
            url = url.with_query(&alias, &url::encoded(&text));
            alias
        };
        given.push((name, value));
    }
    url.navigation(&format!("{function}{}", url::named(given.into_iter())))
}

/// What was given, by name; what the schema does not know of comes last.
#[inline]
fn values(record: &Record) -> impl Iterator<Item = (Cow<'static, str>, Option<Kind>, Value<'_>)> {
    let declared = record.ty().properties().iter().zip(0..);
    let declared = declared
        .filter_map(|(property, slot)| Some((Cow::Borrowed(property.name), Some(property.kind), record.value(slot)?)));
    let dynamic = record.undeclared_names().into_iter().filter_map(|name| {
        let value = record.undeclared(&name)?;
        Some((Cow::Owned(name), None, value))
    });
    declared.chain(dynamic)
}

/// A value as JSON.
#[inline]
fn text(value: Value<'_>, kind: Option<Kind>, of: TypeId) -> String {
    let declared = match kind {
        Some(Kind::Structured(index)) => Some(TypeId { index, ..of }),
        _ => None,
    };
    match value.0 {
        Held::Node(document, at) => encode::node_text(document, at),
        Held::Changed(edited) => encode::text_in_place(edited, declared),
    }
}

/// The literal of a value that is given as JSON; nothing of an array and of an object, which have none.
///
/// Source: OData ABNF, `primitiveLiteral`; OData URL Conventions 4.01, section 5.1.1.14 (literals).
#[inline]
fn literal(kind: Option<Kind>, of: TypeId, json: &str) -> Option<String> {
    if json.starts_with(['[', '{']) {
        return None;
    }
    let Some(text) = json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(unescape) else {
        return Some(url::encoded(json));
    };
    Some(match kind {
        Some(Kind::Scalar(primitive)) => match primitive.before_quotes() {
            Some(prefix) => url::quoted(prefix, &text),
            None => url::encoded(&text),
        },
        Some(Kind::Enum(index) | Kind::Closed(index) | Kind::Flags(index)) => {
            url::quoted(TypeId { index, ..of }.get().name, &text)
        }
        _ => url::quoted("", &text),
    })
}

/// An alias for the parameter `name` that `url` does not have yet, should a function be called on what another one
/// gives.
#[inline]
fn free(url: &EntityRef, name: &str) -> String {
    let is_taken = |alias: &String| ['?', '&'].iter().any(|before| url.as_str().contains(&format!("{before}{alias}=")));
    let more = (2..).map(|number: u64| format!("@{name}{number}"));
    let mut all = std::iter::once(format!("@{name}")).chain(more);
    all.find(|alias| !is_taken(alias)).unwrap_or_default()
}

//! Control information: members whose names say what the rest is about.
//!
//! Source: OData JSON 4.01, section 4.6 (control information) and its subsections; the prefix `odata.` may be left out.

use odatype_json::{Span, tree};
use odatype_table::{
    Primitive,
    control::{Form, form},
    literal,
};

use crate::{
    decode::{Decoder, Path, Step, narrow},
    finding::{Expected, Found, Rule},
    table::{Bind, Property, Type},
};

impl Decoder<'_> {
    /// The member `name`, in whose name there is an `@`, of an object of type `ty`; its value is at `value`. What a
    /// delta says of related entities is of their type, as far as it is there.
    pub(super) fn check_control(&mut self, name: &str, value: Span, ty: &Type, path: &Path<'_>) -> Step<()> {
        let Some((target, form)) = form(name) else { return Ok(()) };
        let property = ty.slot(target).and_then(|slot| ty.properties().get(slot));
        match (form, property) {
            (Form::Bind, _) => self.check_bind(property, value, ty, path),
            (Form::Delta, Some(property))
                if property.navigation && property.collection && self.reader.slice(value).starts_with('[') =>
            {
                let changed = Property::unnamed(property.kind, true, false);
                return self.again(value, |decoder| decoder.property(&changed, 0, path));
            }
            _ => self.check_form(form, value, path),
        }
        Ok(())
    }

    /// A member of a collection's envelope other than `value`.
    pub(in crate::decode) fn check_envelope_member(&mut self, name: &str, at: Span, value: Span, path: &Path<'_>) {
        if odatype_table::name::is_annotation(name) {
            self.check_form_of(name, value, path);
        } else {
            let found = Found::Name(narrow(at.start), narrow(at.end));
            let expected = Expected::Words("only `value` and control information");
            self.note(path, at.start - 1, Rule::Undeclared, expected, found);
        }
    }

    /// The same of an object that has no type, so that a bind may be of any property.
    pub(super) fn check_form_of(&mut self, name: &str, value: Span, path: &Path<'_>) {
        if let Some((_, form)) = form(name) {
            self.check_form(form, value, path);
        }
    }

    fn check_form(&mut self, form: Form, value: Span, path: &Path<'_>) {
        let text = self.reader.slice(value);
        let fits = match form {
            Form::Text | Form::Type => text.starts_with('"'),
            Form::Bind => text.starts_with('"') || text == "null" || is_array_of(text, is_string),
            Form::Id => text.starts_with('"') || text == "null",
            Form::Count => is_count(text),
            Form::Objects | Form::Delta => is_array_of(text, |kind| matches!(kind, tree::Kind::Object(_))),
            Form::Object => text.starts_with('{'),
        };
        if !fits {
            self.find(path, value, Rule::Control, Expected::Words(form.expected()));
        }
    }

    /// What `property` is bound to: one URL, or many. Only navigation properties can be bound.
    fn check_bind(&mut self, property: Option<&Property>, value: Span, ty: &Type, path: &Path<'_>) {
        let text = self.reader.slice(value);
        let many = is_array_of(text, is_string);
        let one = text.starts_with('"');
        let bind = Bind::of(property, ty);
        let fits = match bind {
            Bind::Never => false,
            Bind::Many => many,
            Bind::One { is_nullable } => one || (is_nullable && text == "null"),
            Bind::Any => one || many,
        };
        if !fits {
            self.find(path, value, Rule::Control, Expected::Words(bind.expected()));
        }
    }
}

/// The items of the JSON text `text`, if it is an array.
pub(super) fn items(text: &str) -> Option<impl Iterator<Item = tree::Value<'_>>> {
    match tree::parse(text).ok()?.kind {
        tree::Kind::Array(items) => Some(items.into_iter()),
        _ => None,
    }
}

fn is_string(kind: &tree::Kind<'_>) -> bool {
    matches!(kind, tree::Kind::String(_))
}

fn is_array_of(text: &str, is: impl Fn(&tree::Kind<'_>) -> bool) -> bool {
    items(text).is_some_and(|mut items| items.all(|item| is(&item.kind)))
}

/// Whether `text` is a count: an integer that is not negative, or a string of one.
fn is_count(text: &str) -> bool {
    let inside = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inside {
        Some(digits) => literal::int64(digits).is_some_and(|count| count >= 0),
        None => literal::is_number(Primitive::Int64, text) && !text.starts_with('-'),
    }
}

#[cfg(test)]
mod tests {
    use super::is_count;

    #[test]
    fn counts() {
        for (text, expected) in [
            ("5", true),
            ("\"5\"", true),
            ("5.0", true),
            ("-1", false),
            ("\"-1\"", false),
            ("1.5", false),
            ("null", false),
            ("\"x\"", false),
        ] {
            assert_eq!(is_count(text), expected, "{text}");
        }
    }
}

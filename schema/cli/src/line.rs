//! Lines of text for people.

pub(crate) use odatype_schema::one_line;

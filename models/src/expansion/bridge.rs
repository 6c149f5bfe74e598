//! The traits of other crates: serde and schemars.

/// `Serialize` and `Deserialize` through the drivers; how to come to the record.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($ty:ident, $index:literal, |$this:ident| $record:expr) => {
        impl $crate::__private::serde::Serialize for $ty {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                let $this = self;
                $crate::__private::serialize($record, $index, serializer)
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $ty {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// `schemars::JsonSchema`, with the feature `json-schema`.
#[cfg(feature = "json-schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($ty:ident) => {
        impl $crate::__private::json_schema::JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $crate::__private::json_schema::name::<Self>()
            }
            fn json_schema(
                generator: &mut $crate::__private::json_schema::SchemaGenerator,
            ) -> $crate::__private::json_schema::Schema {
                $crate::__private::json_schema::schema::<Self>(generator)
            }
        }
    };
}

/// The JSON Schema of a type that is not structured, with the feature `json-schema`.
#[cfg(feature = "json-schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __described {
    ($ty:ident, $schema:path, $index:literal) => {
        impl $crate::json_schema::Described for $ty {
            fn subject() -> $crate::__private::json_schema::Subject {
                $crate::__private::json_schema::Subject::one($crate::TypeId { schema: &$schema, index: $index })
            }
        }
        $crate::__json_schema! { $ty }
    };
}

/// Nothing: `schemars::JsonSchema` needs the feature `json-schema`.
#[cfg(not(feature = "json-schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema {
    ($ty:ident) => {};
}

/// Nothing, as [`__json_schema`].
#[cfg(not(feature = "json-schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __described {
    ($ty:ident, $schema:path, $index:literal) => {};
}

//! Structured types.

/// A structured type: a newtype over a record, which is JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! __structured {
    ($ty:ident, $schema:path, $index:literal, $name:literal) => {
        $crate::__function! { $ty, $schema, $index, $name }
        $crate::__serde! { $ty, $index, |this| &this.0 }
        $crate::__json_schema! { $ty }
    };
}

/// What a function is given: a newtype over a record, which goes into a URL, so that nobody sends it as JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! __function {
    ($ty:ident, $schema:path, $index:literal, $name:literal) => {
        impl $crate::Structured for $ty {
            const DECLARED: $crate::__private::Declared = $crate::__private::declared(&$schema, $index, $name);
            #[inline]
            fn from_record(record: $crate::Record) -> Self {
                Self(record)
            }
            #[inline]
            fn record(&self) -> &$crate::Record {
                &self.0
            }
            #[inline]
            fn record_mut(&mut self) -> &mut $crate::Record {
                &mut self.0
            }
        }
        impl ::core::clone::Clone for $ty {
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl ::core::cmp::Eq for $ty {}
        impl ::core::fmt::Debug for $ty {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug(&self.0, formatter)
            }
        }
    };
}

/// A structured type that needs nothing to be made.
#[doc(hidden)]
#[macro_export]
macro_rules! __default {
    ($ty:ident) => {
        impl ::core::default::Default for $ty {
            fn default() -> Self {
                Self::new()
            }
        }
    };
}

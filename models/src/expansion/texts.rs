//! Enumeration types: what is a string on the wire.

/// An enumeration type.
#[doc(hidden)]
#[macro_export]
macro_rules! __enumeration {
    (
        $ty:ident, $schema:path, $index:literal, $name:literal,
        { $($variant:ident = $place:literal $member:literal),* $(,)? }
    ) => {
        $crate::__enumeration! {
            @type $ty, $schema, $index, $name, { $($variant = $place $member),* },
            |text| ::core::option::Option::Some(<$ty as ::core::convert::From<&str>>::from(text)), Unrecognized
        }
        $crate::__wire_text! {
            $ty, |value| value.as_str(),
            |text| match $crate::__private::member(<$ty as $crate::Enumeration>::MEMBERS, text) {
                $($place => $ty::$variant,)*
                _ => $ty::Unrecognized(::core::convert::From::from(text)),
            }
        }
    };
    // Without a variant for members that the schema does not declare.
    (
        $ty:ident, $schema:path, $index:literal, $name:literal,
        { $($variant:ident = $place:literal $member:literal),* $(,)? }, exhaustive
    ) => {
        $crate::__enumeration! {
            @type $ty, $schema, $index, $name, { $($variant = $place $member),* },
            |text| ::core::option::Option::Some(
                match $crate::__private::member(<$ty as $crate::Enumeration>::MEMBERS, text) {
                    $($place => $ty::$variant,)*
                    _ => return ::core::option::Option::None,
                }
            )
        }
        $crate::__closed_text! { $ty }
    };
    (
        @type $ty:ident, $schema:path, $index:literal, $name:literal,
        { $($variant:ident = $place:literal $member:literal),* $(,)? },
        |$text:ident| $read:expr $(, $other:ident)?
    ) => {
        impl $crate::Enumeration for $ty {
            const TYPE_NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$($member),*];
            #[inline]
            fn from_wire($text: &str) -> ::core::option::Option<Self> {
                $read
            }
            #[inline]
            fn wire(&self) -> &str {
                self.as_str()
            }
        }
        impl $ty {
            /// The member's name on the wire.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.__key().1
            }

            /// The member's place among the declared ones, after all of them for one that is not, and its name.
            fn __key(&self) -> (usize, &str) {
                let place = match self {
                    $(Self::$variant => $place,)*
                    $(Self::$other(name) => return (usize::MAX, name.as_str()),)?
                };
                (place, $crate::__private::member_at(<Self as $crate::Enumeration>::MEMBERS, place))
            }
        }
        impl ::core::fmt::Debug for $ty {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_member(self.__key(), &[$(::core::stringify!($variant)),*], formatter)
            }
        }
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant => Self::$variant,)*
                    $(Self::$other(name) => Self::$other(::core::clone::Clone::clone(name)),)?
                }
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.__key() == other.__key()
            }
        }
        impl ::core::cmp::Eq for $ty {}
        impl ::core::cmp::PartialOrd for $ty {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
        impl ::core::cmp::Ord for $ty {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.__key(), &other.__key())
            }
        }
        impl ::core::hash::Hash for $ty {
            fn hash<__H: ::core::hash::Hasher>(&self, state: &mut __H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }
        $crate::__described! { $ty, $schema, $index }
    };
}

/// An enumeration type whose members combine.
#[doc(hidden)]
#[macro_export]
macro_rules! __flags {
    ($ty:ident, $schema:path, $index:literal, $name:literal, { $($(#[$doc:meta])* $member:ident = $text:literal $value:literal),* $(,)? }) => {
        impl $ty {
            $($(#[$doc])* pub const $member: Self = Self($crate::FlagSet::from_bits($value));)*

            /// The type's qualified name.
            pub const TYPE_NAME: &'static str = $name;

            /// The declared members: names on the wire, and values.
            pub const MEMBERS: &'static [(&'static str, i64)] = &[$(($text, $value)),*];

            /// Whether all members of `other` are in this set.
            #[inline]
            #[must_use]
            pub fn contains(&self, other: &Self) -> bool {
                self.0.contains(&other.0)
            }

            /// The members by value, and the names that the schema does not declare.
            #[inline]
            #[must_use]
            pub fn set(&self) -> &$crate::FlagSet {
                &self.0
            }

            /// The set's text on the wire: members separated by commas.
            #[inline]
            #[must_use]
            pub fn to_wire(&self) -> ::std::string::String {
                self.0.to_wire(Self::MEMBERS)
            }
        }
        impl ::core::clone::Clone for $ty {
            #[inline]
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        impl ::core::default::Default for $ty {
            #[inline]
            fn default() -> Self {
                Self(::core::default::Default::default())
            }
        }
        impl ::core::ops::BitOr for $ty {
            type Output = Self;
            #[inline]
            fn bitor(self, other: Self) -> Self {
                Self(self.0.union(&other.0))
            }
        }
        impl<'a> $crate::__private::Primitive<'a> for $ty {
            #[inline]
            fn read(value: $crate::__private::Value<'a>) -> ::core::option::Option<Self> {
                let text = <&str as $crate::__private::Primitive<'a>>::read(value)?;
                ::core::option::Option::Some(Self($crate::FlagSet::parse(text, Self::MEMBERS)))
            }
        }
        impl $crate::__private::Owned for $ty {
            type Borrowed<'a> = Self;
            #[inline]
            fn owned(borrowed: Self) -> Self {
                borrowed
            }
        }
        impl $crate::IntoProperty<$ty> for $ty {
            #[inline]
            fn into_property(self) -> $crate::__private::Edited {
                $crate::__private::Edited::text(&self.to_wire())
            }
        }
        impl $crate::IntoProperty<$ty, $crate::__private::Borrowed> for &$ty {
            #[inline]
            fn into_property(self) -> $crate::__private::Edited {
                $crate::__private::Edited::text(&self.to_wire())
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl ::core::cmp::Eq for $ty {}
        impl ::core::hash::Hash for $ty {
            fn hash<__H: ::core::hash::Hasher>(&self, state: &mut __H) {
                ::core::hash::Hash::hash(&self.0, state);
            }
        }
        impl ::core::fmt::Debug for $ty {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                self.0.debug(::core::stringify!($ty), Self::MEMBERS, formatter)
            }
        }
        $crate::__wire_text! { $ty, |value| &value.to_wire(), |text| $ty($crate::FlagSet::parse(text, $ty::MEMBERS)) }
        $crate::__described! { $ty, $schema, $index }
    };
}

/// What types have that are a string on the wire, any string, given how to write and how to read them.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire_text {
    ($ty:ident, |$value:ident| $write:expr, |$text:ident| $read:expr) => {
        impl ::core::str::FromStr for $ty {
            type Err = ::core::convert::Infallible;
            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(::core::convert::From::from(text))
            }
        }
        impl ::core::convert::From<&str> for $ty {
            #[inline]
            fn from($text: &str) -> Self {
                $read
            }
        }
        impl ::core::cmp::PartialEq<str> for $ty {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                $crate::__private::is_named(self, other)
            }
        }
        $crate::__any_text! { $ty, |$value| $write }
    };
}

/// What an exhaustive enumeration type has: not any string is one.
#[doc(hidden)]
#[macro_export]
macro_rules! __closed_text {
    ($ty:ident) => {
        impl ::core::str::FromStr for $ty {
            type Err = $crate::UnknownMember;
            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                $crate::__private::closed_member(text)
            }
        }
        impl ::core::convert::TryFrom<&str> for $ty {
            type Error = $crate::UnknownMember;
            #[inline]
            fn try_from(text: &str) -> ::core::result::Result<Self, Self::Error> {
                $crate::__private::closed_member(text)
            }
        }
        impl ::core::cmp::PartialEq<str> for $ty {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                $crate::__private::closed_member(other).as_ref() == ::core::result::Result::Ok(self)
            }
        }
        $crate::__any_text! { $ty, |value| value.as_str() }
    };
}

/// What both have, given how to write them.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_text {
    ($ty:ident, |$value:ident| $write:expr) => {
        impl ::core::fmt::Display for $ty {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let $value = self;
                formatter.write_str($write)
            }
        }
        impl $crate::__private::ItemType for $ty {
            type Reader = $crate::__private::Primitives;
        }
        impl $crate::__private::serde::Serialize for $ty {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                let $value = self;
                serializer.serialize_str($write)
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $ty {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize_text(deserializer)
            }
        }
    };
}

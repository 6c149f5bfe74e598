//! Enumeration types whose members combine.

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
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        impl ::core::default::Default for $ty {
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

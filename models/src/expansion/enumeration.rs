//! Enumeration types whose values are one member each.

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
            const DECLARED: (&'static str, &'static [&'static str]) = ($name, &[$($member),*]);
            // There are enumeration types without members.
            #[allow(unreachable_code)]
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
            #[allow(unreachable_code)]
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
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant => Self::$variant,)*
                    $(Self::$other(name) => Self::$other(::core::clone::Clone::clone(name)),)?
                }
            }
        }
        impl ::core::cmp::PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::is_same(self.__key(), other.__key())
            }
        }
        impl ::core::cmp::Eq for $ty {}
        impl ::core::cmp::PartialOrd for $ty {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some($crate::__private::compare(self.__key(), other.__key()))
            }
        }
        impl ::core::cmp::Ord for $ty {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                $crate::__private::compare(self.__key(), other.__key())
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

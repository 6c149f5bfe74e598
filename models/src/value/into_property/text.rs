//! Values that are text on the wire.

use super::{Borrowed, Given, IntoProperty};
use crate::{
    edm::{self, Binary, Date, DateTimeOffset, Duration, Guid, TimeOfDay, chrono},
    node::Edited,
};

macro_rules! strings {
    ($($ty:ty as $by:ty),+ $(,)?) => {$(
        impl IntoProperty<String, $by> for $ty {
            fn into_property(self) -> Edited {
                Edited::Text(self.into())
            }
        }
    )+};
}
strings!(&str as Given, String as Given, Box<str> as Given, std::borrow::Cow<'_, str> as Given);

impl IntoProperty<String, Borrowed> for &String {
    fn into_property(self) -> Edited {
        Edited::Text(self.as_str().into())
    }
}

macro_rules! texts {
    ($($ty:ty => $text:expr;)+) => {$(
        impl IntoProperty<$ty> for $ty {
            fn into_property(self) -> Edited {
                let text: fn($ty) -> String = $text;
                Edited::Text(text(self).into())
            }
        }

        impl IntoProperty<$ty, Borrowed> for &$ty {
            fn into_property(self) -> Edited {
                (*self).into_property()
            }
        }
    )+};
}
texts! {
    Guid => |guid| guid.to_string();
    Date => edm::date_text;
    TimeOfDay => edm::time_text;
    Duration => edm::duration_text;
}

/// Of any time zone, with its offset at that moment.
impl<Z: chrono::TimeZone> IntoProperty<DateTimeOffset> for chrono::DateTime<Z> {
    fn into_property(self) -> Edited {
        Edited::Text(edm::date_time_offset_text(self.fixed_offset()).into())
    }
}

impl<Z: chrono::TimeZone> IntoProperty<DateTimeOffset, Borrowed> for &chrono::DateTime<Z> {
    fn into_property(self) -> Edited {
        Edited::Text(edm::date_time_offset_text(self.fixed_offset()).into())
    }
}

/// Of any length: on the wire there is no longest.
impl IntoProperty<Duration> for std::time::Duration {
    fn into_property(self) -> Edited {
        Edited::Text(edm::unsigned_duration_text(self).into())
    }
}

macro_rules! bytes {
    ($([$($parameters:tt)*] $ty:ty as $by:ty),+ $(,)?) => {$(
        impl<$($parameters)*> IntoProperty<Binary, $by> for $ty {
            fn into_property(self) -> Edited {
                Edited::Text(edm::binary::encode(self.as_ref()).into())
            }
        }
    )+};
}
bytes!([] Binary as Given, [] &[u8] as Given, [const N: usize] [u8; N] as Given, [const N: usize] &[u8; N] as Given, [] &Binary as Borrowed);

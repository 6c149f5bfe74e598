//! Reading every declared property of a decoded value down to the leaves: what our decoding leaves for the first time
//! that somebody asks is paid for here.

use std::borrow::Cow;

use odatype::{Json, OneOrMany, edm};

/// What can be read to the end.
pub trait Touch {
    /// Reads everything; what it returns depends on all of it.
    fn touch(&self) -> usize;
}

impl<T: Touch + ?Sized> Touch for &T {
    fn touch(&self) -> usize {
        T::touch(self)
    }
}

impl<T: Touch> Touch for Option<T> {
    fn touch(&self) -> usize {
        self.as_ref().map_or(0, T::touch)
    }
}

impl<T: Touch> Touch for [T] {
    fn touch(&self) -> usize {
        self.iter().map(T::touch).sum()
    }
}

impl<T: Touch> Touch for OneOrMany<T> {
    fn touch(&self) -> usize {
        self.as_slice().touch()
    }
}

impl Touch for str {
    fn touch(&self) -> usize {
        self.len()
    }
}

impl Touch for Cow<'_, str> {
    fn touch(&self) -> usize {
        self.len()
    }
}

impl Touch for Json<'_> {
    fn touch(&self) -> usize {
        self.text().len()
    }
}

macro_rules! leaves {
    ($($ty:ty),+ $(,)?) => {$(
        impl Touch for $ty {
            fn touch(&self) -> usize {
                std::hint::black_box(self);
                1
            }
        }
    )+};
}
leaves! {
    bool, u8, i8, i16, i32, i64, f32, f64,
    edm::Binary, edm::Date, edm::DateTimeOffset, edm::Decimal, edm::Duration, edm::Guid, edm::TimeOfDay,
}

#[allow(clippy::all, clippy::pedantic, reason = "generated")]
mod all {
    use super::Touch;

    include!(concat!(env!("OUT_DIR"), "/touch.rs"));
}

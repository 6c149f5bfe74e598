//! Values of generated types.

use std::{marker::PhantomData, sync::Arc};

use proptest::{
    strategy::{NewTree, Strategy, ValueTree},
    test_runner::{Reason, TestRunner},
};

use super::{
    kept::{Kept, Read},
    payloads::Payloads,
};
use crate::{doors::from_slice_strict, value::Structured};

/// How often a payload is made anew of which no value of the type itself comes.
const AGAIN: usize = 256;

/// A strategy of values of the generated type `T` that one may send: what
/// [`from_slice_strict`](crate::from_slice_strict) takes. A struct is of its own type alone, a tagged enum of each of
/// its variants but the unknown.
///
/// If none can be made up, the test ends with the place that is why.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{graph::MediaConfig, sample, validate::Validate};
/// use proptest::prelude::*;
///
/// proptest!(|(media in sample::strategy::<MediaConfig>())| {
///     prop_assert!(!matches!(media, MediaConfig::Unknown(_)));
///     prop_assert!(media.validate().is_empty());
/// });
/// # }
/// ```
pub fn strategy<T: Structured>() -> impl Strategy<Value = T> + Clone {
    OfType::<T> { payloads: Payloads::of(T::TYPE), of: PhantomData }
}

#[derive(Clone, Debug)]
struct OfType<T> {
    payloads: Payloads,
    of: PhantomData<fn() -> T>,
}

impl<T: Structured> Strategy for OfType<T> {
    type Tree = Kept<Box<dyn ValueTree<Value = String>>, T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let read: Read<T> =
            Arc::new(|text| from_slice_strict::<T>(text.as_bytes()).ok().filter(|value| T::holds(value.record())));
        for _ in 0..AGAIN {
            if let Some(kept) = Kept::new(self.payloads.new_tree(runner)?, Arc::clone(&read)) {
                return Ok(kept);
            }
        }
        Err(Reason::from(format!("{}: no value was found that is of this type itself", T::TYPE_NAME)))
    }
}

//! How a value stands for a property's. The compiler finds it, so that a value, a reference to one, an iterator and an
//! `Option` can each have implementations for all types.

use std::marker::PhantomData;

/// As it is.
#[derive(Debug)]
pub enum Given {}

/// By a reference to it.
#[derive(Debug)]
pub enum Borrowed {}

/// As a member of an enumeration, by `By`.
#[derive(Debug)]
pub struct Member<By>(PhantomData<By>);

/// As items, which stand for the collection's by `By`.
#[derive(Debug)]
pub struct Items<By>(PhantomData<By>);

/// If there is one, by `By`.
#[derive(Debug)]
pub struct Maybe<By>(PhantomData<By>);

/// As null.
#[derive(Debug)]
pub enum Nothing {}

/// That there certainly is a value, which a required parameter needs.
#[diagnostic::on_unimplemented(
    message = "a required parameter can be neither null nor left out",
    label = "expected a value, not `Null` or an `Option`",
    note = "take the value out of an `Option` before, with `let Some(value) = value else …`",
    note = "what may be left out is set afterwards, by `.with(…)` or `.set(…)`, which take an `Option`"
)]
pub trait Provided {}

/// That there certainly is a value or null, which a required parameter needs that may be null.
#[diagnostic::on_unimplemented(
    message = "a required parameter cannot be left out",
    label = "expected a value or `Null`, not an `Option`",
    note = "an `Option` is taken apart before, with `match`: `new` is called once with the value, and once with `odatype::Null`",
    note = "what may be left out is set afterwards, by `.with(…)` or `.set(…)`, which take an `Option`"
)]
pub trait Stated {}

impl Stated for Nothing {}
impl<By: Provided> Stated for By {}

impl Provided for Given {}
impl Provided for Borrowed {}
impl<By> Provided for Items<By> {}
impl<By> Provided for Member<By> {}

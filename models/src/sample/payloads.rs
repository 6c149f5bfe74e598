//! Payloads of a type that is named at run time.

use std::sync::Arc;

use odatype_table::{Profile, name::MaybeCollection};
use proptest::{
    strategy::{NewTree, Strategy, ValueTree},
    test_runner::{Reason, TestRunner},
};

use super::{
    chance::{below, seeded},
    kept::{Kept, Read},
    maker::Maker,
    refused::{LeftOut, Refused},
    tree::{Part, Tree},
};
use crate::{
    decode,
    error::Error,
    table::{Asks, Kind, Schema, TypeId},
};

/// How often a payload is made anew that keeps the rules of its types, but not those of the payload as a whole.
const AGAIN: usize = 256;

/// A strategy of JSON texts that one may send, of one type: see [`Schema::payloads`].
#[derive(Clone, Debug)]
pub struct Payloads {
    maker: Arc<Maker>,
    kind: Kind,
    is_collection: bool,
}

impl Schema {
    /// Payloads of the type named `type_name`, which [`Schema::validate`](Self::validate) takes in the strict profile:
    /// of a structured type or the body of an action, of an enumeration type, a built-in one, or `Collection(…)` of one
    /// for a response with many values.
    ///
    /// # Errors
    /// If the schema has no such type, or no payload of it can be made up.
    pub fn payloads(&'static self, type_name: &str) -> Result<Payloads, Error> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(type_name);
        let payloads = Payloads::new(self, self.kind(item)?, is_collection);
        payloads.tree(&mut seeded(0)).map_err(|refused| refused.at(|| item.to_owned()).left_out().to_error())?;
        Ok(payloads)
    }
}

impl Payloads {
    /// Payloads of generated types' own.
    pub(super) fn of(id: TypeId) -> Self {
        Self::new(id.schema, Kind::Structured(id.index), false)
    }

    fn new(schema: &'static Schema, kind: Kind, is_collection: bool) -> Self {
        Self { maker: Arc::new(Maker::new(schema)), kind, is_collection }
    }

    /// The payloads of a seed, without end: the same ones each time.
    ///
    /// An error is given where one cannot be made up, as [`Schema::payloads`] has it.
    pub fn seeded(self, seed: u64) -> impl Iterator<Item = Result<String, Error>> {
        let mut runner = seeded(seed);
        std::iter::repeat_with(move || {
            let tree = self.tree(&mut runner);
            tree.map(|tree| tree.current()).map_err(|refused| refused.left_out().to_error())
        })
    }

    /// The places that were left out of what was made so far, since no value of theirs was found.
    #[must_use]
    pub fn left_out(&self) -> Vec<LeftOut> {
        self.maker.left_out()
    }

    fn tree(&self, runner: &mut TestRunner) -> Result<Box<dyn ValueTree<Value = String>>, Refused> {
        let Kind::Structured(index) = self.kind else { return Ok(Box::new(self.whole(runner)?)) };
        let schema = self.maker.schema;
        if schema.own_rules.is_none() {
            return Ok(Box::new(self.whole(runner)?));
        }
        let kind = self.kind;
        let read: Read<String> = Arc::new(move |text| {
            decode::check(schema, (kind, false), text.as_bytes(), (Profile::Strict, Asks::NONE))
                .is_valid()
                .then(|| text.to_owned())
        });
        for _ in 0..AGAIN {
            if let Some(kept) = Kept::new(self.whole(runner)?, Arc::clone(&read)) {
                return Ok(Box::new(kept));
            }
        }
        let name = schema.tables().get(index).name;
        Err(Refused::new("none was found that keeps the rules of the whole payload").at(|| name.to_owned()))
    }

    fn whole(&self, runner: &mut TestRunner) -> Result<Tree, Refused> {
        if !self.is_collection {
            return self.maker.value(self.kind, 0, runner);
        }
        let count = below(runner, 4);
        let items: Result<_, _> = (0..count).map(|_| self.maker.value(self.kind, 1, runner)).collect();
        // Where there are no items there may be none.
        let items = items.unwrap_or_else(|refused| {
            self.maker.leave_out(refused);
            Vec::new()
        });
        Ok(Tree::object(vec![Part::member("value", Tree::array(items, 0), false)]))
    }
}

impl Strategy for Payloads {
    type Tree = Box<dyn ValueTree<Value = String>>;
    type Value = String;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        self.tree(runner).map_err(|refused| Reason::from(refused.left_out().to_string()))
    }
}

//! Values of a schema's places, and where there are none.

use std::{
    collections::{BTreeSet, HashMap},
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use proptest::test_runner::TestRunner;

use super::{
    chance::{below, one_in},
    leaf::Leaf,
    refused::{LeftOut, Refused},
    tree::Tree,
};
use crate::table::{Kind, Listed, Property, Rules, Schema};

/// From here on collections have only the items that they must have.
const DEEP: usize = 4;
/// More items than this are not made.
const MOST_ITEMS: u64 = 200;

/// What values are of, and where their rules are.
type Key = (Kind, Option<usize>);

/// Makes values up for the types of a schema.
pub(super) struct Maker {
    pub(super) schema: &'static Schema,
    leaves: Mutex<HashMap<Key, Arc<Result<Leaf, Refused>>>>,
    left_out: Mutex<BTreeSet<LeftOut>>,
}

impl fmt::Debug for Maker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Maker").field(&self.schema).finish()
    }
}

impl Maker {
    pub(super) fn new(schema: &'static Schema) -> Self {
        Self { schema, leaves: Mutex::default(), left_out: Mutex::default() }
    }

    /// What was left out so far.
    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        self.left_out.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    pub(super) fn leave_out(&self, refused: Refused) {
        self.left_out.lock().unwrap_or_else(PoisonError::into_inner).insert(refused.left_out());
    }

    /// A value of `property`, in an object so many levels deep.
    pub(super) fn property(
        &self,
        property: &'static Property,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        if property.collection {
            return self.items(property, depth, runner);
        }
        if property.nullable && one_in(runner, 10) {
            return Ok(Tree::Fixed("null".to_owned()));
        }
        self.single(property, depth, runner)
    }

    fn items(&self, property: &'static Property, depth: usize, runner: &mut TestRunner) -> Result<Tree, Refused> {
        let asked = property.rules.map(|rules| &rules.asked);
        let least = asked.and_then(|asked| asked.min_items).unwrap_or(0);
        let most = asked.and_then(|asked| asked.max_items).unwrap_or(u64::MAX);
        if least > most.min(MOST_ITEMS) {
            return Err(Refused::new(format!("at least {least} items are more than are made")));
        }
        let more = if depth >= DEEP { 0 } else { (most - least).min(3) };
        let [least, more] = [least, more].map(|count| usize::try_from(count).unwrap_or_default());
        let count = least + below(runner, more + 1);
        let is_nullable = property.nullable && !matches!(property.kind, Kind::Union(_));
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            let is_null = is_nullable && one_in(runner, 8);
            let item = if is_null { Ok(Tree::Fixed("null".to_owned())) } else { self.single(property, depth, runner) };
            items.push(match item {
                Ok(item) => item,
                // Not one must be there.
                Err(refused) if least == 0 => {
                    self.leave_out(refused.at(|| property.name.to_owned()));
                    return Ok(Tree::array(Vec::new(), 0));
                }
                Err(refused) => return Err(refused),
            });
        }
        Ok(Tree::array(items, least))
    }

    /// A value of `kind`, which is one by itself.
    pub(super) fn value(&self, kind: Kind, depth: usize, runner: &mut TestRunner) -> Result<Tree, Refused> {
        match kind {
            Kind::Structured(index) => self.of_type(self.schema.tables().get(index), None, depth, runner),
            Kind::Union(index) => self.alternative(index, false, depth, runner),
            Kind::Json(primitive) => self.any(primitive, None, depth, runner),
            kind => self.leaf(kind, None, runner),
        }
    }

    /// A single value that is not null.
    fn single(&self, property: &'static Property, depth: usize, runner: &mut TestRunner) -> Result<Tree, Refused> {
        match property.kind {
            Kind::Structured(index) => {
                let derived = property.rules.and_then(|rules| rules.asked.derived.as_deref());
                self.of_type(self.schema.tables().get(index), derived, depth, runner)
            }
            Kind::Union(index) => self.alternative(index, property.collection, depth, runner),
            Kind::Json(primitive) => self.any(primitive, property.types, depth, runner),
            kind => self.leaf(kind, property.rules, runner),
        }
    }

    /// One of what is `listed`.
    pub(super) fn listed(&self, listed: Listed, depth: usize, runner: &mut TestRunner) -> Result<Tree, Refused> {
        let one = |runner: &mut TestRunner| match listed.kind {
            Kind::Structured(index) => self.tagged(self.schema.tables().get(index), depth, runner),
            Kind::Union(index) => self.alternative(index, false, depth, runner),
            Kind::Json(primitive) => self.any(primitive, None, depth, runner),
            kind => self.leaf(kind, listed.rules, runner),
        };
        if !listed.is_collection {
            return one(runner);
        }
        let count = if depth >= DEEP { 0 } else { below(runner, 3) };
        Ok(Tree::array((0..count).map(|_| one(runner)).collect::<Result<_, _>>()?, 0))
    }

    /// A value that is no object of a type of the schema.
    pub(super) fn leaf(
        &self,
        kind: Kind,
        rules: Option<&'static Rules>,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        let key = (kind, rules.map(|rules| std::ptr::from_ref(rules).addr()));
        let leaf = {
            let mut leaves = self.leaves.lock().unwrap_or_else(PoisonError::into_inner);
            let listed = Listed { is_collection: false, kind, rules };
            Arc::clone(leaves.entry(key).or_insert_with(|| Arc::new(Leaf::new(self.schema, listed))))
        };
        match &*leaf {
            Ok(leaf) => leaf.tree(runner),
            Err(refused) => Err(refused.clone()),
        }
    }
}

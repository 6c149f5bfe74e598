//! Values of `Edm.Untyped` and of the built-in abstract types.

use odatype_table::Primitive;
use proptest::test_runner::TestRunner;

use super::{
    chance::{below, first_of, one_in},
    maker::Maker,
    refused::Refused,
    tree::{Part, Tree},
};
use crate::table::{Kind, Listed, TypeKind};

/// From here on there are no more objects and arrays that need not be there.
const DEEP: usize = 4;

impl Maker {
    /// A value of `primitive`, which may be anything to a reader: of one of the types that are listed, if some are.
    pub(super) fn any(
        &self,
        primitive: Primitive,
        listed: Option<&'static [Listed]>,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        match (primitive, listed) {
            (Primitive::ComplexType, _) => self.any_object(Some(TypeKind::Complex), depth, runner),
            (Primitive::EntityType, _) => self.any_object(Some(TypeKind::Entity), depth, runner),
            (Primitive::Untyped, None) => self.untyped(depth, runner),
            (_, Some(listed)) => first_of(runner, listed, |listed, runner| self.listed(listed, depth, runner))
                .unwrap_or_else(|| Err(Refused::new("no type is listed for it"))),
            (primitive, None) => self.leaf(Kind::Json(primitive), None, runner),
        }
    }

    /// Anything: a value of a built-in type, an array, an object without a tag or of a type of the schema.
    pub(super) fn untyped(&self, depth: usize, runner: &mut TestRunner) -> Result<Tree, Refused> {
        if depth >= DEEP || !one_in(runner, 3) {
            return self.leaf(Kind::Json(Primitive::Untyped), None, runner);
        }
        match below(runner, 3) {
            0 => {
                let count = below(runner, 3);
                let items = (0..count).map(|_| self.untyped(depth + 1, runner)).collect::<Result<_, _>>()?;
                Ok(Tree::array(items, 0))
            }
            1 => Ok(Tree::object(vec![Part::member("a", self.untyped(depth + 1, runner)?, true)])),
            // Where the schema has no such type there are values of built-in ones.
            _ => match self.any_object(None, depth + 1, runner) {
                Ok(object) => Ok(object),
                Err(_) => self.leaf(Kind::Json(Primitive::Untyped), None, runner),
            },
        }
    }
}

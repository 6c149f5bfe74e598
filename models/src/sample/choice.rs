//! Which type an object is of.

use proptest::test_runner::TestRunner;

use super::{
    chance::{first_of, one_in, pick},
    maker::Maker,
    refused::Refused,
    tree::Tree,
};
use crate::table::{Type, TypeKind};

impl Maker {
    /// An object in a place for `declared`, of one of the types `derived` or of what derives from them where some are
    /// listed.
    pub(super) fn of_type(
        &self,
        declared: &'static Type,
        derived: Option<&[u16]>,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        let ty = self.choose(declared, derived, runner)?;
        let is_tagged = !ty.kind.is_operation() && (ty.index != declared.index || one_in(runner, 4));
        self.object(ty, is_tagged, depth, runner)
    }

    /// The same with a tag.
    pub(super) fn tagged(
        &self,
        declared: &'static Type,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        let ty = self.choose(declared, None, runner)?;
        self.object(ty, true, depth, runner)
    }

    /// What may stand where the union at `index` may; what stands in an array, if that `is_item`.
    pub(super) fn alternative(
        &self,
        index: u16,
        is_item: bool,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        let alternatives = &self.schema.tables().get(index).content().alternatives;
        let fitting: Vec<_> = alternatives.iter().copied().filter(|(many, _)| *many || !is_item).collect();
        let made = first_of(runner, &fitting, |(many, of), runner| {
            let item = self.tagged(self.schema.tables().get(of), depth, runner)?;
            Ok(if many && !is_item { Tree::array(vec![item], 0) } else { item })
        });
        made.unwrap_or_else(|| Err(Refused::new("no type is listed for it")))
    }

    /// Any object of a type of `kind`, with a tag; of any type of objects, if none is given.
    pub(super) fn any_object(
        &self,
        kind: Option<TypeKind>,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        let is_one = |ty: &Type| match kind {
            Some(kind) => ty.kind == kind,
            None => matches!(ty.kind, TypeKind::Complex | TypeKind::Entity),
        };
        let types = &self.schema.tables().types;
        let types: Vec<&'static Type> = types.iter().copied().filter(|ty| !ty.is_abstract && is_one(ty)).collect();
        match pick(runner, &types) {
            Some(ty) => self.object(ty, true, depth, runner),
            None => Err(Refused::new("the schema has no type of its objects that is not abstract")),
        }
    }

    /// The declared type as often as not, where that may be.
    fn choose(
        &self,
        declared: &'static Type,
        derived: Option<&[u16]>,
        runner: &mut TestRunner,
    ) -> Result<&'static Type, Refused> {
        let is_listed = |ty: &Type| derived.is_none_or(|derived| derived.iter().any(|of| ty.is_or_derives_from(*of)));
        if !declared.is_abstract && is_listed(declared) && (declared.is_leaf() || one_in(runner, 2)) {
            return Ok(declared);
        }
        let fits = |ty: &Type| !ty.is_abstract && ty.fits(declared) && is_listed(ty);
        let types = &self.schema.tables().types;
        let types: Vec<&'static Type> = types.iter().copied().filter(|ty| fits(ty)).collect();
        pick(runner, &types).ok_or_else(|| match derived {
            Some(_) => Refused::new(format!("no type that is listed for it is `{}`, and not abstract", declared.name)),
            None => {
                Refused::new("it is abstract, and no type derives from it that is not").at(|| declared.name.to_owned())
            }
        })
    }
}

//! Objects: a tag, some of the properties, and dynamic members.

use odatype_table::name::TAGS;
use proptest::test_runner::TestRunner;

use super::{
    chance::{below, first_of, one_in, pick},
    maker::Maker,
    refused::Refused,
    tree::{Part, Tree, quoted},
};
use crate::table::{Asks, Kind, Property, Type};

/// About so many properties an object has at each depth, besides those that it must have.
const PROPERTIES: [usize; 5] = [10, 5, 3, 2, 1];

/// Names of dynamic members.
const DYNAMIC: [&str; 4] = ["custom", "extra", "note", "rank"];

/// Whether a property that who makes such an object must give may be given to each so many levels deep: objects in
/// objects of a type that needs many would multiply.
fn is_cheap(property: &Property, depth: usize) -> bool {
    match property.kind {
        Kind::Structured(_) | Kind::Union(_) => depth == 0,
        _ => depth <= 1,
    }
}

/// Whether a property holds several objects at the least, which in each other would multiply.
fn is_crowd(property: &Property) -> bool {
    let least = property.rules.and_then(|rules| rules.asked.min_items).unwrap_or(0);
    least > 1 && matches!(property.kind, Kind::Structured(_) | Kind::Union(_))
}

impl Maker {
    /// An object of `ty`, so many levels deep.
    pub(super) fn object(
        &self,
        ty: &'static Type,
        is_tagged: bool,
        depth: usize,
        runner: &mut TestRunner,
    ) -> Result<Tree, Refused> {
        let mut members = Vec::new();
        if is_tagged {
            members.push(Part::member(TAGS[0], Tree::Fixed(quoted(&ty.tag)), false));
        }
        let properties = ty.properties();
        let wanted = PROPERTIES.get(depth).copied().unwrap_or(0);
        for property in properties {
            let is_required = property.asks.any_of(Asks::REQUIRED);
            let is_given = is_required
                || (is_cheap(property, depth) && property.asks.any_of(Asks::NEEDED) && !one_in(runner, 16))
                || ((depth == 0 || !is_crowd(property)) && below(runner, properties.len().max(wanted + 2)) < wanted);
            if !is_given {
                continue;
            }
            match self.property(property, depth + 1, runner) {
                Ok(value) => members.push(Part::member(property.name, value, !is_required)),
                Err(refused) => {
                    let refused = refused.at(|| format!("{}/{}", ty.name, property.name));
                    if is_required {
                        return Err(refused);
                    }
                    self.leave_out(refused);
                }
            }
        }
        if ty.is_open && wanted > 0 && one_in(runner, 3) {
            members.extend(self.dynamic_member(ty, depth + 1, runner));
        }
        Ok(Tree::object(members))
    }

    /// A dynamic member, if the type may have any.
    fn dynamic_member(&self, ty: &'static Type, depth: usize, runner: &mut TestRunner) -> Option<Part> {
        let free: Vec<&str> = DYNAMIC.into_iter().filter(|name| ty.slot(name).is_none()).collect();
        let name = pick(runner, &free)?;
        let value = match ty.content().dynamic {
            Some(listed) => first_of(runner, listed, |listed, runner| self.listed(listed, depth, runner))?,
            None => self.untyped(depth, runner),
        };
        match value {
            Ok(value) => Some(Part::member(name, value, true)),
            Err(refused) => {
                self.leave_out(refused.at(|| format!("{}/{name}", ty.name)));
                None
            }
        }
    }
}

//! Decides which items there are, what each is called and what its documentation says. Pure: a [`Rulebook`] and a
//! rename table in, a [`Plan`] or everything that is wrong out. What the schema means, the rulebook has decided.
//!
//! The stages: `names` (modules and types) → `members` (what each type declares) → `inherited` (who has it too) →
//! `variants` (that no enum has two of one name) → one builder for each kind of item.

mod allowed;
mod build;
mod collision;
mod doc;
mod enums;
mod error;
mod field;
pub mod ident;
mod inherited;
mod item;
mod limit;
mod members;
mod names;
mod operation;
mod property;
mod prose;
mod rename;
mod scope;
mod structured;
mod tell_apart;
mod union;
mod uses;
mod variants;

use std::collections::BTreeMap;

pub use collision::{Colliding, Collision};
pub use error::{PlanErrors, RenameError};
pub use item::{
    Accessor, Alias, Called, Constant, Constructor, Enum, EnumVariant, Family, FamilyVariant, Flag, Flags, Item,
    Literal, Module, ModulePath, Plan, Record, Required, RequiredField, Returns, TypePath, Types, Union, Value,
};
use odatype_schema::{Origin, Rulebook};
use odatype_table::{Body, Row};
pub use rename::Renames;
pub use tell_apart::tell_apart;

use self::{
    build::{Build, Parts},
    error::Errors,
    names::Names,
    uses::Uses,
};

/// Plans the types of the schema that `book` tells of.
///
/// # Errors
/// Names that collide or that have nothing a Rust name can be made of, and renames that rename nothing. All of them,
/// with a plan of everything else.
pub fn plan(book: &Rulebook<'_>, renames: &Renames) -> Result<Plan, Box<PlanErrors>> {
    let mut errors = Errors::new(book.model(), renames);
    if !limit::check(book, &mut errors) {
        // Nothing can be generated of what is beyond a limit.
        return errors.finish(Plan::default());
    }
    let names = Names::new(book, &mut errors);
    let uses = Uses::new(book);
    let imports = book.model().imports();
    let build = Build { book, names: &names, uses: &uses, imports: &imports };
    let (accessors, constants): (_, Vec<_>) =
        build.members(&mut errors).into_iter().map(|row| (row.accessors, row.constants)).unzip();
    let types = build.types(accessors);
    variants::check(build, &types, &mut errors);
    let mut items: BTreeMap<ModulePath, Vec<Item>> = BTreeMap::new();
    let parts =
        constants.into_iter().zip(doc::examples(build)).map(|(constants, example)| Parts { constants, example });
    for ((index, row, origin), parts) in book.rows().zip(parts) {
        build.row(index, row, origin, parts, &mut items, &mut errors);
    }
    build.aliases(&mut items);
    let plan = Plan {
        doc: doc::schema(book.model()),
        table: book.table().rows.iter().map(Row::to_text).collect(),
        aliases: book.table().aliases.clone(),
        outside: book.table().outside_text(),
        docs: book.docs(),
        modules: names.assemble(items),
        types,
    };
    errors.check_renames(book.model());
    errors.finish(plan)
}

impl<'m> Build<'_, 'm> {
    /// The items of one row of the table.
    fn row(
        self,
        index: u16,
        row: &Row<String>,
        origin: &Origin<'m>,
        parts: Parts,
        items: &mut BTreeMap<ModulePath, Vec<Item>>,
        errors: &mut Errors<'_>,
    ) {
        let Some(place) = self.names.checked_place(index) else { return };
        let made = match origin {
            Origin::Structured(ty) => self.structured(index, ty, place, parts),
            Origin::Enumeration(ty) if ty.is_flags => vec![enums::flags(self, index, ty, place, errors)],
            Origin::Enumeration(ty) => {
                let is_exhaustive = matches!(&row.body, Body::Enumeration(row) if row.is_exhaustive);
                vec![enums::enumeration(self, index, ty, is_exhaustive, place, errors)]
            }
            Origin::Operation(overload) => vec![self.operation(index, &row.name, *overload, place, parts)],
            Origin::Union(union) => vec![self.union(index, &row.name, union, place, errors)],
        };
        if place.is_free {
            items.entry(place.module.clone()).or_default().extend(made);
        }
    }
}

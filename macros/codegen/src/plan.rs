//! Decides everything: which items there are, what each is called, what its documentation says, its slots and the text of
//! the schema's table. Pure: a [`Model`] and a rename table in, a [`Plan`] or everything that is wrong out.
//!
//! The stages: `layout` (order and slots of all types) → `names` (modules and types) → one builder for each kind of item
//! → `table`.

mod action;
mod constraint;
mod doc;
mod enums;
mod error;
pub mod ident;
mod item;
mod layout;
mod limit;
mod names;
mod property;
mod rename;
mod structured;
mod table;
mod union;

use std::collections::BTreeMap;

pub use error::{PlanErrors, RenameError};
pub use item::{
    Accessor, Alias, Constructor, Enum, EnumVariant, Family, FamilyVariant, Flag, Flags, Item, Module, Record,
    TypePath, Union, Value,
};
use odatype_schema::model::Model;
pub use rename::Renames;

use self::{error::Errors, layout::Layout, names::Names};

/// What will be generated: every decision is made.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What the documentation of the schema's static says.
    pub doc: String,
    /// The schema's table, one string for each type.
    pub table: Vec<String>,
    /// Aliases with their namespaces.
    pub aliases: Vec<(String, String)>,
    /// The modules of the first segments of all namespaces.
    pub modules: Vec<Module>,
}

/// Plans the types of `model`.
///
/// # Errors
/// Names that collide or that have nothing a Rust name can be made of, and renames that rename nothing. All of them, with
/// a plan of everything else.
pub fn plan(model: &Model, renames: &Renames) -> Result<Plan, Box<PlanErrors>> {
    let mut errors = Errors::new(renames);
    let layout = Layout::new(model);
    limit::check(&layout, &mut errors);
    if errors.any() {
        // Nothing can be generated of what is beyond a limit.
        return errors.finish(Plan::default());
    }
    let names = Names::new(&layout, &mut errors);
    let build = Build { layout: &layout, names: &names };
    let mut items: BTreeMap<names::ModulePath, Vec<Item>> = BTreeMap::new();
    for index in 0..layout.rows.len() {
        build.row(index, &mut items, &mut errors);
    }
    build.aliases(&mut items);
    let plan = Plan {
        doc: doc::schema(model),
        table: table::table(&layout),
        aliases: aliases(model),
        modules: names.assemble(items),
    };
    errors.check_renames(model);
    errors.finish(plan)
}

/// What the builders of items read.
#[derive(Clone, Copy)]
struct Build<'b, 'm> {
    layout: &'b Layout<'m>,
    names: &'b Names,
}

impl Build<'_, '_> {
    /// The items of one row of the table.
    fn row(self, index: usize, items: &mut BTreeMap<names::ModulePath, Vec<Item>>, errors: &mut Errors<'_>) {
        let Some(place) = self.names.checked_place(index) else { return };
        let made = match &self.layout.rows[index].kind {
            layout::RowKind::Structured(ty) => self.structured(index, ty, place, errors),
            layout::RowKind::Enum(ty) if ty.is_flags => vec![enums::flags(ty, place, errors)],
            layout::RowKind::Enum(ty) => vec![enums::enumeration(ty, place, errors)],
            layout::RowKind::Action(action) => vec![self.action(index, action, place, errors)],
            layout::RowKind::Union(union) => vec![self.union(index, union, place, errors)],
        };
        if place.is_free {
            items.entry(place.module.clone()).or_default().extend(made);
        }
    }
}

/// The aliases of all namespaces that have one of their own.
fn aliases(model: &Model) -> Vec<(String, String)> {
    let mut aliases: Vec<(String, String)> = model
        .namespaces
        .iter()
        .filter_map(|(name, namespace)| Some((namespace.alias.clone()?, name.clone())))
        .filter(|(alias, name)| alias != name)
        .collect();
    aliases.sort();
    aliases
}

//! What types and operations declare, each once. A type's names are in one scope with those of all that it derives
//! from, so that one walk from bases to what derives from them finds what collides.

use odatype_schema::Visit;

use super::{
    allowed,
    build::Build,
    error::Errors,
    field::{Field, fields},
    ident::ConstIdent,
    item::{Accessor, Constant},
    scope::{Scope, getter},
};
use crate::steps::step;

/// What a row declares.
#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    pub(super) accessors: Vec<Accessor>,
    /// Its own properties' allowed values that have names.
    pub(super) constants: Vec<Constant>,
}

impl<'b, 'm> Build<'b, 'm> {
    /// What each row declares, by rows.
    pub(super) fn members(self, errors: &mut Errors<'_>) -> Vec<Members> {
        let mut members = vec![Members::default(); self.book.table().rows.len()];
        let mut scope = Scope::default();
        for visit in self.book.visits() {
            match visit {
                Visit::Enter(index) => {
                    scope.enter();
                    if let Some(found) = members.get_mut(usize::from(index)) {
                        *found = self.declared(index, &mut scope, errors);
                    }
                }
                Visit::Leave(_) => scope.leave(),
            }
        }
        members
    }

    fn declared(self, index: u16, scope: &mut Scope<'b, 'm>, errors: &mut Errors<'_>) -> Members {
        let owner = self.book.row(index).map_or("", |(row, _)| &row.name);
        let fields: Vec<Field<'_, '_>> = fields(self.book, index).collect();
        let mut accessors = Vec::with_capacity(fields.len());
        for field in &fields {
            step();
            let Some(getter) = getter(field, errors) else { continue };
            let name = ConstIdent::property(&getter);
            // What is declared again has the names of what is inherited.
            if field.is_again || scope.claim(field, &getter, &name, owner, errors) {
                accessors.push(self.accessor(field, getter, name));
            }
        }
        Members { accessors, constants: allowed::constants(self.book.model(), owner, &fields, scope, errors) }
    }
}

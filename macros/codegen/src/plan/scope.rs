//! The names in a type: those of its own getters and constants, and of all that it inherits.

use std::collections::HashMap;

use super::{
    error::{Errors, Named},
    field::Field,
    ident::{ConstIdent, FieldIdent},
};

/// The scope of the type that was entered last, within those of its bases.
#[derive(Default)]
pub(super) struct Scope<'b, 'm> {
    /// Places in `claimed`, and whether it is the constant that is called so.
    names: HashMap<String, (usize, bool)>,
    claimed: Vec<(Field<'b, 'm>, FieldIdent)>,
    /// How much was claimed before each type that was entered.
    entered: Vec<usize>,
}

impl<'b, 'm> Scope<'b, 'm> {
    /// Enters a type that derives from the one that was entered last.
    pub(super) fn enter(&mut self) {
        self.entered.push(self.claimed.len());
    }

    /// Leaves it, with all that it claimed.
    pub(super) fn leave(&mut self) {
        let first = self.entered.pop().unwrap_or_default();
        for (_, getter) in self.claimed.drain(first..) {
            self.names.remove(getter.as_str());
            self.names.remove(ConstIdent::property(&getter).as_str());
        }
    }

    /// Takes `getter` and the constant `name` for `field` in the type `scope`; `false` if something else has one of
    /// them.
    pub(super) fn claim(
        &mut self,
        field: &Field<'b, 'm>,
        getter: &FieldIdent,
        name: &ConstIdent,
        scope: &str,
        errors: &mut Errors<'_>,
    ) -> bool {
        let texts = [(getter.as_str(), false), (name.as_str(), true)];
        // The collision of two getters is also one of their constants; one error is enough.
        let taken = texts.into_iter().find_map(|(text, is_constant)| Some((text, is_constant, self.named(text)?)));
        if let Some((text, is_constant, first)) = taken {
            errors.collision(text, &format!("`{scope}`"), &first, &named(field, is_constant, getter.as_str()));
            return false;
        }
        for (text, is_constant) in texts {
            self.names.insert(text.to_owned(), (self.claimed.len(), is_constant));
        }
        self.claimed.push((*field, getter.clone()));
        true
    }

    /// What is called `text`.
    pub(super) fn named(&self, text: &str) -> Option<Named> {
        let (place, is_constant) = self.names.get(text)?;
        let (field, getter) = self.claimed.get(*place)?;
        Some(named(field, *is_constant, getter.as_str()))
    }
}

/// The name of `field`'s getter.
pub(super) fn getter(field: &Field<'_, '_>, errors: &mut Errors<'_>) -> Option<FieldIdent> {
    // A parameter may be renamed in all overloads of its operation at once.
    let getter = errors
        .renamed(|| field.wire(), FieldIdent::given)
        .or_else(|| errors.renamed(|| format!("{}.{}", field.plain_owner(), field.member.name), FieldIdent::given))
        .or_else(|| FieldIdent::new(&field.member.name));
    if getter.is_none() {
        errors.nameless(&named(field, false, "unnamed"));
    }
    getter
}

fn named(field: &Field<'_, '_>, is_constant: bool, ident: &str) -> Named {
    Named {
        ident: ident.to_owned(),
        wire: field.wire(),
        role: if is_constant { "the constant of" } else { "" },
        location: field.element.location().clone(),
    }
}

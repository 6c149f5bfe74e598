//! The types of values.

use std::sync::Arc;

use crate::plan::ident::{ModuleIdent, TypeIdent};

/// The Rust type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text,
    /// A type of the language: `bool`, `i32`, …
    Scalar(&'static str),
    /// A type of the runtime's module `edm`.
    Edm(&'static str),
    /// Anything, as JSON.
    Json,
    /// An enumeration or flags type.
    Enum(TypePath),
    /// A structured type or a family of them.
    Object(TypePath),
    /// What an untyped property may hold, one or many.
    Union(TypePath),
}

/// The modules from the outermost to one.
pub type ModulePath = Arc<[ModuleIdent]>;

/// Where a type is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypePath {
    /// The module.
    pub module: ModulePath,
    /// The type.
    pub ident: TypeIdent,
}

impl TypePath {
    /// What stands before the type in the module `from`: the words that lead up, and the modules to go down.
    pub(crate) fn from(&self, from: &[ModuleIdent]) -> (impl Iterator<Item = &str>, &[ModuleIdent]) {
        let shared = from.iter().zip(&*self.module).take_while(|(from, to)| from == to).count();
        let (up, down) = (from.len() - shared, self.module.get(shared..).unwrap_or_default());
        // A bare module could be taken for a crate of that name.
        let here = (up == 0 && !down.is_empty()).then_some("self");
        (std::iter::repeat_n("super", up).chain(here), down)
    }
}

#[cfg(test)]
mod tests {
    use super::{ModulePath, TypePath};
    use crate::plan::ident::{ModuleIdent, TypeIdent};

    fn modules(path: &str) -> ModulePath {
        path.split("::").filter_map(ModuleIdent::new).collect()
    }

    #[test]
    fn paths_go_up_and_down() {
        let table = [
            ("a::b", "a::b", ""),
            ("a::b", "a::c", "super::c"),
            ("a::b::actions::x", "a::b", "super::super"),
            ("a", "b::c", "super::b::c"),
            ("a", "a::c", "self::c"),
        ];
        for (from, to, expected) in table {
            let path = TypePath { module: modules(to), ident: TypeIdent::new("t").unwrap() };
            let from_modules = modules(from);
            let (start, down) = path.from(&from_modules);
            let found: Vec<&str> = start.chain(down.iter().map(ModuleIdent::as_str)).collect();
            assert_eq!(found.join("::"), expected, "{from} to {to}");
        }
    }
}

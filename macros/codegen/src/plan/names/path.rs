//! Ways between modules.

use std::sync::Arc;

use crate::plan::{
    ident::{ModuleIdent, TypeIdent},
    item::TypePath,
};

/// The modules from the outermost to one.
pub(crate) type ModulePath = Arc<[ModuleIdent]>;

/// The segments of the namespace `to` that are not shared with `from` from the start on.
pub(crate) fn distance<T>(from: &str, to: &str, make: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let shared = from.split('.').zip(to.split('.')).take_while(|(from, to)| from == to).count();
    to.split('.').skip(shared).filter_map(make).collect()
}

/// The path between two modules.
pub(super) fn path(from: &ModulePath, to: &ModulePath, ident: &TypeIdent) -> TypePath {
    let shared = from.iter().zip(to.iter()).take_while(|(from, to)| from == to).count();
    TypePath { up: from.len() - shared, down: to[shared..].to_vec(), ident: ident.clone() }
}

#[cfg(test)]
mod tests {
    use super::{distance, path};
    use crate::plan::{
        ident::{ModuleIdent, TypeIdent},
        names::path::ModulePath,
    };

    fn modules(path: &str) -> ModulePath {
        path.split("::").filter_map(ModuleIdent::new).collect()
    }

    #[test]
    fn paths_go_up_and_down() {
        let ident = TypeIdent::new("t").unwrap();
        let table = [
            ("a::b", "a::b", 0, ""),
            ("a::b", "a::c", 1, "c"),
            ("a::b::actions::x", "a::b", 2, ""),
            ("a", "b::c", 1, "b::c"),
            ("a", "a::c", 0, "c"),
        ];
        for (from, to, up, down) in table {
            let path = path(&modules(from), &modules(to), &ident);
            let found: Vec<&str> = path.down.iter().map(ModuleIdent::as_str).collect();
            assert_eq!((path.up, found.join("::").as_str()), (up, down), "{from} to {to}");
        }
    }

    #[test]
    fn distances_leave_out_the_shared_start() {
        let table = [("a.b", "a.b", ""), ("a.b", "a.b.c", "c"), ("a.b", "a.c.d", "c d"), ("a.b.c", "a.b", "")];
        for (from, to, rest) in table {
            assert_eq!(distance(from, to, |segment| Some(segment.to_owned())).join(" "), rest, "{from} to {to}");
        }
    }
}

//! All that can be wrong in a plan, collected.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use odatype_schema::{
    Fault,
    model::{Location, Model, QualifiedName},
};

use super::{item::Plan, rename::Renames};

/// What is wrong with the names of a schema: at least one fault.
#[derive(Clone, Debug)]
pub struct PlanErrors {
    /// What is wrong in the schema's files, sorted by place.
    pub faults: Vec<Fault>,
    /// What is wrong in the rename table, sorted by key.
    pub renames: Vec<RenameError>,
    /// The plan without what collides, so that what is right is there all the same.
    pub partial: Plan,
}

/// An entry of the rename table that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameError {
    /// The entry's key.
    pub key: String,
    /// What is wrong with it, the offender quoted.
    pub message: String,
    /// Whether that is the Rust name that it gives, not its key.
    pub of_name: bool,
}

impl fmt::Display for PlanErrors {
    /// One error a line.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults = self.faults.iter().map(ToString::to_string);
        let renames = self.renames.iter().map(|error| format!("rename: {}", error.message));
        let lines: Vec<String> = faults.chain(renames).collect();
        formatter.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for PlanErrors {}

/// The collector that every builder is given, and the rename table whose use it watches.
pub(super) struct Errors<'r> {
    renames: &'r Renames,
    used: BTreeSet<String>,
    wrong: BTreeMap<String, RenameError>,
    faults: BTreeSet<Fault>,
}

/// A thing that has a name: what it is on the wire, and where.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Its qualified name on the wire, also its key in the rename table.
    pub(super) wire: String,
    /// What it is called because of it, if that is not itself: `the setter of`, `the enum of`.
    pub(super) role: &'static str,
    /// Where it is declared.
    pub(super) location: Location,
}

impl fmt::Display for Named {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.role.is_empty() {
            write!(formatter, "`{}`", self.wire)
        } else {
            write!(formatter, "{} `{}`", self.role, self.wire)
        }
    }
}

impl<'r> Errors<'r> {
    /// None yet.
    pub(super) fn new(renames: &'r Renames) -> Self {
        Self { renames, used: BTreeSet::new(), wrong: BTreeMap::new(), faults: BTreeSet::new() }
    }

    /// The name that the rename table gives to `key`, made by `make` from what it says.
    pub(super) fn renamed<T>(
        &mut self,
        key: impl FnOnce() -> String,
        make: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if self.renames.is_empty() {
            return None;
        }
        let key = key();
        let text = self.renames.get(&key)?;
        let name = make(text);
        if name.is_none() {
            let message = format!("`{text}` is no Rust name; expected an identifier such as `last`");
            self.wrong.insert(key.clone(), RenameError { key: key.clone(), message, of_name: true });
        }
        self.used.insert(key);
        name
    }

    /// Something else is wrong.
    pub(super) fn fault(&mut self, fault: Fault) {
        self.faults.insert(fault);
    }

    /// Whether something is wrong so far.
    pub(super) fn any(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Two things would have one name in `scope`.
    pub(super) fn collision(&mut self, name: &str, scope: &str, first: &Named, second: &Named) {
        let key = if second.role.is_empty() || first.wire == second.wire { &second.wire } else { &first.wire };
        let fault =
            Fault::new(&second.location, format!("{second} and {first} would both be named `{name}` in {scope}"))
                .of(&second.wire)
                .help(format!("tell them apart with `rename = {{ \"{key}\" = \"…\" }}`"));
        self.faults.insert(fault);
    }

    /// Nothing of a wire name can be in a Rust name.
    pub(super) fn nameless(&mut self, named: &Named) {
        let fault = Fault::new(&named.location, "no Rust name can be made of this name: it has no letter or digit")
            .of(&named.wire)
            .help(format!("give it one with `rename = {{ \"{}\" = \"…\" }}`", named.wire));
        self.faults.insert(fault);
    }

    /// Entries of the rename table that renamed nothing are wrong, once everything was named.
    pub(super) fn check_renames(&mut self, model: &Model) {
        for key in self.renames.keys().filter(|key| !self.used.contains(*key)) {
            let error = RenameError { key: key.to_owned(), message: unused(key, model), of_name: false };
            self.wrong.insert(key.to_owned(), error);
        }
    }

    /// `Ok(plan)` if nothing was wrong.
    pub(super) fn finish(self, plan: Plan) -> Result<Plan, Box<PlanErrors>> {
        if self.wrong.is_empty() && self.faults.is_empty() {
            return Ok(plan);
        }
        let renames = self.wrong.into_values().collect();
        Err(Box::new(PlanErrors { faults: self.faults.into_iter().collect(), renames, partial: plan }))
    }
}

/// What to say of a key that renames nothing: the nearest thing that there is.
fn unused(key: &str, model: &Model) -> String {
    let expected = "expected `namespace.Type`, `namespace.Type.property`, `namespace.Enum.member` or a namespace";
    let owner = key.rsplit_once('.').map(|(owner, _)| owner);
    let structured = owner.and_then(QualifiedName::parse).and_then(|name| model.structured.get_key_value(&name));
    if let Some((name, ty)) = structured {
        let own: Vec<String> = ty.properties.iter().map(|property| format!("`{}`", property.name)).collect();
        let own = if own.is_empty() { "no properties".to_owned() } else { own.join(", ") };
        return format!(
            "`{key}` is not declared; `{name}` declares {own} (an inherited property is renamed where it is declared)"
        );
    }
    format!("`{key}` names nothing that is generated; {expected}")
}

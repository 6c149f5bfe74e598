//! All that can be wrong in a plan, collected.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use odatype_schema::{
    Fault, Guesses,
    model::{Location, Model, QualifiedName},
};

use super::{
    collision::{Colliding, Collision, covers},
    ident::Ungiven,
    item::Plan,
    rename::{AllNames, Renames},
};
use crate::steps::step;

/// What is wrong with the names of a schema: at least one fault.
#[derive(Clone, Debug)]
pub struct PlanErrors {
    /// What is wrong in the schema's files, sorted by place.
    pub faults: Vec<Fault>,
    /// What is wrong in the rename table, sorted by key.
    pub renames: Vec<RenameError>,
    /// The names that collide, as data.
    pub collisions: Vec<Collision>,
    /// Whether nothing else is wrong.
    pub is_only_collisions: bool,
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
    asked: &'r Renames,
    names: AllNames,
    used: BTreeSet<String>,
    wrong: BTreeMap<String, RenameError>,
    faults: BTreeSet<Fault>,
    collisions: BTreeSet<Collision>,
    is_only_collisions: bool,
}

/// A thing that has a name: what it is on the wire, and where.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Its qualified name on the wire, also its key in the rename table.
    pub(super) wire: String,
    /// What it is called because of it, if that is not itself: `the setter of`, `the enum of`.
    pub(super) role: &'static str,
    /// Its own name in Rust; what it might be called, where nothing of the wire name can be in one.
    pub(super) ident: String,
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

impl Named {
    fn colliding(&self) -> Colliding {
        // What is there for all operations of something has no key of its own, but for what they are bound to.
        let can_be_renamed = ![ACTIONS, FUNCTIONS].contains(&self.role);
        Colliding { key: self.wire.clone(), ident: self.ident.clone(), can_be_renamed }
    }
}

/// The role of the module that all bodies of actions of a namespace are in.
pub(super) const ACTIONS: &str = "the actions of the namespace";

/// The same of functions.
pub(super) const FUNCTIONS: &str = "the functions of the namespace";

impl<'r> Errors<'r> {
    /// None yet.
    pub(super) fn new(model: &Model, renames: &'r Renames) -> Self {
        let mut faults = Vec::new();
        Self {
            names: AllNames::new(model, renames, &mut faults),
            is_only_collisions: faults.is_empty(),
            asked: renames,
            used: BTreeSet::new(),
            wrong: BTreeMap::new(),
            faults: faults.into_iter().collect(),
            collisions: BTreeSet::new(),
        }
    }

    /// The name that the rename table gives to `key`, made by `make` from what it says.
    pub(super) fn renamed<T>(
        &mut self,
        key: impl FnOnce() -> String,
        make: impl FnOnce(&str) -> Result<T, Ungiven>,
    ) -> Option<T> {
        if self.names.is_empty() {
            return None;
        }
        let key = key();
        let (text, location) = self.names.get(&key)?;
        let name = make(text);
        if let Err(why) = &name {
            self.is_only_collisions = false;
            let message = ungiven(&key, text, *why);
            match location {
                Some(location) => drop(self.faults.insert(Fault::new(location, message).of(&key))),
                None => {
                    self.wrong.insert(key.clone(), RenameError { key: key.clone(), message, of_name: true });
                }
            }
        }
        self.used.insert(key);
        name.ok()
    }

    /// Something else is wrong.
    pub(super) fn fault(&mut self, fault: Fault) {
        self.is_only_collisions = false;
        self.faults.insert(fault);
    }

    /// Two things would have one name in `scope`.
    pub(super) fn collision(&mut self, name: &str, scope: &str, first: &Named, second: &Named) {
        step();
        let is_second = second.role.is_empty() || first.wire == second.wire;
        let (key, other) = if is_second { (&second.wire, &first.wire) } else { (&first.wire, &second.wire) };
        let key = if covers(key, other) { other } else { key };
        let fault =
            Fault::new(&second.location, format!("{second} and {first} would both be named `{name}` in {scope}"))
                .of(&second.wire)
                .help(format!("tell them apart with `rename = {{ \"{key}\" = \"…\" }}`"));
        self.faults.insert(fault);
        self.collisions.insert(Collision { first: Some(first.colliding()), second: second.colliding() });
    }

    /// Nothing of a wire name can be in a Rust name.
    pub(super) fn nameless(&mut self, named: &Named) {
        let fault = Fault::new(&named.location, "no Rust name can be made of this name: it has no letter or digit")
            .of(&named.wire)
            .help(format!("give it one with `rename = {{ \"{}\" = \"…\" }}`", named.wire));
        self.faults.insert(fault);
        self.collisions.insert(Collision { first: None, second: named.colliding() });
    }

    /// Entries of the rename table that renamed nothing are wrong, once everything was named.
    pub(super) fn check_renames(&mut self, model: &Model) {
        let guesses = Guesses::new(model);
        for key in self.asked.keys().filter(|key| !self.used.contains(*key)) {
            self.is_only_collisions = false;
            let error = RenameError { key: key.to_owned(), message: unused(key, model, &guesses), of_name: false };
            self.wrong.insert(key.to_owned(), error);
        }
    }

    /// `Ok(plan)` if nothing was wrong.
    pub(super) fn finish(self, plan: Plan) -> Result<Plan, Box<PlanErrors>> {
        if self.wrong.is_empty() && self.faults.is_empty() {
            return Ok(plan);
        }
        let renames = self.wrong.into_values().collect();
        Err(Box::new(PlanErrors {
            faults: self.faults.into_iter().collect(),
            renames,
            collisions: self.collisions.into_iter().collect(),
            is_only_collisions: self.is_only_collisions,
            partial: plan,
        }))
    }
}

/// What to say of the name `text` that is given to `key`.
fn ungiven(key: &str, text: &str, why: Ungiven) -> String {
    let who = match why {
        Ungiven::NoName => return format!("`{text}` is no Rust name; expected an identifier such as `last`"),
        Ungiven::Kept => "generated code has for itself",
        Ungiven::Crate => "is a crate's",
    };
    let other = text.strip_prefix("r#").unwrap_or(text);
    format!("`{key}` cannot be named `{text}`, which {who}; expected another name, such as `{other}_`")
}

/// What to say of a key that renames nothing: the nearest thing that there is.
fn unused(key: &str, model: &Model, guesses: &Guesses<'_>) -> String {
    let near = guesses.of_key(key);
    let owner = key.rsplit_once('.').map(|(owner, _)| owner);
    let structured = owner.and_then(QualifiedName::parse).and_then(|name| model.structured.get_key_value(&name));
    match (structured, near) {
        (Some(_), Some(near)) => format!("`{key}` is not declared; {near}"),
        (Some((name, ty)), None) => {
            let own: Vec<String> = ty.properties.iter().map(|property| format!("`{}`", property.name)).collect();
            let own = if own.is_empty() { "no properties".to_owned() } else { own.join(", ") };
            format!("`{key}` is not declared; `{name}` declares {own}")
        }
        (None, near) => {
            let help = near.unwrap_or_else(|| {
                "expected `namespace.Type`, `namespace.Type.property`, `namespace.Enum.member` or a namespace"
                    .to_owned()
            });
            format!("`{key}` names nothing that is generated; {help}")
        }
    }
}

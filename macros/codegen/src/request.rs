//! What is asked for, and the steps from schemas to a plan: the same for the macro, the build script and the command.

use std::fmt;

use odatype_schema::{Draft, Fault, Faults, Rulebook, SliceError, UnknownRoot};

use crate::plan::{Plan, PlanErrors, RenameError, Renames, plan};

/// What to generate of a schema.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Only what these types and actions reach; everything if there is no such list.
    pub roots: Option<Vec<String>>,
    /// Rust names by wire names.
    pub renames: Renames,
}

/// A plan of all that was asked for.
#[derive(Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What is odd about the schema.
    pub warnings: Vec<Fault>,
}

/// Why there is no such plan: at least one problem.
#[derive(Debug)]
pub struct Refused {
    /// All of them, those of the schema first.
    pub problems: Vec<Problem>,
    /// What is odd about the schema, as far as it was read.
    pub warnings: Vec<Fault>,
    /// A plan without what is wrong, if only names are.
    pub partial: Option<Plan>,
}

/// Something that keeps what was asked for from being generated.
#[derive(Clone, Debug)]
pub enum Problem {
    /// In the schema's files.
    Schema(Fault),
    /// A root that names nothing.
    Root(UnknownRoot),
    /// An entry of the rename table.
    Rename(RenameError),
}

impl fmt::Display for Problem {
    /// What is wrong with a rename after `rename: `; the others say what they are about.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schema(fault) => fault.fmt(formatter),
            Self::Root(error) => error.fmt(formatter),
            Self::Rename(error) => write!(formatter, "rename: {}", error.message),
        }
    }
}

impl Request {
    /// Checks what is asked for of `draft`, decides what it means, and plans it.
    ///
    /// # Errors
    /// All that is wrong in the schema, or else every root that names nothing, or else all that is wrong with names.
    pub fn plan(&self, draft: Draft) -> Result<Planned, Box<Refused>> {
        let model = match &self.roots {
            None => draft.whole().map_err(SliceError::Schema),
            Some(roots) => draft.slice(roots),
        };
        let model = model.map_err(|error| match error {
            SliceError::Schema(faults) => Refused::schema(faults, Vec::new()),
            SliceError::Roots(unknown) => Refused::new(unknown.into_iter().map(Problem::Root), Vec::new()),
        })?;
        let book = Rulebook::new(&model).map_err(|faults| Refused::schema(faults, model.warnings.clone()))?;
        let warnings = || model.warnings.iter().chain(book.warnings()).cloned().collect();
        match plan(&book, &self.renames) {
            Ok(plan) => Ok(Planned { plan, warnings: warnings() }),
            Err(errors) => Err(Box::new(Refused { warnings: warnings(), ..Refused::from(*errors) })),
        }
    }
}

impl Refused {
    fn new(problems: impl Iterator<Item = Problem>, warnings: Vec<Fault>) -> Box<Self> {
        Box::new(Self { problems: problems.collect(), warnings, partial: None })
    }

    fn schema(faults: Faults, warnings: Vec<Fault>) -> Box<Self> {
        Self::new(faults.into_iter().map(Problem::Schema), warnings)
    }
}

impl From<PlanErrors> for Refused {
    fn from(errors: PlanErrors) -> Self {
        let faults = errors.faults.into_iter().map(Problem::Schema);
        let problems = faults.chain(errors.renames.into_iter().map(Problem::Rename)).collect();
        Self { problems, warnings: Vec::new(), partial: Some(errors.partial) }
    }
}

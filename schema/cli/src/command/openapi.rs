//! `odatype openapi`.

use clap::Args;
use odatype_openapi::{Info, document};
use odatype_schema::{Rulebook, model::Model};

use crate::{failure::Failure, output::Output, profile::Profile, schema::Given, warnings::Warnings};

/// Write an OpenAPI 3.1 document of a schema
///
/// Its components are the JSON Schema of every type, each action's body and each response with many values; where a tag
/// decides what an object is, with a discriminator. Its paths are those of entity sets, singletons, actions and
/// functions. An action or function is at the shortest way that leads to what it is bound to; where the schema does not
/// say one (a slice has no entity sets), a parameter stands for it. What functions are given is in the path, and JSON
/// in the query where it is a collection or an object.
#[derive(Args)]
pub(crate) struct OpenApi {
    #[command(flatten)]
    given: Given,
    /// What requests and responses are held against: `strict` or `tolerant`
    #[arg(long, value_enum, default_value_t = Profile::Strict)]
    profile: Profile,
    /// The document's title; if absent, the name of the schema's container or of its first namespace
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The version of the service's interface; if absent, the one that a slice came from, or 1.0
    #[arg(long, value_name = "TEXT")]
    api_version: Option<String>,
    /// The URL of the service's root
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    warnings: Warnings,
}

impl OpenApi {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        if self.profile == Profile::Create {
            return Err(Failure::new(
                "--profile: `create` is for what is made, and the document has what is changed and received too; expected `strict` or `tolerant`",
            ));
        }
        let destination = self.output.beside(self.given.files())?;
        let model = self.given.whole()?;
        let rulebook = Rulebook::new(&model)?;
        self.warnings.tell(model.warnings.iter().chain(rulebook.warnings()))?;
        let info = Info {
            title: self.title.clone().unwrap_or_else(|| title(&model)),
            version: self.api_version.clone().unwrap_or_else(|| version(&model)),
            server: self.server.clone(),
        };
        // The alternative form of a value is its pretty text, which does not fail.
        destination.write(&format!("{:#}\n", document(&rulebook, self.profile.into(), &info)))
    }
}

/// What the schema calls itself.
fn title(model: &Model) -> String {
    let container = model.containers.keys().next().map(ToString::to_string);
    container.or_else(|| model.namespaces.keys().next().cloned()).unwrap_or_else(|| "OData service".to_owned())
}

/// Which version of the service the schema is from.
fn version(model: &Model) -> String {
    let version = model.provenance.as_ref().map(|provenance| provenance.version.as_str());
    version.filter(|version| !version.is_empty()).unwrap_or("1.0").to_owned()
}

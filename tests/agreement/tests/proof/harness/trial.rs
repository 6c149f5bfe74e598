//! A schema on trial: read, resolved, made a rulebook and a table, and loaded as the runtime loads it.

use odatype::Schema;
use odatype_schema::{Rulebook, Source, model::Model};
use odatype_table::Table;

/// Namespaces of the vocabularies, which every schema here refers to: `V` and `Core`.
const HEAD: &str = r#"{"$Version": "4.01", "$Reference": {"https://x/v": {"$Include": [
    {"$Namespace": "Org.OData.Validation.V1", "$Alias": "V"}, {"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
"ns": "#;

/// A schema, ready for payloads.
pub(crate) struct Trial {
    /// As the runtime has it.
    pub(crate) schema: &'static Schema,
    /// As the rulebook made it.
    pub(crate) table: Table<String>,
    /// What was warned of.
    pub(crate) warnings: String,
}

impl Trial {
    /// The members of the namespace `ns` in CSDL JSON, and those that an overlay has.
    #[track_caller]
    pub(crate) fn of(members: &str, overlay: &str) -> Self {
        Self::try_of(members, overlay).unwrap_or_else(|faults| panic!("{faults}\n{members}\n{overlay}"))
    }

    /// The same, or what is wrong with them.
    pub(crate) fn try_of(members: &str, overlay: &str) -> Result<Self, String> {
        Self::of_model(&Self::model(members, overlay)?)
    }

    /// Their model.
    pub(crate) fn model(members: &str, overlay: &str) -> Result<Model, String> {
        let json = |name: &str, members: &str| (name.to_owned(), format!("{HEAD}{{{members}}}}}"));
        let overlays = if overlay.is_empty() { Vec::new() } else { vec![json("overlay.json", overlay)] };
        read(&[json("schema.json", members)], &overlays)
    }

    /// The content of a `Schema` element named `ns` in CSDL XML.
    #[track_caller]
    pub(crate) fn of_xml(elements: &str) -> Self {
        let text = format!(
            r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
            <edmx:Reference Uri="https://x/v"><edmx:Include Namespace="Org.OData.Validation.V1" Alias="V"/>
            <edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>
            <edmx:DataServices><Schema Namespace="ns" xmlns="http://docs.oasis-open.org/odata/ns/edm">{elements}</Schema>
            </edmx:DataServices></edmx:Edmx>"#
        );
        Self::load(&[("schema.xml".to_owned(), text)], &[]).unwrap_or_else(|faults| panic!("{faults}\n{elements}"))
    }

    /// Schemas and overlays by file name and content.
    pub(crate) fn load(sources: &[(String, String)], overlays: &[(String, String)]) -> Result<Self, String> {
        Self::of_model(&read(sources, overlays)?)
    }

    /// What of `model` the roots reach.
    pub(crate) fn slice(model: &Model, roots: &[&str]) -> Result<Self, String> {
        Self::of_model(&odatype_schema::slice(model, roots).map_err(|unknown| format!("{unknown:?}"))?)
    }

    /// Whether some pattern needs an engine that tracks back.
    pub(crate) fn looks_around(&self) -> bool {
        self.table.patterns().any(|pattern| !pattern.is_linear)
    }

    pub(crate) fn of_model(model: &Model) -> Result<Self, String> {
        let book = Rulebook::new(model).map_err(|faults| faults.to_string())?;
        let warnings = book.warnings().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let table = book.table().clone();
        Ok(Self { schema: Schema::leaked(&table), table, warnings })
    }
}

/// The model of schemas and overlays by file name and content.
pub(crate) fn read(sources: &[(String, String)], overlays: &[(String, String)]) -> Result<Model, String> {
    let source = |(name, text): &(String, String)| Source { name: name.clone(), text: text.clone().into() };
    let (sources, overlays): (Vec<_>, Vec<_>) =
        (sources.iter().map(source).collect(), overlays.iter().map(source).collect());
    odatype_schema::load(&sources, &overlays).map_err(|faults| faults.to_string())
}

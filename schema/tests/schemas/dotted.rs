//! Declared names with dots, which no simple identifier has: a reference is to what is declared under the same text,
//! wherever its namespace ends.
#![cfg(all(feature = "slice", feature = "xml"))]

use crate::common::{load_one, source, without_places};
use odatype_schema::{
    Fault, Rulebook, load,
    model::{Model, QualifiedName},
    slice, write,
};

/// Types, members of a key, an entity set and references to all of them; by the whole name, and by the alias.
const XML: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="farm.crops" Alias="f" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Plot"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="soil" Type="farm.crops.Plot.soil"/><NavigationProperty Name="rows" Type="Collection(f.Plot.row)"/></EntityType>
<EntityType Name="Plot.row"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="state" Type="f.row.state"/><Property Name="length" Type="f.row.length"/></EntityType>
<EntityType Name="Plot.row.dry" BaseType="f.Plot.row"/>
<ComplexType Name="Plot.soil"><Property Name="acid" Type="Edm.Decimal"/></ComplexType>
<EnumType Name="row.state"><Member Name="sown"/><Member Name="ripe"/></EnumType>
<TypeDefinition Name="row.length" UnderlyingType="Edm.Int32"/>
<Action Name="water" IsBound="true"><Parameter Name="row" Type="f.Plot.row"/><Parameter Name="soil" Type="f.Plot.soil"/></Action>
<Annotations Target="f.Plot.row/state"><Annotation Term="Org.OData.Core.V1.Description" String="how far it is"/></Annotations>
<EntityContainer Name="all"><EntitySet Name="Plots" EntityType="f.Plot"/><EntitySet Name="Plots.rows" EntityType="f.Plot.row"/>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"#;

fn model() -> Model {
    load_one(source("x.xml", XML)).unwrap()
}

fn name(text: &str) -> QualifiedName {
    QualifiedName::parse(text).unwrap()
}

#[test]
fn are_read_with_a_warning() {
    let found: Vec<String> = model().warnings.iter().map(ToString::to_string).collect();
    let expected = [
        "x.xml:5:1: warning: farm.crops.Plot.row: name `Plot.row` has a dot; expected a simple identifier",
        "x.xml:7:1: warning: farm.crops.Plot.row.dry: name `Plot.row.dry` has a dot; expected a simple identifier",
        "x.xml:8:1: warning: farm.crops.Plot.soil: name `Plot.soil` has a dot; expected a simple identifier",
        "x.xml:9:1: warning: farm.crops.row.state: name `row.state` has a dot; expected a simple identifier",
        "x.xml:10:1: warning: farm.crops.row.length: name `row.length` has a dot; expected a simple identifier",
        "x.xml:13:1: warning: farm.crops.all: name `Plots.rows` has a dot; expected a simple identifier",
    ];
    assert_eq!(found, expected);
}

#[test]
fn are_found_by_their_text() {
    let model = model();
    let ty = &model.structured[&name("farm.crops.Plot.row")];
    assert_eq!((ty.name.namespace(), ty.name.name()), ("farm.crops", "Plot.row"));
    let state = model.property(&name("farm.crops.Plot.row.dry"), "state").unwrap();
    assert_eq!(state.ty.to_string(), "farm.crops.row.state");
    assert_eq!(state.annotations.0[0].value, "how far it is");
    assert!(model.is_derived_from(&name("farm.crops.Plot.row.dry"), &name("farm.crops.Plot.row")));
    for (fragment, expected) in [
        ("Plots.rows", "Collection(farm.crops.Plot.row)"),
        ("Plots.rows/$entity", "farm.crops.Plot.row"),
        ("Plots.rows/f.Plot.row.dry", "Collection(farm.crops.Plot.row.dry)"),
        ("Plots('1')/rows", "Collection(farm.crops.Plot.row)"),
        ("f.Plot.soil", "farm.crops.Plot.soil"),
    ] {
        assert_eq!(model.payload_of(&format!("https://h/$metadata#{fragment}")).unwrap().to_string(), expected);
    }
}

/// In the table an alias stands for all that is before the last dot.
#[test]
fn have_the_aliases_of_their_namespaces() {
    let model = model();
    let book = Rulebook::new(&model).unwrap();
    let expected = [
        ("f", "farm.crops"),
        ("f.Plot", "farm.crops.Plot"),
        ("f.Plot.row", "farm.crops.Plot.row"),
        ("f.row", "farm.crops.row"),
    ];
    let found: Vec<_> = book.table().aliases.iter().map(|(alias, of)| (alias.as_str(), of.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn are_the_same_as_csdl_json() {
    let model = model();
    let text = write(&model);
    assert!(text.contains("\n    \"Plot.row\": {"), "{text}");
    let again = load_one(source("x.json", text.clone())).unwrap();
    assert_eq!(write(&again), text);
    let plain = |model: Model| without_places(&Model { warnings: Vec::new(), version: String::new(), ..model });
    assert_eq!(plain(again.clone()), plain(model.clone()));
    let said = |model: &Model| -> Vec<String> {
        let mut said: Vec<_> = model.warnings.iter().map(Fault::text).collect();
        said.sort();
        said
    };
    assert_eq!(said(&again), said(&model));
}

#[test]
fn are_renamed_where_they_are_declared() {
    let target = odatype_schema::rename_target(&model(), "farm.crops.Plot.row").unwrap();
    assert_eq!((target.namespace.as_str(), target.path.as_deref()), ("farm.crops", Some("farm.crops.Plot.row")));
    let target = odatype_schema::rename_target(&model(), "farm.crops.Plot.row.id").unwrap();
    assert_eq!(target.path.as_deref(), Some("farm.crops.Plot.row/id"));
}

#[test]
fn are_roots() {
    for root in ["farm.crops.Plot.row", "f.Plot.row", "f.water(f.Plot.row)"] {
        let slice = slice(&model(), &[root]).unwrap();
        let text = write(&slice);
        let again = load_one(source("x.json", text.clone())).unwrap();
        assert_eq!(write(&again), text, "{root}");
    }
}

#[test]
fn are_targets_of_overlays() {
    let overlay = source(
        "o.json",
        r#"{"$Version":"4.01","farm.crops":{
        "Plot.row":{"$Kind":"EntityType","note":{"$Nullable":true},"state":{"@Org.OData.Core.V1.Description":"else"}},
        "$Annotations":{"farm.crops.Plot.soil/acid":{"@Org.OData.Validation.V1.Minimum":3}}}}"#,
    );
    let model = load(&[source("x.xml", XML)], &[overlay]).unwrap();
    let row = name("farm.crops.Plot.row");
    assert_eq!(model.property(&row, "note").unwrap().ty.to_string(), "Edm.String");
    assert_eq!(model.property(&row, "state").unwrap().annotations.0[0].value, "else");
    assert_eq!(model.property(&name("farm.crops.Plot.soil"), "acid").unwrap().annotations.0.len(), 1);
    // What an overlay itself declares can be called otherwise.
    let more = source("o.json", r#"{"$Version":"4.01","farm.crops":{"Plot.new":{"$Kind":"ComplexType"}}}"#);
    let faults = load(&[source("x.xml", XML)], &[more]).unwrap_err().to_string();
    assert_eq!(faults, "o.json:1:34: farm.crops.Plot.new: name `Plot.new` has a dot; expected a simple identifier");
}

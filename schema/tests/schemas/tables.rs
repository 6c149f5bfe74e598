//! The table of every schema at hand: written, read and written again it stays, and it says what the model says.
#![cfg(feature = "xml")]

use std::{collections::BTreeMap, path::PathBuf};

use crate::common::{metadata, source};
use odatype_schema::{
    Rulebook, load, load_files,
    model::{Facets, Model, OperationKind, Property, PropertyKind, QualifiedName, TypeName, TypeRef},
    slice, write,
};
use odatype_table::{Body, Constraints, Listed, Member, Primitive, Row, Shape, StructuredKind};

/// Metadata and small cases; of these, the ones that load.
fn schemas() -> Vec<(PathBuf, Model)> {
    let data = odatype_data::folder!();
    let mut found: Vec<(PathBuf, Model)> = Vec::new();
    for path in metadata() {
        let model = load_files(&[&path], &[]).unwrap_or_else(|faults| panic!("{faults}"));
        found.push((path, model));
    }
    let mut cases = 0;
    for entry in std::fs::read_dir(data.join("cases")).unwrap() {
        let path = entry.unwrap().path();
        let is_schema = path.extension().is_some_and(|extension| extension == "xml" || extension == "json");
        if let Ok(model) = load_files(&[&path], &[]).map_err(|faults| println!("{}: {faults}", path.display()))
            && is_schema
        {
            cases += 1;
            found.push((path, model));
        }
    }
    assert!(cases >= 6, "{cases} cases load");
    found
}

#[odatype_data::test]
fn what_is_written_is_read_and_is_what_the_model_says() {
    for (path, model) in schemas() {
        let book = Rulebook::new(&model).unwrap_or_else(|faults| panic!("{}: {faults}", path.display()));
        let texts: Vec<String> = book.table().rows.iter().map(Row::to_text).collect();
        for (row, text) in book.table().rows.iter().zip(&texts) {
            let read = Row::read(text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", path.display()));
            assert_eq!(read.to_text(), *text);
            assert_eq!(owned(&read), *row, "{text}");
        }
        let rows: Vec<Row<&str>> = texts.iter().map(|text| Row::read(text).unwrap()).collect();
        of_model(&model, &rows);
        println!("{}: {} rows, {} warnings", path.display(), rows.len(), model.warnings.len());
    }
}

/// Constraints that borrow nothing.
fn constraints(all: &Constraints<&str>) -> Constraints<String> {
    Constraints {
        patterns: all
            .patterns
            .iter()
            .map(|pattern| odatype_table::Pattern { text: pattern.text.to_owned(), is_linear: pattern.is_linear })
            .collect(),
        minimum: all.minimum.as_ref().map(bound),
        maximum: all.maximum.as_ref().map(bound),
        multiples: all.multiples.iter().map(ToString::to_string).collect(),
        min_items: all.min_items,
        max_items: all.max_items,
        max_length: all.max_length,
        is_ascii: all.is_ascii,
        digits: all.digits,
        allowed: all.allowed.as_ref().map(|values| values.iter().map(ToString::to_string).collect()),
        derived: all.derived.clone(),
        types: all.types.as_deref().map(listed),
    }
}

fn listed(types: &[Listed<&str>]) -> Vec<Listed<String>> {
    types.iter().map(|listed| Listed { ty: listed.ty, constraints: constraints(&listed.constraints) }).collect()
}

/// A row that borrows nothing.
fn owned(row: &Row<&str>) -> Row<String> {
    let body = match &row.body {
        Body::Structured(ty) => Body::Structured(odatype_table::Structured {
            kind: ty.kind,
            base: ty.base,
            is_abstract: ty.is_abstract,
            is_open: ty.is_open,
            own: ty
                .own
                .iter()
                .map(|member| Member {
                    name: member.name.to_owned(),
                    place: odatype_table::Place {
                        ty: member.place.ty,
                        is_nullable: member.place.is_nullable,
                        constraints: constraints(&member.place.constraints),
                    },
                    is_required: member.is_required,
                    is_navigation: member.is_navigation,
                    is_narrowed: member.is_narrowed,
                    is_unknown: member.is_unknown,
                    access: member.access,
                    has_default: member.has_default,
                })
                .collect(),
            dynamic: ty.dynamic.as_deref().map(listed),
        }),
        Body::Enumeration(ty) => Body::Enumeration(odatype_table::Enumeration {
            is_flags: ty.is_flags,
            is_exhaustive: ty.is_exhaustive,
            members: ty.members.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect(),
        }),
        Body::Union(types) => Body::Union(types.clone()),
    };
    let versions = row.versions.iter().map(|version| (*version).to_owned()).collect();
    Row { name: row.name.to_owned(), versions, body }
}

fn bound(bound: &odatype_table::Bound<&str>) -> odatype_table::Bound<String> {
    odatype_table::Bound { value: bound.value.to_owned(), is_exclusive: bound.is_exclusive }
}

/// Holds rows against a model, by nothing but their names.
fn of_model(model: &Model, rows: &[Row<&str>]) {
    let by_name: BTreeMap<&str, &Row<&str>> = rows.iter().map(|row| (row.name, row)).collect();
    assert_eq!(by_name.len(), rows.len(), "names are unique");
    let name_of = |shape: Shape| match shape {
        Shape::Primitive(primitive) => primitive.qualified_name().to_owned(),
        Shape::Declared(row) => rows[usize::from(row)].name.to_owned(),
    };
    let mut bodies = 0;
    for ty in model.structured.values() {
        let Body::Structured(row) = &by_name[ty.name.as_str()].body else {
            panic!("{} is no structured type", ty.name)
        };
        bodies += 1;
        let base = row.base.map(|base| rows[usize::from(base)].name);
        assert_eq!(base, ty.base.as_ref().map(QualifiedName::as_str), "{}", ty.name);
        assert!(row.base.is_none_or(|base| rows[usize::from(base)].name != ty.name.as_str()));
        assert_eq!((row.is_abstract, row.is_open), (ty.is_abstract, model.is_open(&ty.name)), "{}", ty.name);
        assert_eq!(row.own.len(), ty.properties.len());
        for (member, property) in row.own.iter().zip(&ty.properties) {
            of_property(model, &format!("{}/{}", ty.name, property.name), member, property, &name_of);
        }
    }
    for ty in model.enums.values() {
        let Body::Enumeration(row) = &by_name[ty.name.as_str()].body else { panic!("{} is no enumeration", ty.name) };
        let members: Vec<(&str, i64)> = ty.members.iter().map(|member| (&*member.name, member.value)).collect();
        assert_eq!((&row.members, row.is_flags), (&members, ty.is_flags), "{}", ty.name);
    }
    for operation in model.operations() {
        let names: Vec<&str> = operation.given().map(|parameter| &*parameter.name).collect();
        let kind = match operation.kind {
            OperationKind::Action => StructuredKind::Action,
            OperationKind::Function => StructuredKind::Function,
        };
        let found = rows.iter().any(|row| {
            let own = row.structured().filter(|ty| ty.kind == kind);
            row.name.split('(').next() == Some(operation.name.as_str())
                && own.is_some_and(|ty| ty.own.iter().map(|member| member.name).eq(names.iter().copied()))
        });
        assert!(found, "{} has no row", operation.name);
        bodies += 1;
    }
    assert_eq!(rows.iter().filter(|row| row.structured().is_some()).count(), bodies);
}

fn of_property(
    model: &Model,
    name: &str,
    member: &Member<&str>,
    property: &Property,
    name_of: &dyn Fn(Shape) -> String,
) {
    assert_eq!(member.name, property.name);
    assert_eq!(member.place.ty.is_collection, property.ty.collection, "{name}");
    assert_eq!(member.place.is_nullable, property.nullable, "{name}");
    assert_eq!(member.is_navigation, matches!(property.kind, PropertyKind::Navigation(_)), "{name}");
    let (behind, facets) = behind(model, &property.ty);
    let shape = name_of(member.place.ty.shape);
    assert!(shape == behind || shape == name, "{name} is {shape}, not {behind}");
    let constraints = &member.place.constraints;
    let is_text = behind == "Edm.String" || behind == "Edm.Binary";
    let lengths = facets.iter().filter_map(|facets| facets.max_length).filter(|_| is_text);
    assert_eq!(constraints.max_length, lengths.min(), "{name}");
    if property.annotations.0.is_empty()
        && facets.iter().all(|facets| **facets == Facets::default())
        && facets.len() == 1
    {
        assert!(constraints.is_empty(), "{name}: nothing was said");
    }
}

/// The type behind a type definition, and all facets.
fn behind<'m>(model: &'m Model, ty: &'m TypeRef) -> (String, Vec<&'m Facets>) {
    match &ty.name {
        TypeName::Primitive(_) => (ty.name.to_string(), vec![&ty.facets]),
        TypeName::Named(name) => match model.definitions.get(name) {
            Some(definition) => {
                (definition.underlying.name.to_string(), vec![&definition.underlying.facets, &ty.facets])
            }
            None if model.is_type(name) => (name.to_string(), vec![&ty.facets]),
            None => (format!("Edm.{}", Primitive::Untyped.name()), vec![&ty.facets]),
        },
    }
}

#[test]
fn a_slice_keeps_the_names_of_what_it_cut() {
    let text = r#"{"$Version": "4.01", "ns": {"$Alias": "n",
        "A": {"$Kind": "EntityType", "id": {}, "many": {"$Kind": "NavigationProperty", "$Type": "ns.B", "$Collection": true}},
        "B": {"$Kind": "EntityType", "id": {}}, "C": {"$Kind": "ComplexType"}, "E": {"$Kind": "EnumType"}}}"#;
    let model = load(&[source("s.json", text)], &[]).unwrap();
    assert!(model.outside.is_empty());
    let cut = slice(&model, &["n.A"]).unwrap();
    let again = load(&[source("cut.json", write(&cut))], &[]).unwrap();
    for model in [&cut, &again, &slice(&again, &["ns.A"]).unwrap()] {
        let book = Rulebook::new(model).unwrap();
        assert_eq!(book.table().outside, ["ns.B", "ns.C"]);
        assert_eq!(book.table().aliases, [("n".to_owned(), "ns".to_owned())]);
        assert_eq!(book.table().rows[0].to_text(), "entity\tns.A\t-\t-\nid\tString\t-\nmany\t*Untyped\tvu");
    }
}

#[test]
fn a_list_of_types_that_a_slice_cut_into_does_not_hold() {
    let schema = crate::common::csdl(
        r#","B":{"$Kind":"EntityType","$Abstract":true},"D":{"$Kind":"EntityType","$BaseType":"n.B"},
        "A":{"$Kind":"EntityType","$BaseType":"n.B","other":{"$Kind":"NavigationProperty","$Type":"n.B"}}"#,
    );
    let list = r#"{"@Org.OData.Validation.V1.DerivedTypeConstraint":["n.D"]}"#;
    let overlay = crate::common::csdl(&format!(r#","$Annotations":{{"n.A/other":{list}}}"#));
    let model = load(&[schema], &[overlay]).unwrap();
    let row = |model: &Model| {
        let book = Rulebook::new(model).unwrap();
        book.table().rows.iter().find(|row| row.name == "n.A").unwrap().to_text()
    };
    assert_eq!(row(&model), "entity\tn.A\t0\t-\nother\t#0\tv\tderived=2");
    assert_eq!(row(&slice(&model, &["n.A"]).unwrap()), "entity\tn.A\t0\t-\nother\t#0\tv");
}

#[test]
fn annotations_of_annotations_of_annotations() {
    let xml = crate::common::edmx(
        r#"<ComplexType Name="T"><Annotation Term="n.A" String="1"><Annotation Term="n.B" Qualifier="q" String="2"><Annotation Term="n.C" String="3"><Annotation Term="n.D" String="4"/></Annotation></Annotation></Annotation></ComplexType>"#,
    );
    let model = load(&[xml], &[]).unwrap();
    let text = write(&model);
    assert!(text.contains("\"@n.A@n.B#q@n.C@n.D\": \"4\""), "{text}");
    let again = load(&[source("again.json", text.as_str())], &[]).unwrap();
    assert_eq!(crate::common::without_places(&again), crate::common::without_places(&model));
    let depth = |model: &Model| {
        let mut annotations = &model.structured.values().next().unwrap().annotations;
        let mut depth = 0;
        while let Some(annotation) = annotations.0.first() {
            depth += 1;
            annotations = &annotation.annotations;
        }
        depth
    };
    assert_eq!((depth(&model), depth(&again)), (4, 4));
    // What annotates no annotation is told.
    let lost = crate::common::csdl(r#","T":{"$Kind":"ComplexType","@n.A":1,"@n.B@n.C":2}"#);
    let warnings = load(&[lost], &[]).unwrap().warnings;
    assert!(warnings.iter().any(|warning| warning.message == "`@n.B@n.C` annotates no annotation"), "{warnings:?}");
}

#[test]
fn joined_rules_survive_writing() {
    let schema = crate::common::csdl(r#","T":{"$Kind":"ComplexType","p":{"@Org.OData.Validation.V1.Pattern":"^a"}}"#);
    let overlay = crate::common::csdl(
        r#","T":{"$Kind":"ComplexType","p":{"@Org.OData.Validation.V1.Pattern":"b$","@Org.OData.Validation.V1.Pattern@n.X":1}}"#,
    );
    let model = load(&[schema], &[overlay]).unwrap();
    let text = write(&model);
    let again = load(&[source("again.json", text.as_str())], &[]).unwrap();
    for model in [&model, &again] {
        let row = Rulebook::new(model).unwrap().table().rows[0].to_text();
        assert_eq!(row, "complex\tn.T\t-\t-\np\tString\t-\tpattern=^a\tpattern=b$");
    }
    assert_eq!(write(&again), text);
}

#[test]
fn facets_of_an_overlay_join_too() {
    let schema = crate::common::csdl(
        r#","T":{"$Kind":"ComplexType","p":{"$MaxLength":9},"d":{"$Type":"Edm.Decimal","$Precision":5,"$Scale":2}}"#,
    );
    let overlay = crate::common::csdl(
        r#","T":{"$Kind":"ComplexType","p":{"$MaxLength":4},"d":{"$Type":"Edm.Decimal","$Precision":4,"$Scale":3}}"#,
    );
    let model = load(std::slice::from_ref(&schema), &[overlay]).unwrap();
    let row = Rulebook::new(&model).unwrap().table().rows[0].to_text();
    assert_eq!(row, "complex\tn.T\t-\t-\np\tString\t-\tmaxlen=4\nd\tDecimal\t-\twhole=1\tfraction=2");
    let overlay = crate::common::csdl(
        r#","T":{"$Kind":"ComplexType","d":{"$Type":"Edm.Decimal","$Precision":4,"$Scale":"variable"}}"#,
    );
    let faults = load(&[schema], &[overlay]).unwrap_err().to_string();
    assert!(faults.starts_with("x.json:3:") && faults.contains("cannot be joined"), "{faults}");
}

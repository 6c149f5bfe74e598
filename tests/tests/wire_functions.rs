//! Calls of functions: the URLs that they make, what they ask for and what comes back.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    BatchRequest, Collection, EntityRef, Function, Method, Null, Operation, Structured,
    edm::{
        Date, Duration,
        chrono::{DateTime, FixedOffset},
    },
    to_string,
    validate::{Profile, Validate},
};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod model {
    odatype::schema! {
        path = "golden/functions.csdl.json",
    }
}
use model::depot::{
    Days, Range, Sheet, Span, State,
    actions::{Shut, sheet::Clear},
    functions::{
        Find, FindRequired, Names,
        sheet::{
            Cells, CellsByAddress, CellsByAddressRequired, CellsByRowColumnNameWithFormat,
            CellsByRowColumnNameWithFormatRequired, Picture, PictureRequired,
        },
        sheet_collection::{CountByDays, CountByDaysRequired, CountByState, CountByStateRequired},
    },
};

fn sheet() -> EntityRef {
    EntityRef::new("Sheets").key("1")
}

fn url(call: &impl Function) -> String {
    sheet().function(call).as_str().to_owned()
}

#[test]
fn overloads_are_called_by_what_they_are_given() {
    assert_eq!(url(&Cells::new()), "Sheets('1')/depot.cells()");
    let by_address = CellsByAddress::new(CellsByAddressRequired { address: "A1:B2, it's" });
    assert_eq!(url(&by_address), "Sheets('1')/depot.cells(address='A1:B2%2C%20it''s')");
    let by_row = |column: &str| {
        CellsByRowColumnNameWithFormat::new(CellsByRowColumnNameWithFormatRequired { row: 7, column_name: column })
    };
    assert_eq!(url(&by_row("C")), "Sheets('1')/depot.cells(row=7,column_name='C')");
    let formatted = by_row("C").with(CellsByRowColumnNameWithFormat::WITH_FORMAT, true);
    assert_eq!(url(&formatted), "Sheets('1')/depot.cells(row=7,column_name='C',withFormat=true)");
    let none = CellsByRowColumnNameWithFormatRequired { row: 0, column_name: Null };
    let none = CellsByRowColumnNameWithFormat::new(none);
    assert_eq!(url(&none), "Sheets('1')/depot.cells(row=0,column_name=null)");
}

#[test]
fn literals_are_those_of_keys() {
    let sheets = EntityRef::new("Sheets");
    let by_state = CountByState::new(CountByStateRequired { state: State::Open });
    assert_eq!(sheets.clone().function(&by_state).as_str(), "Sheets/depot.count(state=depot.state'open')");
    let by_days = CountByDays::new(CountByDaysRequired { days: Days::MONDAY | Days::TUESDAY });
    assert_eq!(sheets.function(&by_days).as_str(), "Sheets/depot.count(days=depot.days'monday%2Ctuesday')");
    let since: DateTime<FixedOffset> = DateTime::parse_from_rfc3339("2026-11-22T17:51:00+05:30").unwrap();
    let find = Find::new(FindRequired { ids: [""; 0], within: Null })
        .with(Find::SINCE, since)
        .with(Find::AGE, Duration::hours(36))
        .with_dynamic("newOne", "n");
    assert_eq!(
        EntityRef::new("").function(&find).as_str(),
        "FindSheets(ids=@ids,within=null,since=2026-11-22T17:51:00%2B05:30,age=duration'P1DT12H',newOne='n')?@ids=%5B%5D"
    );
}

#[test]
fn what_has_no_literal_is_behind_an_alias() {
    let within = Span::new().with(Span::FROM, Date::from_ymd_opt(2026, 1, 31).unwrap());
    let find = Find::new(FindRequired { ids: ["a", "b&c"], within });
    let root = EntityRef::new("https://depot.example/v1");
    let found = root.function(&find);
    assert_eq!(
        found.as_str(),
        "https://depot.example/v1/FindSheets(ids=@ids,within=@within)\
         ?@ids=%5B%22a%22%2C%22b%26c%22%5D&@within=%7B%22from%22:%222026-01-31%22%7D"
    );
    // What comes after it stands before the query, and another call has aliases of its own.
    let again = found.key("x").navigation("parts").function(&Find::new(FindRequired { ids: ["d"], within: Null }));
    assert!(
        again.as_str().starts_with(
            "https://depot.example/v1/FindSheets(ids=@ids,within=@within)('x')/parts/FindSheets(ids=@ids2,within=null)?@ids="
        ),
        "{again}"
    );
    assert!(again.as_str().ends_with("&@ids2=%5B%22d%22%5D"), "{again}");
}

#[test]
fn what_was_read_is_called_alike() {
    let find: Find =
        odatype::from_str(r#"{"ids":["a"],"within":{"to":"2026-01-31"},"since":"2026-11-22T17:51:00Z"}"#).unwrap();
    assert_eq!(
        EntityRef::new("").function(&find).as_str(),
        "FindSheets(ids=@ids,within=@within,since=2026-11-22T17:51:00Z)\
         ?@ids=%5B%22a%22%5D&@within=%7B%22to%22:%222026-01-31%22%7D"
    );
    // What does not fit is given as it is.
    let odd = odatype::from_slice_partial::<CellsByAddress>(br#"{"address":5}"#).unwrap().value;
    assert_eq!(url(&odd), "Sheets('1')/depot.cells(address=5)");
}

#[test]
fn names_are_those_of_imports_where_there_are_some() {
    assert_eq!((Find::SEGMENT, Find::TYPE_NAME), ("FindSheets", "depot.find(ids,within,since,age)"));
    assert_eq!((Names::SEGMENT, Names::TYPE_NAME), ("depot.names", "depot.names"));
    assert_eq!((Cells::SEGMENT, Cells::TYPE_NAME), ("depot.cells", "depot.cells(depot.sheet)"));
    assert_eq!(CountByState::TYPE_NAME, "depot.count(Collection(depot.sheet),state)");
}

#[test]
fn what_comes_back_is_typed() {
    let range: Range = Cells::decode_response(br#"{"text":"t"}"#).unwrap();
    assert_eq!(range.text(), Some("t"));
    assert_eq!(CountByState::decode_response(br#"{"value":7}"#).unwrap().value(), Some(7));
    let sheets: Collection<Sheet> = Find::decode_response(br#"{"value":[{"id":"1"}]}"#).unwrap();
    assert_eq!(sheets.value[0].id(), Some("1"));
    assert_eq!(Names::decode_response(br#"{"value":["a"]}"#).unwrap().value().iter().collect::<Vec<_>>(), ["a"]);
    let batch = BatchRequest::new("1", Method::Get, sheet().function(&Cells::new()));
    assert!(to_string(&batch).contains(r#""url":"Sheets('1')/depot.cells()""#), "{}", to_string(&batch));
}

#[test]
fn what_a_service_would_refuse_is_told() {
    let wrong =
        CellsByRowColumnNameWithFormat::new(CellsByRowColumnNameWithFormatRequired { row: -1, column_name: Null });
    let findings = wrong.validate();
    assert_eq!((findings.len(), findings[0].pointer().as_str()), (1, "/row"), "{findings}");
    // A finding names the parameter as the URL has it, where a place in JSON is nobody's.
    for finding in &findings {
        let parameter = finding.pointer().trim_start_matches('/').to_owned();
        assert!(url(&wrong).contains(&format!("{parameter}=")), "{finding} in {}", url(&wrong));
    }
    let less = wrong.without(CellsByRowColumnNameWithFormat::ROW).without(CellsByRowColumnNameWithFormat::COLUMN_NAME);
    assert_eq!(less.validate().len(), 2, "a parameter that may be null is given all the same: {}", less.validate());
    assert!(Picture::new(PictureRequired { new_: true }).validate().is_empty());
    assert!(Clear::new().validate().is_empty(), "what an action is not given is null");
}

#[test]
fn calls_are_made_up_and_described_by_their_types() {
    use proptest::prelude::*;
    proptest!(|(call in odatype::sample::strategy::<CellsByRowColumnNameWithFormat>())| {
        prop_assert!(call.validate().is_empty(), "{}", call.validate());
        prop_assert!(url(&call).starts_with("Sheets('1')/depot.cells(row="), "{}", url(&call));
    });
    let document = odatype::json_schema::document::<CellsByAddress>(Profile::Strict);
    assert!(document.to_string().contains(r#""required":["address"]"#), "{document}");
    let whole = model::SCHEMA.json_schema_of_all(Profile::Strict);
    let definitions = whole["$defs"].as_object().unwrap();
    assert!(definitions.contains_key("depot.clear(depot.sheet)"));
    assert!(definitions.keys().all(|key| !key.starts_with("depot.cells")));
}

#[test]
fn it_is_no_payload() {
    let schema = &model::SCHEMA;
    for name in ["depot.cells", "depot.cells(depot.sheet)", "depot.cells(depot.sheet,address)", "depot.names"] {
        assert!(schema.decode(name, b"{}").is_err(), "{name}");
        assert!(schema.validate(name, b"{}", Profile::Tolerant).is_err(), "{name}");
        assert!(schema.tagged(&format!("#{name}")).is_none(), "{name}");
    }
    assert!(schema.types().all(|ty| !ty.name().starts_with("depot.cells")));
    let error = schema.decode("depot.clear(depot.sheets)", b"{}").unwrap_err().to_string();
    assert!(error.contains("depot.clear(depot.sheet)"), "{error}");
    // A tag that is called like one names no type.
    let sheet: Sheet = odatype::from_str(r##"{"@odata.type":"#depot.names"}"##).unwrap();
    assert!(sheet.is_foreign());
}

#[test]
fn actions_are_called_as_functions_are() {
    assert_eq!(sheet().action::<Clear>().as_str(), "Sheets('1')/depot.clear");
    for (root, url) in [
        ("https://depot.test/v1", "https://depot.test/v1/CloseDepot"),
        ("https://depot.test/v1/", "https://depot.test/v1/CloseDepot"),
        ("/", "/CloseDepot"),
        ("", "CloseDepot"),
    ] {
        assert_eq!(EntityRef::new(root).action::<Shut>().as_str(), url);
    }
}

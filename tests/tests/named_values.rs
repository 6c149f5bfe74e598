//! Allowed values that have names are constants of the type that declares the property.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{Structured, validate::Validate};
use odatype_codegen::{Request, plan::Renames};
use odatype_schema::{Source, draft};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod schema {
    odatype::schema! {
        path = "tests/named_values.csdl.json",
        rename = { "shop.order.status.InDelivery" = "ON_ITS_WAY" },
    }
}
use schema::shop::{AnyOrder, Document, Order, Parcel};

#[test]
fn are_constants_of_the_property_s_type() {
    let values: (i32, i32, i32, u8) =
        (Order::STATUS_OPEN, Order::ON_ITS_WAY, Order::STATUS_CANCELLED, Order::PRIORITY_HIGH);
    assert_eq!(values, (0, 10, -1, 1));
    assert_eq!([Document::ORIGIN_WEB, Document::ORIGIN_SHOP_FLOOR], ["web", "shop floor"]);
    let order =
        Order::new().with(Order::STATUS, Order::STATUS_CANCELLED).with(Order::ORIGIN, Document::ORIGIN_SHOP_FLOOR);
    assert_eq!(odatype::to_string(&order), r#"{"status":-1,"origin":"shop floor"}"#);
    assert!(order.validate().is_valid(), "{}", order.validate());
    let read: AnyOrder = odatype::from_str(r#"{"status":0}"#).unwrap();
    assert!(matches!(read.status(), Some(Order::STATUS_OPEN)));
}

/// Of each property of that type; one that allows fewer values has fewer names, and may have its own.
#[test]
fn of_a_type_definition_are_constants_too() {
    let values: [u8; 4] = [Parcel::GRADE_BEST, Parcel::GRADE_GOOD, Parcel::GRADES_BEST, Parcel::GRADES_GOOD];
    assert_eq!(values, [1, 2, 1, 2]);
    assert_eq!([Parcel::LEAST_ENOUGH, Parcel::LEAST_GOOD, Parcel::LEAST_POOR], [2, 2, 3]);
    let parcel = Parcel::new()
        .with(Parcel::GRADE, Parcel::GRADE_BEST)
        .with(Parcel::GRADES, [Parcel::GRADES_GOOD])
        .with(Parcel::LEAST, Parcel::LEAST_ENOUGH);
    assert!(parcel.validate().is_valid(), "{}", parcel.validate());
    let names = |members: &str| {
        let definition = r#""d":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.String","@Org.OData.Validation.V1.AllowedValues":
            [{"Value":"a","@Org.OData.Core.V1.SymbolicName":"One"},{"Value":"b","@Org.OData.Core.V1.SymbolicName":"Two"}]}"#;
        let text =
            format!(r#"{{"$Version":"4.01","n":{{{definition},"t":{{"$Kind":"ComplexType","p":{{{members}}}}}}}}}"#);
        let plan = Request { roots: None, renames: Renames::default() }
            .plan(draft(&[Source { name: "n.json".into(), text: text.into() }], &[]))
            .unwrap_or_else(|refused| panic!("{:?}", refused.problems));
        format!("{plan:?}").matches("ConstIdent(\"P_").count()
    };
    assert_eq!(names(r#""$Type":"n.d""#), 2);
    assert_eq!(names(r#""$Type":"n.d","@Org.OData.Validation.V1.AllowedValues":[{"Value":"b"}]"#), 1);
}

/// What is told of a schema of one type, whose properties are `text`.
fn told(text: &str, renames: Renames) -> Result<(), Vec<String>> {
    let text = format!(
        r#"{{"$Version":"4.01","n":{{"t":{{"$Kind":"ComplexType",
{text}
}}}}}}"#
    );
    let sources = [Source { name: "n.json".into(), text: text.into() }];
    let request = Request { roots: None, renames };
    match request.plan(draft(&sources, &[])) {
        Ok(_) => Ok(()),
        Err(refused) => Err(refused.problems.iter().map(ToString::to_string).collect()),
    }
}

#[test]
fn collisions_are_told_with_their_place() {
    let value = |value: &str, name: &str| format!(r#"{{"Value":{value},"@Org.OData.Core.V1.SymbolicName":"{name}"}}"#);
    let property = |name: &str, values: &[String]| {
        let values = values.join(",");
        format!(r#""{name}":{{"$Type":"Edm.Int32","@Org.OData.Validation.V1.AllowedValues":[{values}]}}"#)
    };
    let status = property("status", &[value("1", "open"), value("2", "Open")]);
    let wrong = told(&status, Renames::default()).unwrap_err();
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(wrong[0].starts_with("n.json:2:") && wrong[0].contains("`STATUS_OPEN`"), "{wrong:?}");
    let renames = [("n.t.status.Open".to_owned(), "STATUS_OPENED".to_owned())].into_iter().collect();
    assert_eq!(told(&status, renames), Ok(()));
    // With another property; and what is said twice is said once.
    let with_property = format!("{},\n{}", property("status", &[value("1", "open")]), property("statusOpen", &[]));
    let wrong = told(&with_property, Renames::default()).unwrap_err();
    assert!(wrong[0].starts_with("n.json:2:") && wrong[0].contains("n.t.statusOpen"), "{wrong:?}");
    assert_eq!(told(&property("status", &[value("1", "open"), value("1", "open")]), Renames::default()), Ok(()));
    // A value that the type does not have is told of elsewhere, and has no constant.
    assert_eq!(told(&property("status", &[value("1", "a"), value("9999999999", "b")]), Renames::default()), Ok(()));
    let nameless = told(&property("status", &[value("1", "--")]), Renames::default()).unwrap_err();
    assert!(nameless[0].starts_with("n.json:2:") && nameless[0].contains("no Rust name"), "{nameless:?}");
}

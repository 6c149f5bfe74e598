//! Types that a schema declares in many versions, as one: every tag of the chain is read, typed as far as it goes, and
//! stays as it was spelled.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Structured,
    json_schema::Validator,
    validate::{Profile, Validate},
};
use serde_json::json;

mod workshop {
    odatype::schema! { path = "versions/", versions = "latest" }
}
use workshop::{
    SCHEMA,
    lathe::{Chuck, Lathe, StopKind, actions},
    machine::{Item, Machine},
};

#[test]
fn every_tag_of_a_chain_is_read() {
    for tag in [
        "#Lathe.v1_0_0.Lathe",
        "#Lathe.v1_0_1.Lathe",
        "#Lathe.v1_10_0.Lathe",
        "#Lathe.v1_99_0.Lathe",
        "#Lathe.v2_0_0.Lathe",
        "Lathe.v1_2_0.Lathe",
        "https://workshop.example/$metadata#Lathe.v1_2_0.Lathe",
        "#lathe.V1_2_0.lathe",
        "#LATHE.v1_99_0.LATHE",
    ] {
        let text = json!({
            "@odata.type": tag, "Speed": 5, "Weight": 1.5, "Later": { "x": 1 }, "Tools": [{ "Slot": 3 }],
            "Chuck": { "Jaws": 3, "Force": 0.5 }, "Through": 3, "Vendor": { "any": true },
        })
        .to_string();
        let Item::LatheLathe(lathe) = odatype::from_str::<Item>(&text).unwrap() else { panic!("{tag}") };
        assert_eq!((lathe.speed(), lathe.tools().len()), (Some(5), 1), "{tag}");
        assert_eq!(lathe.chuck().and_then(Chuck::force), Some(0.5), "a part that has no tag is of the latest version");
        assert!(lathe.dynamic("Later").is_some() && !lathe.is_foreign(), "{tag}");
        assert_eq!(lathe.odata_type().as_deref(), Some(tag));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&odatype::to_string(&lathe)).unwrap(),
            serde_json::from_str::<serde_json::Value>(&text).unwrap()
        );
        let tag_last = text.replacen('{', "{\"Id\":\"1\",", 1);
        assert!(matches!(odatype::from_str::<Machine>(&tag_last), Ok(Machine::LatheLathe(_))), "{tag}");
        let dynamic = workshop::decode("Lathe.v1_99_0.Lathe", text.as_bytes()).unwrap();
        assert_eq!(dynamic.to_type::<Lathe>().and_then(|lathe| lathe.speed()), Some(5));
    }
    for tag in [
        "#Lathe.v1_x.Lathe",
        "#Lathe.v1_0_0.Chuck",
        "#Lathe.v1_0_0.Nothing",
        "#Machine.v1_0_0.Machine",
        "#v1_0_0.Lathe",
    ] {
        let text = json!({ "@odata.type": tag, "Speed": 5 }).to_string();
        assert!(matches!(odatype::from_str::<Item>(&text), Ok(Item::Unknown(_))), "{tag}");
    }
}

#[test]
fn the_latest_is_written() {
    let lathe = Lathe::new().with(Lathe::SPEED, 3).with(Lathe::NEXT, Lathe::new());
    assert_eq!(
        odatype::to_string(&Machine::from(lathe)),
        r##"{"@odata.type":"#Lathe.v1_10_0.Lathe","Speed":3,"Next":{}}"##
    );
    let stop = actions::actions::Stop::new().with(actions::actions::Stop::HOW, StopKind::Now);
    assert_eq!(odatype::to_string(&stop), r#"{"How":"Now"}"#);
}

#[test]
fn strict_asks_for_a_version_that_is_known() {
    let validator = Validator::new(&SCHEMA, Profile::Strict);
    let tolerant = Validator::new(&SCHEMA, Profile::Tolerant);
    for (tag, is_exact) in [
        ("#Lathe.v1_0_0.Lathe", true),
        ("#Lathe.v1_10_0.Lathe", true),
        ("https://workshop.example/$metadata#Lathe.v1_2_0.Lathe", true),
        ("#Lathe.v1_99_0.Lathe", false),
        ("#Lathe.V1_0_0.Lathe", false),
        ("#Lathe.Lathe", false),
        ("Lathe.v1_0_0.Lathe", false),
    ] {
        let text = json!({ "@odata.type": tag, "Id": "1" }).to_string();
        for ty in ["Machine.Item", "Lathe.Lathe"] {
            let found = SCHEMA.validate(ty, text.as_bytes(), Profile::Strict).unwrap();
            assert_eq!(found.is_empty(), is_exact, "{tag} {ty}: {found}");
            let found = validator.validate_as(ty, text.as_bytes()).unwrap();
            assert_eq!(found.is_empty(), is_exact, "{tag} {ty}: {found}");
            assert!(SCHEMA.validate(ty, text.as_bytes(), Profile::Tolerant).unwrap().is_empty(), "{tag} {ty}");
            assert!(tolerant.validate_as(ty, text.as_bytes()).unwrap().is_empty(), "{tag} {ty}");
        }
        // What the type has is asked for, whatever the version.
        let wrong = json!({ "@odata.type": tag, "Id": "1", "Tools": 5 }).to_string();
        for (schema, decoder) in [(&validator, Profile::Strict), (&tolerant, Profile::Tolerant)] {
            assert!(!schema.validate_as("Machine.Item", wrong.as_bytes()).unwrap().is_empty(), "{tag}");
            assert!(!SCHEMA.validate("Machine.Item", wrong.as_bytes(), decoder).unwrap().is_empty(), "{tag}");
        }
    }
    let found = Item::validate_json(br##"{"@odata.type":"#Lathe.Lathe","Id":"1"}"##, Profile::Strict);
    assert_eq!(found[0].expected(), "a tag of a version that the schema has, such as `#Lathe.v1_10_0.Lathe`");
    let found = Item::validate_json(br##"{"@odata.type":"#Lathe.v1_11_0.Lathe","Id":"1"}"##, Profile::Strict);
    assert_eq!(found[0].suggestion().as_deref(), Some("#Lathe.v1_10_0.Lathe"), "{found}");
}

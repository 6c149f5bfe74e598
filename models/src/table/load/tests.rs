use odatype_table::{FORMAT, Primitive};

use crate::table::{Asks, Kind, Name, Schema, Tables};

const SOURCES: &[&str] = &[
    "entity\tns.base\t-\ta\nid\tString\t-",
    "complex\tns.part\t-\to\n\t#1,*String",
    "entity\tns.thing\t0\to\nparts\t*#1\tn\tminitems=1\nstate\t#4\tn\nwhat\t#5\tn\nx\tString\tr\tmaxlen=3",
    "entity\tns.other\t0\t-\nparts\tInt32\tn\nsize\tInt32\tn\tmin=1",
    "enum\tns.state\t-\t-\non\t0\noff\t1",
    "union\tns.thing/what\t-\t-\n#3,*#1",
    "entity\tns.narrow\t2\t-\nx\tString\tr\tmaxlen=2\ny\tString\tn",
];

static SCHEMA: Schema = Schema::new(FORMAT, SOURCES, &[("n", "ns")], "ns.cut\nns.cut2\tInt32\nother.left", &[]);

fn tables() -> &'static Tables {
    SCHEMA.tables()
}

#[test]
fn reads_types_properties_and_constraints() {
    let tables = tables();
    let thing = tables.find("ns.thing").unwrap();
    assert_eq!(thing.properties().iter().map(|p| p.name).collect::<Vec<_>>(), ["id", "parts", "state", "what", "x"]);
    assert_eq!(thing.slot("state"), Some(2));
    assert_eq!(thing.slot("State"), None);
    assert!(thing.properties()[1].collection && thing.properties()[4].asks.any_of(Asks::REQUIRED));
    assert_eq!(thing.properties()[3].kind, Kind::Union(5));
    assert_eq!(thing.properties()[4].rules.unwrap().asked.max_length, Some(3));
    let narrow = tables.find("ns.narrow").unwrap();
    assert_eq!((narrow.slot("x"), narrow.slot("y"), narrow.properties().len()), (Some(4), Some(5), 6));
    assert_eq!(narrow.properties()[4].rules.unwrap().asked.max_length, Some(2));
    let dynamic = tables.find("ns.part").unwrap().content().dynamic.unwrap();
    let dynamic: Vec<_> = dynamic.iter().map(|one| (one.is_collection, one.kind)).collect();
    assert_eq!(dynamic, [(false, Kind::Structured(1)), (true, Kind::primitive(Primitive::String))]);
}

#[test]
fn resolves_every_spelling_of_a_tag() {
    let tables = tables();
    for tag in ["#ns.thing", "ns.thing", "#NS.Thing", "n.thing", "#N.THING", "https://host/$metadata#ns.thing"] {
        assert_eq!(tables.resolve(tag).map(|ty| ty.name), Some("ns.thing"), "{tag}");
    }
    for tag in ["", "#", "thing", "#ns.state", "#ns.nothing", "a#b#ns.thing", "ns.thing#"] {
        assert!(tables.resolve(tag).is_none(), "{tag}");
    }
    for (name, is_cut, behind) in [
        ("ns.cut", true, None),
        ("ns.cut2", false, Some(Primitive::Int32)),
        ("other.left", true, None),
        ("ns.thing", false, None),
        ("ns.cu", false, None),
        ("", false, None),
    ] {
        assert_eq!((tables.outside.contains(name), tables.outside.behind(name)), (is_cut, behind), "{name}");
    }
}

#[test]
fn knows_what_a_late_tag_may_make_of_a_member() {
    let tables = tables();
    let late =
        |ty, name| tables.late(ty).find(Name::new(name)).map(|(_, property)| (property.collection, property.kind));
    let base = tables.find("ns.base").unwrap();
    assert_eq!(late(base, "size"), Some((false, Kind::primitive(Primitive::Int32))));
    assert_eq!(late(base, "parts"), None, "two types declare it differently");
    assert_eq!(late(base, "nothing"), None);
    let what = tables.find("ns.thing/what").unwrap();
    assert_eq!(late(what, "size"), Some((false, Kind::primitive(Primitive::Int32))));
}

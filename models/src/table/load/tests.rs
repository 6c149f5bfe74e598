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
    assert_eq!(late(what, "id"), Some((false, Kind::primitive(Primitive::String))), "an alternative inherits it");
}

/// The table of types of which each derives from an earlier one, by its place, and declares a property.
fn tables_of(bases: &[Option<usize>]) -> &'static Tables {
    let base = |base: &Option<usize>| base.map_or_else(|| "-".to_owned(), |base| base.to_string());
    let row = |(at, of): (usize, &Option<usize>)| format!("complex\tns.t{at}\t{}\t-\np{at}\tString\tn", base(of));
    let rows = bases.iter().enumerate().map(|(at, of)| &*row((at, of)).leak()).collect();
    Box::leak(Box::new(Tables::load(Vec::leak(rows), &[], "")))
}

#[test]
fn a_long_chain_takes_neither_stack_nor_the_square_of_its_length() {
    let length = 20_000;
    let work = move || {
        let bases: Vec<_> = (0..length).map(|at: usize| at.checked_sub(1)).collect();
        let tables = tables_of(&bases);
        let (first, last) = (tables.types[0], tables.types[length - 1]);
        assert_eq!(last.properties().len(), length);
        assert_eq!((last.slot("p0"), last.slot("p19999")), (Some(0), Some(length - 1)));
        assert_eq!(tables.late(first).properties.len(), length - 1);
        assert!(last.fits(first) && !first.fits(last) && !first.is_leaf() && last.is_leaf());
        assert!(tables.types[1..length - 1].iter().all(|ty| ty.content.get().is_none()), "nobody asked them");
    };
    std::thread::Builder::new().stack_size(1 << 18).spawn(work).unwrap().join().unwrap();
}

#[test]
fn who_fits_where_is_who_derives_from_what() {
    // Trees of any form: each type's base is some earlier one, or none.
    for seed in 1..40_usize {
        let base = |at: usize| (at * seed * 7919 / 13).checked_rem(at + 1).filter(|base| *base < at);
        let bases: Vec<_> = (0..60).map(base).collect();
        let types = &tables_of(&bases).types;
        for (own, ty) in types.iter().enumerate() {
            let lineage: Vec<usize> = std::iter::successors(Some(own), |at| bases[*at]).collect();
            for (of, declared) in types.iter().enumerate() {
                assert_eq!(ty.fits(declared), lineage.contains(&of), "{own} {of} of {bases:?}");
                assert_eq!(ty.is_or_derives_from(declared.index), lineage.contains(&of));
            }
            assert_eq!(ty.properties().len(), lineage.len());
            assert_eq!(ty.is_leaf(), !bases.contains(&Some(own)));
        }
    }
}

#[test]
fn members_are_found_however_many_there_are() {
    let members: Vec<String> = (0..70_000).map(|value| format!("m{value}\t{value}")).collect();
    let row: &str = format!("enum\tns.many\t-\t-\n{}", members.join("\n")).leak();
    let content = Tables::load(vec![row].leak(), &[], "").types[0].content();
    assert!([0, 1, 65_534, 65_535, 69_999].iter().all(|value| content.member(&format!("m{value}")) == Some(*value)));
    assert_eq!((content.member("m70000"), content.member("")), (None, None));
}

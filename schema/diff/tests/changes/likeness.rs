//! How types compare with those of the same name in another schema, as far as payloads can tell.

use std::collections::BTreeSet;

use odatype::validate::Profile;
use odatype_diff::likeness;
use odatype_schema::Rulebook;
use odatype_table::{Late, Likeness, Names};

use crate::common::{BEFORE, model};

/// `=`, or `none`, or the names that may mean something else: the type's, and after `<` those of what derives from it.
fn said(likeness: &Likeness) -> String {
    let join = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(" ");
    match likeness {
        Likeness::None => "none".to_owned(),
        likeness @ Likeness::Except(_) if likeness.is_whole() => "=".to_owned(),
        Likeness::Except(Names { own, late: Late::All }) => format!("{}< all", join(own)),
        Likeness::Except(Names { own, late: Late::Some(late) }) if late.is_empty() => join(own),
        Likeness::Except(Names { own, late: Late::Some(late) }) => format!("{}< {}", join(own), join(late)),
    }
}

#[test]
fn what_of_each_type_is_the_same() {
    let before = model(BEFORE);
    let old = Rulebook::new(&before).unwrap();
    for (from, to, expected) in [
        // A property that comes matters where its name is met: in the type, in what derives from it, and before tags in
        // places for its bases, or for one of several types.
        (
            "<Property Name=\"own\"",
            "<Property Name=\"new\" Type=\"Edm.Date\"/><Property Name=\"own\"",
            "leaf new, base < new own, thing/any < all",
        ),
        (
            "<Property Name=\"shared\"",
            "<Property Name=\"new\" Type=\"Edm.Date\"/><Property Name=\"shared\"",
            "base new, bough new, leaf new, thing/any < all",
        ),
        ("Name=\"own\"", "Name=\"owned\"", "leaf none, base < own owned, thing/any < all"),
        (
            "<Property Name=\"own\" Type=\"Edm.String\"",
            "<Property Name=\"own\" Type=\"Edm.Date\"",
            "leaf none, base < own, thing/any < all",
        ),
        (
            "<Property Name=\"own\" ",
            "<Property Name=\"own\" Nullable=\"false\" ",
            "leaf none, base < own, thing/any < all",
        ),
        // What derives from a type decides how members are read that come before tags.
        ("<ComplexType Name=\"bough\" BaseType=\"n.base\"/>", "", "bough none, base ="),
        ("<ComplexType Name=\"branch\" BaseType=\"n.stem\"/>", "", "branch none, stem < all"),
        ("BaseType=\"n.stem\"", "BaseType=\"n.stem\" OpenType=\"true\"", "branch none, stem < all"),
        // A type behind a place is looked at where an object stands there, and an untyped place names its types.
        ("<ComplexType Name=\"odd\"/>", "<ComplexType Name=\"odd\" OpenType=\"true\"/>", "odd none, thing ="),
        ("<String>n.leaf</String>", "", "thing/any none, thing none"),
        ("Name=\"known\" Type", "Name=\"known\" MaxLength=\"3\" Type", "loose none, thing/any < all, thing ="),
        ("UnderlyingType=\"Edm.Int32\"", "UnderlyingType=\"Edm.Byte\"", "thing none"),
        // Members of enumerations are known by their names.
        (
            "<Member Name=\"off\" Value=\"1\"/>",
            "<Member Name=\"off\" Value=\"1\"/><Member Name=\"dim\" Value=\"2\"/>",
            "state dim, thing =",
        ),
        ("<Member Name=\"off\" Value=\"1\"/>", "<Member Name=\"off\" Value=\"3\"/>", "state none, thing none"),
        ("<Member Name=\"off\" Value=\"1\"/>", "", "state none, thing none"),
        ("EnumType Name=\"state\"", "EnumType Name=\"state\" IsFlags=\"true\"", "state none, thing none"),
        // The tag of the latest version is written.
        ("<String>v1</String>", "<String>v1</String><String>v2</String>", "chain none"),
        (
            "<Parameter Name=\"third\" ",
            "<Parameter Name=\"new\" Type=\"Edm.Int32\"/><Parameter Name=\"third\" ",
            "act(n.thing) new",
        ),
        (
            "<Parameter Name=\"third\" ",
            "<Parameter Name=\"new\" Type=\"Edm.Int32\" Nullable=\"false\"/><Parameter Name=\"third\" ",
            "act(n.thing) none",
        ),
    ] {
        assert!(BEFORE.contains(from), "{from}");
        let after = model(&BEFORE.replacen(from, to, 1));
        let new = Rulebook::new(&after).unwrap();
        let found = likeness(old.table(), new.table(), Profile::Strict);
        let names = || old.table().rows.iter().map(|row| row.name.strip_prefix("n.").unwrap());
        for line in expected.split(", ") {
            let (name, expected) = line.split_once(' ').unwrap();
            let place = names().position(|of| of == name).unwrap();
            assert_eq!(said(&found[place]), expected, "{name}: {to}");
        }
        let told: Vec<&str> = expected.split(", ").map(|line| line.split_once(' ').unwrap().0).collect();
        for (name, likeness) in names().zip(&found) {
            assert!(told.contains(&name) || likeness.is_whole(), "{name} is {}: {to}", said(likeness));
        }
    }
}

#[test]
fn what_objects_need_matters_to_who_makes_them() {
    let before = model(BEFORE);
    let after = model(&BEFORE.replacen(
        "<Property Name=\"note\"",
        "<Property Name=\"more\" Type=\"Edm.Int32\" Nullable=\"false\"/><Property Name=\"note\"",
        1,
    ));
    let (old, new) = (Rulebook::new(&before).unwrap(), Rulebook::new(&after).unwrap());
    let place = old.table().rows.iter().position(|row| row.name == "n.lone").unwrap();
    for (profile, expected) in [(Profile::Tolerant, "more"), (Profile::Strict, "more"), (Profile::Create, "none")] {
        assert_eq!(said(&likeness(old.table(), new.table(), profile)[place]), expected, "{profile:?}");
    }
}

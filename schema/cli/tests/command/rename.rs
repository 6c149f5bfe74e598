//! Names that collide, and the renames that tell them apart.

use crate::run::{Folder, Run};

/// Collisions of every kind, some of which only show when others are mended.
const CROWD: &str = r#"<Edmx Version="4.0"><DataServices>
<Schema Namespace="shop">
<EntityType Name="order"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/>
<Property Name="unit_price" Type="Edm.Decimal"/><Property Name="unitPrice" Type="Edm.Decimal"/>
<Property Name="UnitPrice" Type="Edm.Decimal"/><Property Name="unit_price_2" Type="Edm.Decimal"/>
<Property Name="withId" Type="Edm.Int32"/><Property Name="%%" Type="Edm.Int32"/>
<Property Name="caf&#xE9;" Type="Edm.String"/><Property Name="cafe&#x301;" Type="Edm.String"/></EntityType>
<ComplexType Name="Order"/><EnumType Name="order__"><Member Name="a"/></EnumType><ComplexType Name="Order2"/>
<ComplexType Name="late" BaseType="shop.order_"/><ComplexType Name="order_"/><ComplexType Name="AnyOrder_"/>
<EnumType Name="state"><Member Name="on"/><Member Name="On"/><Member Name="ON"/><Member Name="%"/><Member Name="A-B"/><Member Name="A B"/></EnumType>
<ComplexType Name="A&#x30A;"/><ComplexType Name="&#xC5;"/>
<EnumType Name="rights" IsFlags="true"><Member Name="read" Value="1"/><Member Name="Read" Value="2"/></EnumType>
<ComplexType Name="base" Abstract="true"/>
<ComplexType Name="redBase" BaseType="shop.base"/><ComplexType Name="red" BaseType="shop.base"/>
<Action Name="pay" IsBound="true"><Parameter Name="of" Type="shop.order"/><Parameter Name="by" Type="Edm.String"/><Parameter Name="By" Type="Edm.String"/></Action>
<Action Name="Pay" IsBound="true"><Parameter Name="of" Type="shop.order"/></Action>
<Action Name="stop" IsBound="true"><Parameter Name="of" Type="shop.Order"/></Action>
<TypeDefinition Name="STATE" UnderlyingType="Edm.Int32"/>
</Schema>
<Schema Namespace="shop.Parts"><ComplexType Name="x"/></Schema>
<Schema Namespace="shop.parts"><ComplexType Name="y"/></Schema>
<Schema Namespace="shop.actions"><ComplexType Name="z"/></Schema>
</DataServices></Edmx>"#;

const OVERLAY: &str = r#"{
  "$Version": "4.01",
  "shop": {
    "$Annotations": {
      "shop.order/id": { "@Org.OData.Core.V1.Description": "a number" }
    }
  }
}
"#;

fn folder(schema: &str) -> Folder {
    let folder = Folder::new();
    folder.write("crowd.xml", schema);
    folder.write("o.json", OVERLAY);
    folder
}

/// Names are for standard output, and there are none.
fn nothing_collides(run: &Run) {
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", "nothing collides\n"), "{run:#?}");
}

#[test]
fn an_overlay_gets_what_collisions_ask_for() {
    let folder = folder(CROWD);
    let expand = ["expand", "crowd.xml", "--overlay", "o.json"];
    assert!(folder.run(&expand).refused().len() >= 12);
    let rename = ["rename", "crowd.xml", "--overlay", "o.json"];
    let written = folder.run(&rename).done();
    for line in [
        "shop.Order = Order3",
        "shop.order__ = Order5",
        "shop.order.%% = unnamed",
        "shop.order.unitPrice = unit_price_3",
        "shop.order.UnitPrice = unit_price_4",
        "shop.order.cafe\u{301} = café_2",
        "shop.state.On = On2",
        "shop.state.% = Unnamed",
        "shop.state.A B = AB2",
        "shop.\u{c5} = \u{c5}2",
        "shop.rights.Read = READ_2",
        "shop.pay(shop.order) = Pay2",
        "shop.pay(shop.order).By = by_2",
        "shop.parts = parts_2",
        "shop.actions = actions_2",
    ] {
        assert!(written.lines().any(|found| found == line), "{line}\n{written}");
    }
    let overlay = folder.read("o.json");
    assert!(overlay.starts_with(OVERLAY.trim_end_matches(['}', ' ', '\n'])), "{overlay}");
    assert!(overlay.contains("\n      \"shop.Order\": { \"@odatype.V1.RustName\": \"Order3\" }"), "{overlay}");
    let text = folder.run(&expand).done();
    for item in [
        "pub struct Order(",
        "pub struct Order3(",
        "pub enum Order5 {",
        "pub mod parts_2 {",
        "fn unit_price_4(",
        "READ_2",
    ] {
        assert!(text.contains(item), "{item}");
    }
    // There is nothing more to tell apart, and the macro's own table counts more.
    nothing_collides(&folder.run(&rename));
    assert_eq!(folder.read("o.json"), overlay);
    let other = folder.run(&["expand", "crowd.xml", "--overlay", "o.json", "--rename", "shop.Order=Parcel"]).done();
    assert!(other.contains("pub struct Parcel(") && !other.contains("pub struct Order3("));
}

const MANIFEST: &str = "# of the shop\nservice = 'shop' # ours\nversion = '1'\ndate = '2026-01'\n\n[roots]\nnamespaces = ['shop']\nactions = ['shop.pay', 'shop.Pay']\n";

#[test]
fn a_manifest_gets_them_for_its_slice() {
    let folder = folder(CROWD);
    folder.write("m.toml", MANIFEST);
    let written = folder.run(&["rename", "crowd.xml", "--manifest", "m.toml"]).done();
    assert!(written.contains("shop.Order = Order3\n") && !written.contains("shop.parts"), "{written}");
    let manifest = folder.read("m.toml");
    assert!(manifest.starts_with(MANIFEST) && manifest.contains("\n[rename]\n"), "{manifest}");
    folder.run(&["slice", "crowd.xml", "--manifest", "m.toml", "-o", "s.json"]).done();
    assert!(folder.run(&["expand", "s.json"]).done().contains("pub struct Order3("));
    nothing_collides(&folder.run(&["rename", "crowd.xml", "--manifest", "m.toml"]));
    // What the slice does not have is no key.
    folder.write("m.toml", manifest.replace("\"shop.Order\"", "\"shop.Odder\""));
    let refused = folder.run(&["slice", "crowd.xml", "--manifest", "m.toml"]).refused();
    assert!(refused[0].contains("`shop.Odder` names nothing that the slice has"), "{refused:?}");
}

#[test]
fn one_says_what_keeps_its_name() {
    let folder = folder(CROWD);
    let rename = |keep: &str| folder.run(&["rename", "crowd.xml", "--overlay", "o.json", "--keep", keep]);
    let refused = rename("shop.nothing").refused();
    assert_eq!(refused, ["--keep: `shop.nothing` names nothing in the schema"]);
    assert_eq!(folder.read("o.json"), OVERLAY);
    let written = rename("shop.Order").done();
    assert!(written.contains("shop.order = Order") && !written.contains("shop.Order ="), "{written}");
    folder.run(&["expand", "crowd.xml", "--overlay", "o.json"]).done();
}

const BARE: &str = "{\"$Version\": \"4.01\"}\n";

/// Where an action is bound to a built-in type, and one is not bound, only one of their keys is of one of them.
#[test]
fn overloads_in_one_module_are_told_apart() {
    let folder = Folder::new();
    let schema = |more: &str, given: &str| {
        format!(
            r#"<Edmx Version="4.0"><DataServices><Schema Namespace="n">{more}<Action Name="a" IsBound="true"><Parameter Name="b" Type="Edm.String"/></Action>
            <Action Name="a">{given}</Action></Schema></DataServices></Edmx>"#
        )
    };
    let own = r#"<Action Name="A"/>"#;
    let given = r#"<Parameter Name="b" Type="Edm.String"/>"#;
    for (schema, expected) in [
        (schema("", ""), "n.a(Edm.String) = A2\n"),
        (schema("", given), "n.a(Edm.String) = A2\n"),
        (schema(own, given), "n.a = A3\nn.a(Edm.String) = A2\n"),
    ] {
        folder.write("s.xml", &schema);
        folder.write("o.json", BARE);
        folder.write("m.toml", "service = 's'\nversion = '1'\ndate = '2026-01'\n\n[roots]\nactions = ['n.a', 'n.A']\n");
        let refused = folder.run(&["expand", "s.xml"]).refused();
        assert!(refused.iter().any(|line| line.contains("rename = { \"n.a(Edm.String)\" =")), "{refused:?}");
        assert_eq!(folder.run(&["rename", "s.xml", "--overlay", "o.json"]).done(), expected);
        let text = folder.run(&["expand", "s.xml", "--overlay", "o.json"]).done();
        assert!(text.contains("pub struct A(") && text.contains("pub struct A2("), "{text}");
        if !schema.contains(own) {
            folder.write("m.toml", folder.read("m.toml").replace(", 'n.A'", ""));
        }
        assert_eq!(folder.run(&["rename", "s.xml", "--manifest", "m.toml"]).done(), expected);
        folder.run(&["slice", "s.xml", "--manifest", "m.toml", "-o", "s.json"]).done();
        assert_eq!(folder.run(&["expand", "s.json"]).done().matches("pub struct A2(").count(), 1);
        let keep = ["rename", "s.xml", "--overlay", "o.json", "--keep", "n.a(Edm.String)"];
        folder.write("o.json", BARE);
        assert!(!folder.run(&keep).refused().is_empty());
    }
}

#[test]
fn what_namespaces_are_in_is_told_apart() {
    let folder = Folder::new();
    let schema = |name: &str| format!(r#"<Schema Namespace="{name}"><ComplexType Name="t"/></Schema>"#);
    let both = schema("foo.bar") + &schema("Foo.Bar");
    folder.write("s.xml", format!(r#"<Edmx Version="4.0"><DataServices>{both}</DataServices></Edmx>"#));
    folder.write("o.json", BARE);
    let roots = "[roots]\nnamespaces = ['foo.bar', 'Foo.Bar']\n";
    folder.write("m.toml", format!("service = 's'\nversion = '1'\ndate = '2026-01'\n\n{roots}"));
    assert_eq!(folder.run(&["rename", "s.xml", "--overlay", "o.json"]).done(), "foo = foo_2\n");
    let modules = |text: String| (text.matches("pub mod foo {").count(), text.matches("pub mod foo_2 {").count());
    assert_eq!(modules(folder.run(&["expand", "s.xml", "--overlay", "o.json"]).done()), (1, 1));
    assert_eq!(folder.run(&["rename", "s.xml", "--manifest", "m.toml"]).done(), "foo = foo_2\n");
    folder.run(&["slice", "s.xml", "--manifest", "m.toml", "-o", "s.json"]).done();
    assert_eq!(modules(folder.run(&["expand", "s.json"]).done()), (1, 1));
    // What is cut out of the slice is called so too.
    assert_eq!(modules(folder.run(&["expand", "s.json", "--root", "foo.bar.t"]).done()), (0, 1));
    folder.write("m.toml", folder.read("m.toml").replace("foo = ", "fooo = "));
    let refused = folder.run(&["slice", "s.xml", "--manifest", "m.toml"]).refused();
    assert!(refused[0].contains("`fooo` names nothing that the slice has; perhaps `Foo`"), "{refused:?}");
}

/// Allowed values have no place there: all others are written, and what works is said of these.
#[test]
fn what_has_no_place_there_is_told() {
    let folder = Folder::new();
    let values = |property: &str, name: &str| {
        format!(
            r#""n.t/{property}": {{"@Org.OData.Validation.V1.AllowedValues": [{{"Value": "x", "@Org.OData.Core.V1.SymbolicName": "{name}"}}]}}"#
        )
    };
    let values = [values("a", "b_c"), values("aB", "c")].join(", ");
    folder.write("v.json", format!(r#"{{"$Version": "4.01", "n": {{"$Annotations": {{{values}}}}}}}"#));
    for (more, expected) in [(r#", "T": {"$Kind": "ComplexType"}"#, "n.t = T2\n"), ("", "")] {
        let ty = r#""t": {"$Kind": "ComplexType", "a": {}, "aB": {}}"#;
        folder.write("s.json", format!(r#"{{"$Version": "4.01", "n": {{{ty}{more}}}}}"#));
        let manifest = "service = 's'\nversion = '1'\ndate = '2026-01'\n\n[roots]\nnamespaces = ['n']\n";
        for (option, file, what, before) in
            [("--overlay", "o.json", "an overlay", BARE), ("--manifest", "m.toml", "a manifest", manifest)]
        {
            folder.write(file, before);
            let run = folder.run(&["rename", "s.json", "--overlay", "v.json", option, file]);
            assert_eq!((run.code, run.out.as_str()), (0, expected), "{run:#?}");
            let told = format!("`n.t.aB.c` cannot be named in {what}: give `--rename \"n.t.aB.c=A_B_C_2\"` to ");
            assert!(run.err.contains(&told) && run.err.lines().count() == 1, "{run:#?}");
            assert_eq!(folder.read(file) != before, !expected.is_empty());
        }
        let overlays = ["--overlay", "v.json", "--overlay", "o.json"];
        folder.run(&[&["expand", "s.json", "--rename", "n.t.aB.c=A_B_C_2"], &overlays[..]].concat()).done();
        folder.run(&["slice", "s.json", "--manifest", "m.toml"]).done();
    }
}

#[test]
fn nothing_is_written_where_it_would_not_be_enough() {
    let folder = folder(CROWD);
    for overlay in [
        r#"{"$Version": "4.01", "shop": {"$Annotations": {"shop.order": {"@odatype.V1.RustName": "Order"}, "shop.Order": {"@odatype.V1.RustName": "Order"}}}}"#,
        r#"{"$Version": "4.01", "shop": {"$Annotations": {"shop.order": {"@odatype.V1.RustName": "1"}}}}"#,
        r#"{"$Version": "4.01", "shop": {"$Annotations": {"shop.order": {"@odatype.V1.RustName": 1}}}}"#,
        r#"{"$Version": "4.01", "shop": {"$Annotations": {"shop.order": {"@odatype.V1.RustNam": "A"}}}}"#,
    ] {
        folder.write("o.json", overlay);
        assert!(!folder.run(&["rename", "crowd.xml", "--overlay", "o.json"]).refused().is_empty(), "{overlay}");
        assert_eq!(folder.read("o.json"), overlay);
    }
}

use super::{super::namespace::NAMESPACES, *};

#[test]
fn tree() {
    let root =
        parse("\u{feff}<?xml version=\"1.0\"?><a x='1 &lt; 2'><!-- c --><b/>t&amp;<![CDATA[<]]>&#65;</a>\n").unwrap();
    assert_eq!((root.name, &*root.text, root.children.len()), ("a", "t&<A", 1));
    assert_eq!((&*root.attributes[0].value, root.attributes[0].start), ("1 < 2", 27));
}

#[test]
fn foreign_namespaces_are_left_out() {
    let root = parse("<a xmlns:x='urn:x' x:y='1' z='2'><x:b><c/></x:b><d/></a>").unwrap();
    assert_eq!(root.attributes.len(), 1);
    assert_eq!(root.children.iter().map(|child| child.name).collect::<Vec<_>>(), ["d"]);
}

#[test]
fn older_metadata_is_told_from_what_is_no_metadata() {
    let schema = |year: &str| format!("<Schema xmlns='http://schemas.microsoft.com/ado/{year}/edm'><x/></Schema>");
    for (year, version) in
        [("2006/04", 2), ("2007/05", 2), ("2008/01", 2), ("2008/09", 2), ("2009/08", 2), ("2009/11", 3)]
    {
        let old = format!(
            "<x:Edmx xmlns:x='http://schemas.microsoft.com/ado/2007/06/edmx'><x:DataServices>{}</x:DataServices></x:Edmx>",
            schema(year)
        );
        let new =
            format!("<x:Edmx xmlns:x='{}'><x:DataServices>{}</x:DataServices></x:Edmx>", NAMESPACES[0], schema(year));
        for (text, offset) in [(schema(year), 0), (old, 0), (new.clone(), new.find("<Schema").unwrap())] {
            let error = parse(&text).unwrap_err();
            let expected = format!("this is OData {version} metadata; odatype reads OData 4");
            assert_eq!((error.message, error.offset), (expected, offset), "{text}");
        }
    }
}

#[test]
fn refused() {
    for (text, message) in [
        ("", "no element"),
        ("<a>", "`a` is not closed"),
        ("<a></b>", "not well-formed"),
        ("<a/><b/>", "follows the root"),
        ("x<a/>", "neither XML nor JSON"),
        ("<a/>x", "outside the root"),
        ("<!DOCTYPE a><a/>", "document type"),
        ("<a>&x;</a>", "entity `x`"),
        ("<a b='&x;'/>", "attribute `b`"),
        ("<a b='1' b='2'/>", "duplicated"),
        ("<a xmlns='http://schemas.microsoft.com/ado/2010/02/edmx'/>", "namespace of OData 4"),
        ("<a xmlns='http://schemas.microsoft.com/ado/2007/06/edmx'/>", "this is OData 2 or 3 metadata; odatype reads"),
        (&"<a>".repeat(200), "nested more than"),
    ] {
        let error = parse(text).unwrap_err();
        assert!(error.message.contains(message), "{text}: {}", error.message);
    }
}

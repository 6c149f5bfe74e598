//! How the work of reading, resolving, checking and slicing grows with a schema: tests that count steps at three sizes.

use odatype_schema::{Faults, Rulebook, Source, draft, load, model::Model, steps::counted, write};

/// How many parts a schema has.
const SIZES: [usize; 3] = [75, 300, 1_200];

/// A schema of some size.
type Make = fn(usize) -> Vec<Source<'static>>;

fn json(schema: &str) -> Source<'static> {
    Source { name: "s.json".into(), text: format!("{{\"$Version\":\"4.01\",\"n\":{{{schema}}}}}").into() }
}

fn joined(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// Each type derives from the one before, has properties of its own, and declares one again.
fn chain(count: usize) -> Vec<Source<'static>> {
    vec![json(&joined(count, |index| {
        let base = if index == 0 { String::new() } else { format!("\"$BaseType\":\"n.T{}\",", index - 1) };
        format!(
            "\"T{index}\":{{\"$Kind\":\"EntityType\",\"$Key\":[\"p0\"],{base}\"p{index}\":{{}},\"again\":{{}},\"to{index}\":{{\"$Type\":\"n.T{index}\"}}}}"
        )
    }))]
}

/// All derive from one.
fn star(count: usize) -> Vec<Source<'static>> {
    let rays = joined(count, |index| {
        format!(
            "\"T{index}\":{{\"$Kind\":\"ComplexType\",\"$BaseType\":\"n.B\",\"p\":{{}},\"q\":{{\"$Type\":\"n.B\"}}}}"
        )
    });
    vec![json(&format!("\"B\":{{\"$Kind\":\"ComplexType\",\"p\":{{}}}},{rays}"))]
}

/// Each derives from the next, the last from the first.
fn cycle(count: usize) -> Vec<Source<'static>> {
    vec![json(&joined(count, |index| {
        format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",\"$BaseType\":\"n.T{}\"}}", (index + 1) % count)
    }))]
}

/// Every property is of a type that nobody declares.
fn unresolved(count: usize) -> Vec<Source<'static>> {
    let types = joined(count, |index| {
        format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",\"p\":{{\"$Type\":\"n.Missing{index}\"}}}}")
    });
    vec![json(&types)]
}

/// Every type has a base that nobody declares.
fn faults(count: usize) -> Vec<Source<'static>> {
    vec![json(&joined(count, |index| {
        format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",\"$BaseType\":\"n.Missing{index}\"}}")
    }))]
}

/// Annotations on one target, by target and in place.
fn annotations(count: usize) -> Vec<Source<'static>> {
    let own = joined(count, |index| format!("\"@n.A{index}\":1,\"@n.A{index}@n.B\":2"));
    let more = joined(count, |index| format!("\"@n.C{index}\":1"));
    let parts = joined(count, |index| format!("\"n.T/p{index}\":{{\"@n.A\":1}}"));
    let properties = joined(count, |index| format!("\"p{index}\":{{}}"));
    vec![json(&format!(
        "\"T\":{{\"$Kind\":\"ComplexType\",{own},{properties}}},\"$Annotations\":{{\"n.T\":{{{more}}},{parts}}}"
    ))]
}

/// The same as `annotations` and `members` in CSDL XML.
fn xml(count: usize) -> Vec<Source<'static>> {
    let part = |part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    let own = part(&|index| format!("<Annotation Term='n.A{index}' Int='1'/>"));
    let members = part(&|index| format!("<Member Name='m{index}' Value='{index}'/>"));
    let targets =
        part(&|index| format!("<Annotations Target='n.E/m{index}'><Annotation Term='n.A' Int='1'/></Annotations>"));
    let text = format!(
        "<Schema Namespace='n'><ComplexType Name='T'>{own}</ComplexType><EnumType Name='E'>{members}</EnumType>{targets}</Schema>"
    );
    vec![Source { name: "s.xml".into(), text: text.into() }]
}

/// Rules on a property that all types but the first inherit.
fn inherited(count: usize) -> Vec<Source<'static>> {
    let types = joined(count, |index| {
        let base = if index == 0 { String::new() } else { format!("\"$BaseType\":\"n.T{}\",", index - 1) };
        format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",{base}\"p{index}\":{{}}}}")
    });
    let rules = joined(count, |index| format!("\"n.T{index}/p0\":{{\"@Org.OData.Validation.V1.Pattern\":\"a\"}}"));
    vec![json(&format!("{types},\"$Annotations\":{{{rules}}}"))]
}

/// A property with that many allowed values.
fn allowed(count: usize) -> Vec<Source<'static>> {
    let values = joined(count, |index| format!("{{\"Value\":\"{index}.0\"}},{{\"Value\":{index}}}"));
    vec![json(&format!(
        "\"T\":{{\"$Kind\":\"ComplexType\",\"p\":{{\"$Type\":\"Edm.Decimal\",\
         \"@Org.OData.Validation.V1.AllowedValues\":[{values}]}}}}"
    ))]
}

/// Every member of an enumeration type is an allowed value of one property, and the only one of a property of its own.
fn allowed_members(count: usize) -> Vec<Source<'static>> {
    let members = joined(count, |index| format!("\"m{index}\":{index}"));
    let values = joined(count, |index| format!("{{\"Value\":\"m{index}\"}},{{\"Value\":{index}}}"));
    let rule = |values: &str| format!("{{\"$Type\":\"n.E\",\"@Org.OData.Validation.V1.AllowedValues\":[{values}]}}");
    let each = joined(count, |index| format!("\"p{index}\":{}", rule(&format!("{{\"Value\":\"m{index}\"}}"))));
    vec![json(&format!(
        "\"E\":{{\"$Kind\":\"EnumType\",{members}}},\"T\":{{\"$Kind\":\"ComplexType\",\"p\":{},{each}}}",
        rule(&values)
    ))]
}

/// An untyped property of which that many types are listed, each twice.
fn listed(count: usize) -> Vec<Source<'static>> {
    let types = joined(count, |index| format!("\"T{index}\":{{\"$Kind\":\"ComplexType\"}}"));
    let names = joined(count, |index| format!("\"n.T{index}\",\"n.T{index}\""));
    vec![json(&format!(
        "{types},\"T\":{{\"$Kind\":\"ComplexType\",\"p\":{{\"$Type\":\"Edm.Untyped\",\
         \"@Org.OData.Validation.V1.DerivedTypeConstraint\":[{names}]}}}}"
    ))]
}

/// Members, each annotated.
/// Members whose values cannot be read, between those that say the same.
fn unreadable(count: usize) -> Vec<Source<'static>> {
    let own = joined(count, |index| format!("\"m{index}\":0,\"u{index}\":\"x\""));
    vec![json(&format!("\"E\":{{\"$Kind\":\"EnumType\",\"$UnderlyingType\":\"Edm.Int64\",{own}}}"))]
}

fn members(count: usize) -> Vec<Source<'static>> {
    vec![json(&format!(
        "\"E\":{{\"$Kind\":\"EnumType\",\"$UnderlyingType\":\"Edm.Int64\",{}}}",
        joined(count, |index| format!("\"m{index}\":{index},\"m{index}@n.A\":1"))
    ))]
}

/// Overloads of one name, each annotated.
fn overloads(count: usize) -> Vec<Source<'static>> {
    let types = joined(count, |index| format!("\"T{index}\":{{\"$Kind\":\"ComplexType\"}}"));
    let overloads = joined(count, |index| {
        format!(
            "{{\"$Kind\":\"Action\",\"$IsBound\":true,\"$Parameter\":[{{\"$Name\":\"b\",\"$Type\":\"n.T{index}\"}}]}}"
        )
    });
    let targets = joined(count, |index| format!("\"n.A(n.T{index})\":{{\"@n.A\":1}}"));
    vec![json(&format!("{types},\"A\":[{overloads}],\"$Annotations\":{{{targets}}}"))]
}

/// Annotations of the annotations of one element, by target.
fn nested(count: usize) -> Vec<Source<'static>> {
    let own = joined(count, |index| format!("\"@n.A{index}\":1"));
    let targets = joined(count, |index| format!("\"n.T@n.A{index}\":{{\"@n.B\":1}},\"n.T@n.C{index}\":{{\"@n.B\":1}}"));
    vec![json(&format!("\"T\":{{\"$Kind\":\"ComplexType\",{own}}},\"$Annotations\":{{{targets}}}"))]
}

/// Documents that refer to each other.
fn many(count: usize) -> Vec<Source<'static>> {
    let document = |index: usize| {
        let before = index.saturating_sub(1);
        let text = format!(
            "{{\"$Version\":\"4.01\",\"$Reference\":{{\"http://x/d{before}.json\":{{\"$Include\":[{{\"$Namespace\":\"n{before}\",\
             \"$Alias\":\"before\"}}]}}}},\"n{index}\":{{\"T\":{{\"$Kind\":\"ComplexType\",\"p\":{{\"$Type\":\"before.T\"}}}}}}}}"
        );
        Source { name: format!("d{index}.json"), text: text.into() }
    };
    (0..count).map(document).collect()
}

/// The steps for each size, each for one more of what it is that grows.
fn grows(what: &str, make: impl Fn(usize) -> Vec<Source<'static>>, work: impl Fn(Vec<Source<'static>>)) {
    let steps = SIZES.map(|size| {
        let sources = make(size);
        counted(|| work(sources)).0
    });
    println!("{what}: {steps:?}");
    for pair in steps.windows(2) {
        assert!(pair[0] >= SIZES[0], "{what}: nothing was counted");
        // Four times as much may take four and a third times as many steps.
        assert!(pair[1] * 3 <= pair[0] * 13, "{what}: {steps:?}");
    }
}

fn loaded(sources: &[Source<'_>]) -> Result<Model, Faults> {
    load(sources, &[])
}

#[test]
fn with_what_is_right() {
    let right: [(&str, Make); 13] = [
        ("a chain", chain),
        ("a star", star),
        ("types of properties that are missing", unresolved),
        ("annotations on one target", annotations),
        ("rules on an inherited property", inherited),
        ("allowed values", allowed),
        ("allowed members", allowed_members),
        ("listed types", listed),
        ("members", members),
        ("members whose values cannot be read", unreadable),
        ("overloads", overloads),
        ("annotations of annotations", nested),
        ("documents", many),
    ];
    for (what, make) in right {
        grows(what, make, |sources| drop(loaded(&sources).unwrap_or_else(|faults| panic!("{what}: {faults:.200}"))));
    }
}

#[test]
fn with_xml() {
    grows("annotations and members in XML", xml, |sources| drop(loaded(&sources).unwrap()));
}

#[test]
fn with_what_is_wrong() {
    for (what, make, expected) in [
        ("a cycle", cycle as Make, "the type derives from itself"),
        ("base types that are missing", faults, "base type"),
    ] {
        grows(what, make, |sources| {
            let faults = loaded(&sources).unwrap_err();
            assert!(faults.iter().all(|fault| fault.message.starts_with(expected)), "{what}: {faults:.200}");
        });
    }
}

#[test]
fn with_an_overlay() {
    for (what, make) in [
        ("an overlay of annotations", annotations as Make),
        ("an overlay of members", members),
        ("an overlay of overloads", overloads),
    ] {
        grows(what, make, |sources| {
            let overlay: Vec<Source<'_>> =
                sources.iter().map(|source| Source { name: "o.json".into(), text: source.text.clone() }).collect();
            load(&sources, &overlay).unwrap_or_else(|faults| panic!("{what}: {faults:.200}"));
        });
    }
}

/// Types in a chain, an untyped property and one of the first type, of both of which all types are listed: twice, in
/// two orders.
#[test]
fn with_two_lists_of_types() {
    let lists = |names: &str| {
        let rule =
            |ty: &str| format!("{{\"$Type\":\"{ty}\",\"@Org.OData.Validation.V1.DerivedTypeConstraint\":[{names}]}}");
        format!("\"T\":{{\"$Kind\":\"ComplexType\",\"u\":{},\"t\":{}}}", rule("Edm.Untyped"), rule("n.T0"))
    };
    for (what, base) in
        [("listed types of a chain", usize::saturating_sub as fn(usize, usize) -> usize), ("of a star", |_, _| 0)]
    {
        let make = |count: usize| {
            let types = joined(count, |index| match index {
                0 => "\"T0\":{\"$Kind\":\"ComplexType\"}".to_owned(),
                _ => format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",\"$BaseType\":\"n.T{}\"}}", base(index, 1)),
            });
            let there = joined(count, |index| format!("\"n.T{index}\""));
            let back = joined(count, |index| format!("\"n.T{}\"", count - 1 - index));
            vec![json(&format!("{types},{}", lists(&there))), Source { name: "o.json".into(), ..json(&lists(&back)) }]
        };
        grows(what, make, |sources| {
            let [schema, overlay] = sources.try_into().expect("two documents");
            let model = load(&[schema], &[overlay]).unwrap_or_else(|faults| panic!("{what}: {faults:.200}"));
            let book = Rulebook::new(&model).unwrap_or_else(|faults| panic!("{what}: {faults:.200}"));
            assert!(book.table().rows.len() >= SIZES[0]);
        });
    }
}

#[test]
fn written() {
    for (what, make) in [("annotations, written", annotations as Make), ("documents, written", many)] {
        grows(what, make, |sources| drop(write(&loaded(&sources).unwrap())));
    }
}

#[test]
fn with_what_a_root_reaches() {
    for (what, make, root) in [
        ("a slice of a chain", chain as Make, "n.T0"),
        ("a slice of a star", star, "n.B"),
        ("a slice of documents", many, "n60.T"),
    ] {
        grows(what, make, |sources| {
            let model = draft(&sources, &[]).slice(&[root]).unwrap_or_else(|error| panic!("{what}: {error:.200}"));
            assert!(!model.structured.is_empty(), "{what}");
        });
    }
}

#[test]
fn each_element_of_a_container_is_looked_at_once() {
    for count in [10, 1_000] {
        let model = load(&[Source { name: "s.json".into(), text: crate::imports::schema(count).into() }], &[]).unwrap();
        let (steps, called) = counted(|| {
            let imports = model.imports();
            model.operations().map(|operation| imports.called(operation).len()).sum::<usize>()
        });
        assert!(called > count);
        assert_eq!(steps, 2 * count);
    }
}

//! How the work of naming grows with a schema: tests that count steps at two sizes.

use odatype_codegen::{
    plan::{Renames, plan, tell_apart},
    steps::counted,
};
use odatype_schema::{Rulebook, Source, load};

/// A schema of some size.
type Make = fn(usize) -> String;

fn joined(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

fn schema(content: &str) -> String {
    format!("\"n\":{{{content}}}")
}

/// All derive from one.
fn star(count: usize) -> String {
    let rays =
        joined(count, |index| format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",\"$BaseType\":\"n.B\",\"p\":{{}}}}"));
    schema(&format!("\"B\":{{\"$Kind\":\"ComplexType\",\"$Abstract\":true,\"b\":{{}}}},{rays}"))
}

/// Each derives from the one before.
fn chain(count: usize) -> String {
    schema(&joined(count, |index| {
        let base = if index == 0 { String::new() } else { format!("\"$BaseType\":\"n.T{}\",", index - 1) };
        format!("\"T{index}\":{{\"$Kind\":\"EntityType\",{base}\"p{index}\":{{}}}}")
    }))
}

/// The same with two leaves, each of which is called like the other in some enum, but not in one.
fn chain_of_doubts(count: usize) -> String {
    let leaf = |of: usize| format!("\"XT{of}\":{{\"$Kind\":\"EntityType\",\"$BaseType\":\"n.T{}\"}}", count - 1);
    let rest = chain(count);
    let leaves = format!("{},{}", leaf(5), leaf(6));
    rest.strip_suffix('}').map(|rest| format!("{rest},{leaves}}}")).unwrap_or_default()
}

fn types(count: usize) -> String {
    schema(&joined(count, |index| format!("\"T{index}\":{{\"$Kind\":\"ComplexType\",\"p\":{{\"$Type\":\"n.T0\"}}}}")))
}

fn properties(count: usize) -> String {
    let own = joined(count, |index| format!("\"p{index}\":{{}}"));
    schema(&format!("\"T\":{{\"$Kind\":\"ComplexType\",{own}}}"))
}

fn members(count: usize) -> String {
    let own = joined(count, |index| format!("\"m{index}\":{index}"));
    schema(&format!("\"E\":{{\"$Kind\":\"EnumType\",\"$UnderlyingType\":\"Edm.Int64\",{own}}}"))
}

/// Each with its actions.
fn actions(count: usize) -> String {
    schema(&joined(count, |index| {
        format!(
            "\"T{index}\":{{\"$Kind\":\"ComplexType\"}},\"A{index}\":[{{\"$Kind\":\"Action\",\"$IsBound\":true,\
             \"$Parameter\":[{{\"$Name\":\"b\",\"$Type\":\"n.T{index}\"}},{{\"$Name\":\"p\"}}]}}]"
        )
    }))
}

/// Overloads of one, each with a parameter of its own.
fn functions(count: usize) -> String {
    let overloads = joined(count, |index| {
        format!(
            "{{\"$Kind\":\"Function\",\"$IsBound\":true,\"$Parameter\":[{{\"$Name\":\"b\",\"$Type\":\"n.T\"}},\
             {{\"$Name\":\"p{index}\"}}],\"$ReturnType\":{{}}}}"
        )
    });
    schema(&format!("\"T\":{{\"$Kind\":\"ComplexType\"}},\"F\":[{overloads}]"))
}

fn namespaces(count: usize) -> String {
    joined(count, |index| format!("\"n.s{index}\":{{\"T\":{{\"$Kind\":\"ComplexType\"}}}}"))
}

/// Names that collide in pairs.
fn pairs(count: usize) -> String {
    schema(&joined(count, |index| {
        format!("\"t{index}\":{{\"$Kind\":\"ComplexType\"}},\"T{index}\":{{\"$Kind\":\"ComplexType\"}}")
    }))
}

/// Names that all collide.
fn crowd(count: usize) -> String {
    let own = joined(count, |index| format!("\"p{}\":{{}}", "_".repeat(index)));
    schema(&format!("\"T\":{{\"$Kind\":\"ComplexType\",{own}}}"))
}

/// The steps of `work` on the schema that `make` makes.
fn steps<T>(make: Make, size: usize, work: impl Fn(&Rulebook<'_>) -> T) -> (usize, T) {
    let text = format!("{{\"$Version\":\"4.01\",{}}}", make(size));
    let model = load(&[Source { name: "s.json".into(), text: text.into() }], &[]).unwrap();
    let book = Rulebook::new(&model).unwrap();
    counted(|| work(&book))
}

/// Ten times as much takes at most thirteen times as many steps.
fn grows(what: &str, make: Make, sizes: [usize; 2], work: impl Fn(&Rulebook<'_>)) {
    let [few, many] = sizes.map(|size| steps(make, size, &work).0);
    println!("{what}: {few} {many}");
    assert!(few >= sizes[0], "{what}: nothing was counted");
    assert!(many * sizes[0] * 10 <= few * sizes[1] * 13, "{what}: {few} {many}");
}

#[test]
fn with_what_is_right() {
    for (what, make) in [
        ("a star", star as Make),
        ("a chain", chain),
        ("a chain of doubts", chain_of_doubts),
        ("types", types),
        ("properties", properties),
        ("members", members),
        ("actions", actions),
        ("functions", functions),
        ("namespaces", namespaces),
    ] {
        grows(what, make, [100, 1_000], |book| {
            plan(book, &Renames::default()).unwrap_or_else(|errors| panic!("{what}: {errors:.200}"));
        });
    }
}

#[test]
fn with_what_collides() {
    grows("pairs", pairs, [100, 1_000], |book| {
        assert!(plan(book, &Renames::default()).unwrap_err().collisions.len() >= 100);
    });
    for (what, make) in [("pairs, told apart", pairs as Make), ("a crowd, told apart", crowd)] {
        grows(what, make, [100, 1_000], |book| {
            assert!(tell_apart(book, &Renames::default(), &[].into()).unwrap().len() >= 99, "{what}");
        });
    }
}

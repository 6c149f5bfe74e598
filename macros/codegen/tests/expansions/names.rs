//! What happens to names that collide, that are no names, and that are renamed.

use odatype_codegen::{Plan, PlanErrors, Renames, plan::Item, plan::plan};
use odatype_schema::{Rulebook, Source};

/// The plan of a schema whose namespace `ns` has `types`.
fn planned(types: &str, renames: &[(&str, &str)]) -> Result<Plan, Box<PlanErrors>> {
    let text = format!("{{\"$Version\": \"4.01\", \"ns\": {{ {types} }} }}");
    let source = Source { name: "s.json".to_owned(), text: text.into() };
    let model = odatype_schema::load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let book = Rulebook::new(&model).unwrap_or_else(|faults| panic!("{faults}"));
    plan(&book, &renames.iter().copied().collect::<Renames>())
}

/// What is wrong, without places and help.
fn wrong(types: &str, renames: &[(&str, &str)]) -> Vec<String> {
    let Err(errors) = planned(types, renames) else { return Vec::new() };
    let faults = errors.faults.iter().map(|fault| fault.message.clone());
    faults.chain(errors.renames.iter().map(|error| error.message.clone())).collect()
}

const BOTH: &str = "would both be named";

#[test]
fn collisions_name_both() {
    let table: &[(&str, &[&str])] = &[
        (
            r#""a": {"$Kind": "ComplexType", "fooBar": {}, "FooBar": {}, "foo-bar": {}}"#,
            &[
                "`ns.a.FooBar` and `ns.a.fooBar` would both be named `foo_bar` in `ns.a`",
                "`ns.a.foo-bar` and `ns.a.fooBar` would both be named `foo_bar` in `ns.a`",
            ],
        ),
        (
            r#""a": {"$Kind": "ComplexType", "x": {}}, "b": {"$Kind": "ComplexType", "$BaseType": "ns.a", "X": {}}"#,
            &["`ns.b.X` and `ns.a.x` would both be named `x` in `ns.b`"],
        ),
        (
            r#""thing": {"$Kind": "ComplexType"}, "Thing": {"$Kind": "EnumType", "a": 0}"#,
            &["`ns.Thing` and `ns.thing` would both be named `Thing` in module `ns`"],
        ),
        (
            r#""anyA": {"$Kind": "ComplexType"}, "a": {"$Kind": "ComplexType"}, "b": {"$Kind": "ComplexType", "$BaseType": "ns.a"}"#,
            &["`ns.anyA` and the enum of `ns.a` would both be named `AnyA` in module `ns`"],
        ),
        (
            r#""a": {"$Kind": "ComplexType"}, "b": {"$Kind": "ComplexType", "$BaseType": "ns.a"}, "bA": {"$Kind": "ComplexType", "$BaseType": "ns.a"}"#,
            &["`ns.bA` and `ns.b` would both be named `B` in enum `AnyA` of `ns.a`"],
        ),
        (
            r#""e": {"$Kind": "EnumType", "on": 0, "On": 1, "o_n": 2, "O_N": 3}"#,
            &["`ns.e.On` and `ns.e.on` would both be named `On` in `ns.e`"],
        ),
        (
            "\"a\": {\"$Kind\": \"ComplexType\", \"caf\u{e9}\": {}, \"cafe\u{301}\": {}}",
            &["`ns.a.cafe\u{301}` and `ns.a.caf\u{e9}` would both be named `caf\u{e9}` in `ns.a`"],
        ),
        (
            "\"caf\u{e9}\": {\"$Kind\": \"ComplexType\"}, \"cafe\u{301}\": {\"$Kind\": \"EnumType\", \"a\": 0}",
            &["`ns.cafe\u{301}` and `ns.caf\u{e9}` would both be named `Caf\u{e9}` in module `ns`"],
        ),
        (
            r#""f": {"$Kind": "EnumType", "$IsFlags": true, "on": 1, "On": 2}"#,
            &["`ns.f.On` and `ns.f.on` would both be named `ON` in `ns.f`"],
        ),
        (
            r#""do": [{"$Kind": "Action", "$Parameter": [{"$Name": "a"}, {"$Name": "A"}]}], "Do": [{"$Kind": "Action"}]"#,
            &[
                "`ns.Do` and `ns.do` would both be named `Do` in module `ns::actions`",
                "`ns.do.A` and `ns.do.a` would both be named `a` in `ns.do`",
            ],
        ),
        (
            r#""get": [
                {"$Kind": "Function", "$ReturnType": {}},
                {"$Kind": "Function", "$Parameter": [{"$Name": "is_a"}], "$ReturnType": {}},
                {"$Kind": "Function", "$Parameter": [{"$Name": "isA"}], "$ReturnType": {}}],
               "getByIsA": [{"$Kind": "Function", "$ReturnType": {}}]"#,
            &[
                "`ns.get(isA)` and `ns.get(is_a)` would both be named `GetByIsA` in module `ns::functions`",
                "`ns.getByIsA` and `ns.get(is_a)` would both be named `GetByIsA` in module `ns::functions`",
            ],
        ),
    ];
    for (types, expected) in table {
        let found = wrong(types, &[]);
        for message in *expected {
            assert!(
                found.iter().any(|found| is_the_same(found, message)),
                "{types}\nexpected {message}\nfound {found:#?}"
            );
        }
    }
}

/// Equal, or equal with the two names exchanged.
fn is_the_same(found: &str, expected: &str) -> bool {
    let parts = |text: &str| {
        let (names, rest) = text.split_once(BOTH)?;
        let (first, second) = names.trim().split_once(" and ")?;
        let mut names = [first.to_owned(), second.to_owned()];
        names.sort();
        Some((names, rest.to_owned()))
    };
    parts(found).is_some() && parts(found) == parts(expected)
}

#[test]
fn what_collides_is_left_out_and_all_else_planned() {
    let types = r#""a": {"$Kind": "ComplexType", "x": {}, "X": {}, "y": {}}, "A": {"$Kind": "ComplexType"}, "b": {"$Kind": "ComplexType"}"#;
    let Err(errors) = planned(types, &[]) else { panic!("a collision was not seen") };
    assert_eq!(errors.faults.len(), 2, "{errors}");
    let names: Vec<&str> = errors.partial.modules[0].items.iter().map(name).collect();
    assert_eq!(names, ["A", "B"]);
}

fn name(item: &Item) -> &str {
    match item {
        Item::Record(record) => record.ident.as_str(),
        Item::Family(family) => family.ident.as_str(),
        Item::Union(union) => union.ident.as_str(),
        Item::Enum(ty) => ty.ident.as_str(),
        Item::Flags(flags) => flags.ident.as_str(),
        Item::Alias(alias) => alias.ident.as_str(),
    }
}

#[test]
fn renames_tell_apart() {
    let types = r#"
        "a": {"$Kind": "ComplexType", "x": {}, "X": {}}, "A": {"$Kind": "ComplexType"},
        "e": {"$Kind": "EnumType", "on": 0, "On": 1},
        "do": [{"$Kind": "Action", "$Parameter": [{"$Name": "a"}, {"$Name": "A"}]}], "Do": [{"$Kind": "Action"}]"#;
    let renames = [
        ("ns.A", "Other"),
        ("ns.a.X", "large_x"),
        ("ns.e.On", "Lit"),
        ("ns.do.A", "large_a"),
        ("ns.Do", "Perform"),
        ("ns", "service"),
    ];
    let plan = planned(types, &renames).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(plan.modules[0].ident.as_str(), "service");
    assert_eq!(plan.modules[0].items.iter().map(name).collect::<Vec<_>>(), ["Other", "A", "E"]);
}

/// Overloads of the function `ns.get` with these parameters, bound to `ns.a` where the first one is called `it`.
fn overloads(all: &[&[&str]]) -> String {
    let parameter = |name: &&str| match *name {
        "it" => r#"{"$Name": "it", "$Type": "ns.a"}"#.to_owned(),
        name => format!(r#"{{"$Name": "{name}"}}"#),
    };
    let overload = |names: &&[&str]| {
        let parameters: Vec<String> = names.iter().map(parameter).collect();
        let (is_bound, parameters) = (names.first() == Some(&"it"), parameters.join(","));
        format!(r#"{{"$Kind": "Function", "$IsBound": {is_bound}, "$Parameter": [{parameters}], "$ReturnType": {{}}}}"#)
    };
    let all: Vec<String> = all.iter().map(overload).collect();
    format!(r#""a": {{"$Kind": "ComplexType"}}, "get": [{}]"#, all.join(","))
}

/// The names of calls, those that are not bound first.
fn calls(plan: &Plan) -> Vec<&str> {
    let functions = plan.modules[0].modules.iter().find(|module| module.ident.as_str() == "functions").unwrap();
    let bound = functions.modules.iter().flat_map(|module| &module.items);
    functions.items.iter().chain(bound).map(name).collect()
}

#[test]
fn overloads_of_functions_are_named_by_what_they_are_given() {
    let table: &[(&[&[&str]], &[&str])] = &[
        (&[&["from", "to"]], &["Get"]),
        (&[&["it"], &["it", "at"], &["it", "row", "column_name"]], &["Get", "GetByAt", "GetByRowColumnName"]),
        (&[&["a"], &["b"], &["a", "b"]], &["GetByA", "GetByB", "GetByAB"]),
        (&[&["it", "a"], &["a", "b"]], &["Get", "Get"]),
        (&[&["it", "a"], &[], &["a"]], &["Get", "GetByA", "Get"]),
    ];
    for (all, expected) in table {
        let plan = planned(&overloads(all), &[]).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(calls(&plan), *expected, "{all:?}");
    }
    let all = overloads(&[&["it"], &["it", "at"], &["it", "in"]]);
    let renames = [("ns.get", "Fetch"), ("ns.get(ns.a,in)", "Within"), ("ns.get(ns.a,at).at", "place")];
    let plan = planned(&all, &renames).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(calls(&plan), ["Fetch", "FetchByAt", "Within"]);
}

/// What is bound to a built-in type is in the module of what is not bound, and each can be renamed by itself.
#[test]
fn what_is_bound_to_built_in_types_is_told_apart() {
    let bound = |kind: &str, ty: &str| {
        format!(
            r#"{{"$Kind": "{kind}", "$IsBound": true, "$Parameter": [{{"$Name": "it", "$Type": "{ty}"}}], "$ReturnType": {{}}}}"#
        )
    };
    for kind in ["Function", "Action"] {
        let unbound = format!(r#"{{"$Kind": "{kind}", "$ReturnType": {{}}}}"#);
        let all = format!(r#""get": [{unbound}, {}, {}]"#, bound(kind, "Edm.String"), bound(kind, "Edm.Guid"));
        let Err(errors) = planned(&all, &[]) else { panic!("a collision was not seen") };
        assert_eq!(errors.faults.len(), 2, "{errors}");
        for fault in &errors.faults {
            let help = fault.help.as_deref().unwrap_or_default();
            assert!(help.contains("\"ns.get(Edm."), "{help}");
        }
        let renames = [("ns.get(Edm.String)", "OfText"), ("ns.get(Edm.Guid)", "OfGuid")];
        let plan = planned(&all, &renames).unwrap_or_else(|errors| panic!("{errors}"));
        let names: Vec<&str> = plan.modules[0].modules[0].items.iter().map(name).collect();
        assert_eq!(names, ["Get", "OfText", "OfGuid"]);
    }
}

#[test]
fn renames_that_cannot_be_used_are_errors() {
    let types = r#""a": {"$Kind": "ComplexType", "x": {}}"#;
    let table = [
        (("ns.b", "B"), "`ns.b` names nothing that is generated; expected"),
        (("ns.a.y", "z"), "`ns.a.y` is not declared; `ns.a` declares `x`"),
        (("ns.a", "my a"), "`my a` is no Rust name; expected an identifier such as `last`"),
    ];
    for (rename, message) in table {
        let found = wrong(types, &[rename]);
        assert!(found.len() == 1 && found[0].starts_with(message), "{found:?}");
    }
}

#[test]
fn names_that_generated_code_has_cannot_be_given() {
    let types = r#""a": {"$Kind": "ComplexType", "x": {"@Org.OData.Validation.V1.AllowedValues":
            [{"Value": "1", "@Org.OData.Core.V1.SymbolicName": "one"}]}},
        "e": {"$Kind": "EnumType", "on": 0}, "f": {"$Kind": "EnumType", "$IsFlags": true, "on": 1},
        "do": [{"$Kind": "Action", "$Parameter": [{"$Name": "p"}]}]"#;
    for (key, name, who) in [
        ("ns.a.x", "new", "generated code has for itself"),
        ("ns.a.x", "r#clone", "generated code has for itself"),
        ("ns.a.x", "TYPE_NAME", "generated code has for itself"),
        ("ns.do.p", "validate", "generated code has for itself"),
        ("ns.e.on", "Unrecognized", "generated code has for itself"),
        ("ns.f.on", "MEMBERS", "generated code has for itself"),
        ("ns.f.on", "TYPE_NAME", "generated code has for itself"),
        ("ns.f.on", "to_wire", "generated code has for itself"),
        ("ns.a.x.one", "new", "generated code has for itself"),
        ("ns", "std", "is a crate's"),
    ] {
        let other = name.trim_start_matches("r#");
        let message =
            format!("`{key}` cannot be named `{name}`, which {who}; expected another name, such as `{other}_`");
        assert_eq!(wrong(types, &[(key, name)]), [message]);
        assert_eq!(wrong(types, &[(key, &format!("{other}_"))]), [""; 0]);
    }
    let annotated = r#""a": {"$Kind": "ComplexType", "x": {"@odatype.V1.RustName": "new"}}"#;
    assert!(wrong(annotated, &[])[0].starts_with("`ns.a.x` cannot be named `new`"));
}

#[test]
fn members_respelled_with_underscores_need_no_rename() {
    assert_eq!(wrong(r#""e": {"$Kind": "EnumType", "remoteControl": 0, "remote_Control": 1}"#, &[]), [""; 0]);
}

#[test]
fn equal_schemas_give_equal_plans() {
    let types = r#""b": {"$Kind": "ComplexType", "$BaseType": "ns.c"}, "c": {"$Kind": "ComplexType", "x": {}}"#;
    let plans = [planned(types, &[]), planned(types, &[])].map(|plan| format!("{:?}", plan.unwrap()));
    assert_eq!(plans[0], plans[1]);
}

#[test]
fn what_cannot_be_generated_is_refused() {
    let deep =
        format!("\"$Version\": \"4.01\", \"{}\": {{\"a\": {{\"$Kind\": \"ComplexType\"}}}}", ["n"; 40].join("."));
    let source = Source { name: "s.json".to_owned(), text: format!("{{{deep}}}").into() };
    let model = odatype_schema::load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let book = Rulebook::new(&model).unwrap();
    let errors = plan(&book, &Renames::default()).unwrap_err().to_string();
    assert!(errors.contains("the namespace has 40 segments, and at most 32 can be modules"), "{errors}");
}

//! That no enum is missed whose variants have one name.

use std::fmt::Write as _;

use odatype_schema::{Rulebook, Source, load};

use super::{compare, possible::Possible, suspects};
use crate::plan::{Plan, Renames, build::Build, error::Errors, names::Names, uses::Uses};

/// How many schemas are made up.
const SCHEMAS: u64 = 300;

const NAMESPACES: [&str; 6] = ["n", "n.A", "n.A.B", "n.B", "m", "A"];
const NAMES: [&str; 10] = ["A", "AB", "B", "BA", "BAB", "Unknown", "AUnknown", "Self", "SelfA", "nA"];

/// Types that derive from each other, or from nothing, whose names are much alike.
fn schema(seed: u64) -> String {
    let mut state = seed;
    let mut pick = |count: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % count
    };
    let mut types: Vec<(usize, usize)> = Vec::new();
    let mut namespaces = [const { String::new() }; NAMESPACES.len()];
    for _ in 0..9 {
        let ty = (pick(NAMESPACES.len()), pick(NAMES.len()));
        let (base, is_abstract) = (pick(types.len() + 1), pick(4) == 0);
        if types.contains(&ty) {
            continue;
        }
        let base = match types.get(base) {
            Some((namespace, name)) => format!(",\"$BaseType\":\"{}.{}\"", NAMESPACES[*namespace], NAMES[*name]),
            None => String::new(),
        };
        let name = NAMES[ty.1];
        let _ = write!(namespaces[ty.0], ",\"{name}\":{{\"$Kind\":\"ComplexType\",\"$Abstract\":{is_abstract}{base}}}");
        types.push(ty);
    }
    let schemas = namespaces.iter().zip(NAMESPACES).filter(|(types, _)| !types.is_empty());
    let schemas = schemas.map(|(types, namespace)| format!(",\"{namespace}\":{{{}}}", &types[1..]));
    format!("{{\"$Version\":\"4.01\"{}}}", schemas.collect::<String>())
}

#[test]
fn no_enum_of_two_variants_with_one_name_is_missed() {
    let (mut wrong, mut spared) = (0, 0);
    for seed in 0..SCHEMAS {
        let text = schema(seed);
        let model = load(&[Source { name: "s.json".into(), text: text.as_str().into() }], &[]).unwrap();
        let book = Rulebook::new(&model).unwrap();
        let renames = Renames::default();
        let names = Names::new(&book, &mut Errors::new(&model, &renames));
        let build = Build { book: &book, names: &names, uses: &Uses::new(&book), imports: &model.imports() };
        let types = build.types(vec![Vec::new(); book.table().rows.len()]);
        let possible = Possible::of(build);
        let suspects = suspects(build, &possible);
        for (index, row, _) in book.rows() {
            let mut errors = Errors::new(&model, &renames);
            compare(build, &types, index, types.family(usize::from(index)), &mut errors);
            let collides = errors.finish(Plan::default()).is_err();
            assert!(!collides || suspects.contains(&index), "{}: {text}", row.name);
            wrong += u64::from(collides);
            spared += u64::from(!suspects.contains(&index) && book.derived(index).len() > 1);
        }
    }
    assert!(wrong > SCHEMAS / 6 && spared > SCHEMAS / 6, "{wrong} {spared}");
}

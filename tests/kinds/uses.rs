//! Code that uses everything that `schema/diff/tests/before.xml` declares: what is called safe must let it compile and
//! mean the same, what is called breaking must not.
//!
//! A comment with `@` before a function names what its code stands on: it may break only where one of these is told to.

use odatype::Structured as _;

use super::types::*;

//@ n.thing/id
pub fn id() -> String {
    let thing = n::Thing::new().with(n::Thing::ID, "i");
    let id: Option<&str> = thing.id();
    format!("{id:?} {}", odatype::to_string(&thing))
}

//@ n.thing/size
pub fn size() -> String {
    let thing = n::Thing::new().with(n::Thing::SIZE, 5_i32);
    let size: Option<i32> = thing.size();
    format!("{size:?} {}", odatype::to_string(&thing))
}

//@ n.thing/text
pub fn text() -> String {
    let thing = n::Thing::new().with(n::Thing::TEXT, "t");
    let text: Option<&str> = thing.text();
    format!("{text:?}")
}

//@ n.thing/point
pub fn point() -> String {
    let thing: n::Thing = odatype::from_str(r#"{"point": {"type": "Point", "coordinates": [1, 2]}}"#).unwrap();
    let point: Option<odatype::Json<'_>> = thing.point();
    format!("{:?}", point.is_some())
}

//@ n.thing/state, n.state
pub fn state() -> String {
    let thing = n::Thing::new().with(n::Thing::STATE, n::State::On);
    let state: Option<n::State> = thing.state();
    format!("{state:?}")
}

//@ n.state/off, n.state
pub fn off() -> String {
    format!("{:?}", n::State::Off.as_str())
}

//@ n.parts/a, n.parts
pub fn a() -> String {
    n::Parts::A.set().bits().to_string()
}

//@ n.parts/b, n.parts
pub fn b() -> String {
    n::Parts::B.set().bits().to_string()
}

//@ n.thing/parts, n.parts
pub fn parts() -> String {
    let thing = n::Thing::new().with(n::Thing::PARTS, n::Parts::A);
    let parts: Option<n::Parts> = thing.parts();
    format!("{} {}", parts.is_some(), odatype::to_string(&thing))
}

//@ n.thing/leaf, n.leaf
pub fn leaf() -> String {
    let thing = n::Thing::new().with(n::Thing::LEAF, n::Leaf::new());
    let leaf: Option<&n::Leaf> = thing.leaf();
    format!("{} {}", leaf.is_some(), odatype::to_string(&thing))
}

//@ n.thing/length, n.length
pub fn length() -> String {
    let thing = n::Thing::new().with(n::Thing::LENGTH, 5_i32);
    let length: Option<i32> = thing.length();
    format!("{length:?}")
}

//@ n.length
pub fn definition() -> String {
    let length: n::Length = 5_i32;
    length.to_string()
}

//@ n.thing/other
pub fn other() -> String {
    let thing = n::Thing::new().with(n::Thing::OTHER, n::Thing::new());
    let other: Option<&n::Thing> = thing.other();
    format!("{} {}", other.is_some(), odatype::to_string(&thing))
}

//@ n.thing/any
pub fn any() -> String {
    let thing: n::Thing = odatype::from_str(r##"{"any": {"@odata.type": "#n.leaf"}}"##).unwrap();
    let any: Option<&odatype::OneOrMany<n::ThingAny>> = thing.any();
    let leaves = any.into_iter().flatten().filter(|one| matches!(one, n::ThingAny::Leaf(_))).count();
    leaves.to_string()
}

//@ n.thing/odd, n.odd
pub fn odd() -> String {
    let thing = n::Thing::new().with(n::Thing::ODD, n::Odd::new());
    let odd: Option<&n::Odd> = thing.odd();
    format!("{}", odd.is_some())
}

//@ n.thing/complex
pub fn complex() -> String {
    let thing: n::Thing = odatype::from_str(r##"{"complex": {"@odata.type": "#n.lone"}}"##).unwrap();
    thing.complex().is_some().to_string()
}

//@ n.base, n.leaf
pub fn variant() -> String {
    let base = n::Base::from(n::Leaf::new());
    format!("{}", matches!(base, n::Base::Leaf(_)))
}

//@ n.base/shared, n.base
pub fn inherited() -> String {
    let base: n::Base = odatype::from_str(r##"{"@odata.type": "#n.bough", "shared": "s"}"##).unwrap();
    let shared: Option<&str> = base.shared();
    format!("{shared:?}")
}

//@ n.base/shared, n.leaf
pub fn flattened() -> String {
    let leaf = n::Leaf::new().with(n::Leaf::SHARED, "s");
    let shared: Option<&str> = leaf.shared();
    format!("{shared:?}")
}

//@ n.leaf/own
pub fn own() -> String {
    let leaf = n::Leaf::new().with(n::Leaf::OWN, "o");
    let own: Option<&str> = leaf.own();
    format!("{own:?}")
}

//@ n.bough
pub fn bough() -> String {
    let bough: n::Bough = n::Bough::new();
    odatype::to_string(&bough)
}

//@ n.lone
pub fn lone() -> String {
    let lone: n::Lone = n::Lone::new();
    odatype::to_string(&lone)
}

//@ n.lone/note, n.lone
pub fn note() -> String {
    let lone = n::Lone::new().with(n::Lone::NOTE, "x");
    let note: Option<&str> = lone.note();
    format!("{note:?}")
}

//@ n.loose/known
pub fn known() -> String {
    let loose = n::Loose::new().with(n::Loose::KNOWN, "x");
    let known: Option<&str> = loose.known();
    format!("{known:?}")
}

//@ n.made
pub fn made() -> String {
    odatype::to_string(&n::Made::new().with(n::Made::STAMP, 1).with(n::Made::ONCE, 2).with(n::Made::TINT, 3))
}

//@ n.mixed
pub fn mixed() -> String {
    odatype::to_string(&n::Mixed::new())
}

//@ n.stem, n.branch
pub fn stem() -> String {
    let any = n::AnyStem::from(n::Branch::new());
    format!("{}", matches!(any, n::AnyStem::Branch(_)))
}

//@ n.act(n.thing), n.act(n.thing)/second, n.act(n.thing)/third, n.act(n.thing)/zero
pub fn act() -> String {
    let act = n::actions::thing::Act::new(n::actions::thing::ActRequired { first: "one", second: "two" });
    format!("{:?} {:?}", act.first(), act.second())
}

//@ n.act(n.thing), n.act(n.thing)/first
pub fn first() -> String {
    let act: n::actions::thing::Act = odatype::from_str(r#"{"first": "1"}"#).unwrap();
    let first: Option<&str> = act.first();
    format!("{first:?}")
}

//@ n.act(n.thing), n.act(n.thing)/third
pub fn third() -> String {
    let act: n::actions::thing::Act = odatype::from_str("{}").unwrap();
    let third: Option<i32> = act.with(n::actions::thing::Act::THIRD, 3_i32).third();
    format!("{third:?}")
}

//@ n.mute, n.mute/loud
pub fn mute() -> String {
    odatype::to_string(&n::actions::Mute::new())
}

//@ n.mute, n.mute/place
pub fn place() -> String {
    let mute: n::actions::Mute = odatype::from_str(r#"{"place": {"type": "Point", "coordinates": [1, 2]}}"#).unwrap();
    let place: Option<odatype::Json<'_>> = mute.place();
    format!("{}", place.is_some())
}

//@ n.mute, n.mute/word
pub fn word() -> String {
    let mute: n::actions::Mute = odatype::from_str(r#"{"word": "w"}"#).unwrap();
    let word: Option<&str> = mute.word();
    format!("{word:?}")
}

//@ n.act(n.thing), n.leaf
pub fn act_result() -> String {
    use odatype::Operation as _;
    let leaf: n::Leaf = n::actions::thing::Act::decode_response(br#"{"shared": "s"}"#).unwrap();
    format!("{:?}", odatype::to_string(&leaf))
}

//@ n.mute
pub fn mute_result() -> String {
    use odatype::Operation as _;
    let text: odatype::Returned<String> = n::actions::Mute::decode_response(br#"{"value": "w"}"#).unwrap();
    format!("{:?}", text.value())
}

//@ n.dump
pub fn dump_result() -> String {
    use odatype::Operation as _;
    let json: odatype::Returned<odatype::Untyped> =
        n::actions::Dump::decode_response(br#"{"value": {"type": "Point", "coordinates": [1, 2]}}"#).unwrap();
    format!("{}", json.value().is_some())
}

//@ n.hush
pub fn hush() -> String {
    odatype::to_string(&n::actions::Hush::new())
}

//@ n.look(n.thing), n.look(n.thing)/far, n.look(n.thing,at,deep), n.look(n.thing,at,deep)/at, n.look(n.thing,a,b)
pub fn look() -> String {
    let look = n::functions::thing::Look::new(n::functions::thing::LookRequired { at: 1_i16 });
    odatype::EntityRef::new("t").function(&look).to_string()
}

//@ n.look(n.thing), n.look(n.thing,at,deep), n.look(n.thing,at,deep)/at, n.look(n.thing,a,b)
pub fn look_at() -> String {
    let look: n::functions::thing::Look = odatype::from_str(r#"{"at": 1}"#).unwrap();
    let at: Option<i16> = look.at();
    format!("{at:?}")
}

//@ n.look(n.thing), n.look(n.thing,at,deep), n.look(n.thing,a,b), n.bough
pub fn look_result() -> String {
    use odatype::Operation as _;
    let bough: n::Bough = n::functions::thing::Look::decode_response(b"{}").unwrap();
    odatype::to_string(&bough)
}

//@ n.tell(word), n.tell(word)/word
pub fn tell() -> String {
    let tell = n::functions::Tell::new(n::functions::TellRequired { word: odatype::Null });
    // What it is called is the import's name, which code does not say.
    let url = odatype::EntityRef::new("").function(&tell).to_string();
    url.split_once('(').map(|(_, given)| given.to_owned()).unwrap()
}

//@ n.chain
pub fn chain() -> String {
    odatype::to_string(&n::Chain::new())
}

//! What each change does to each audience: the one table, and the only place where a severity is decided.
//!
//! `docs/updates.md` is printed from it.

mod verdict;

use std::fmt::Write as _;

use crate::kind::Kind;
pub use verdict::{Audience, Severity, Verdict};

use Severity::{Additive, Breaking, None};

macro_rules! verdicts {
    ($($case:ident: $kind:ident, $when:literal, $code:ident, $send:ident, $receive:ident, $because:literal;)+) => {
        /// A kind of change with the condition that its severity depends on: a line of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Case { $(
            #[doc = concat!("[`Kind::", stringify!($kind), "`] ", $when)]
            $case,
        )+ }

        impl Case {
            /// Every line, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$case),+];

            /// What it says.
            #[must_use]
            pub fn verdict(self) -> Verdict {
                match self { $(Self::$case => Verdict {
                    kind: Kind::$kind, when: $when, code: $code, send: $send, receive: $receive, because: $because,
                },)+ }
            }
        }
    };
}

// Columns: case, kind, condition; code, send, receive; why.
verdicts! {
    TypeAdded: TypeAdded, "", Additive, Additive, Additive,
        "it gets a Rust type and can be sent; code of the old schema keeps objects that are tagged with it as unknown";
    TypeFromOutside: TypeAdded, "the slice left it out before", Additive, Additive, Additive,
        "it gets a Rust type and can be sent; what its objects hold, which was not checked in dynamic members before, is checked now";
    TypeRemoved: TypeRemoved, "", Breaking, Breaking, None,
        "its Rust type is gone, and what is tagged with it is of no known type; it does not arrive any more";
    TypeToOutside: TypeRemoved, "the slice leaves it out now", Breaking, None, None,
        "its Rust type is gone; tags that name it are still known, and what such objects hold is not checked any more";
    TypeEntityComplex: TypeKindChanged, "between entity and complex type", None, Breaking, None,
        "its Rust type stays; entity references, delta payloads and places for any entity or any complex value tell the two apart";
    TypeKindChanged: TypeKindChanged, "otherwise", Breaking, Breaking, Breaking,
        "it is something else in Rust and has another shape on the wire";
    TypeBaseGained: TypeBaseChanged, "it still derives from all that it derived from", Additive, Additive, Additive,
        "it fits where it fitted before, and has the properties that it had before";
    TypeBaseLost: TypeBaseChanged, "it does not derive any more from what it derived from", Breaking, Breaking, None,
        "it is no variant of its former bases' enums, is refused where they stand, and lacks the properties that it inherited";
    TypeToAbstract: TypeAbstractChanged, "to abstract", Breaking, Breaking, None,
        "its struct becomes an enum of what derives from it; its own objects and objects without a tag are refused";
    TypeToConcrete: TypeAbstractChanged, "to concrete", Breaking, Additive, Additive,
        "its name becomes a struct's, and its enum gets `Any` before its name; objects need no tag any more";
    TypeToOpen: TypeOpenChanged, "to open", None, Additive, Additive,
        "members that are not declared may be sent and arrive; all types keep them";
    TypeToClosed: TypeOpenChanged, "to closed", None, Breaking, None,
        "members that are not declared are refused in what is sent";
    TypeToFlags: TypeFlagsChanged, "to flags", Breaking, Additive, Additive,
        "its enum becomes a set; several members may be sent; code of the old schema reads several as one unknown member";
    TypeToPlain: TypeFlagsChanged, "to single members", Breaking, Breaking, None,
        "its set becomes an enum, and only one member may be sent";
    EnumUnderlying: TypeUnderlyingChanged, "of an enumeration type", None, None, None,
        "members are names on the wire and 64-bit numbers in Rust, whatever the type behind them";
    DefinitionWider: TypeUnderlyingChanged, "of a type definition, to more values", Breaking, Additive, Breaking,
        "its Rust type is another; values may arrive that the old type cannot hold";
    DefinitionNarrower: TypeUnderlyingChanged, "of a type definition, to fewer values", Breaking, Breaking, None,
        "its Rust type is another; values that could be sent are refused";
    DefinitionOther: TypeUnderlyingChanged, "of a type definition, to other values", Breaking, Breaking, Breaking,
        "its Rust type is another, and so are its values on the wire";
    TypeKey: TypeKeyChanged, "", None, None, None,
        "keys are in URLs; payloads and Rust types do not depend on them";
    DynamicTighter: TypeDynamicChanged, "to fewer", None, Breaking, None,
        "dynamic properties of the types that were taken away are refused in what is sent; all are read";
    DynamicLooser: TypeDynamicChanged, "to more", None, Additive, None,
        "dynamic properties of more types may be sent; all are read";
    DynamicOther: TypeDynamicChanged, "to others", None, Breaking, None,
        "dynamic properties of the types that were taken away are refused in what is sent; all are read";
    VersionAdded: TypeVersionsChanged, "more", None, Additive, None,
        "tags of these versions may be sent, the latest of all is written, and tags of versions that are not known are read anyway";
    VersionRemoved: TypeVersionsChanged, "fewer", None, Breaking, None,
        "tags of these versions are refused in what is sent, and read as before";
    TypeEnumAdded: TypeEnumAdded, "", Breaking, None, None,
        "the type has its first derived type, so that properties of it hold its enum, named `Any` and its name, instead of its struct";
    TypeEnumRemoved: TypeEnumRemoved, "", Breaking, None, None,
        "nothing derives from the type any more, so that its enum is gone and properties of it hold its struct";
    PropertyAdded: PropertyAdded, "to a closed type", Additive, Additive, Additive,
        "it gets a getter and a name and may be sent; code of the old schema keeps it among the dynamic members";
    PropertyAddedOpen: PropertyAdded, "to an open type", Additive, Additive, Additive,
        "it gets a getter and a name and may be sent; whoever sent or read a dynamic property of its name must see that it is of this type now";
    PropertyInherited: PropertyAdded, "that the type had from a base", None, None, None,
        "it is declared elsewhere, and the type has it as before";
    PropertyRemoved: PropertyRemoved, "from a closed type", Breaking, Breaking, None,
        "its getter and its name are gone, a closed type refuses it in what is sent, and code from before finds none";
    PropertyRemovedOpen: PropertyRemoved, "from an open type", Breaking, None, None,
        "its getter and its name are gone; an open type takes it as a dynamic property, and code from before finds none";
    PropertyMovedUp: PropertyRemoved, "that the type has from a base now", None, None, None,
        "it is declared elsewhere, and the type has it as before";
    PropertyTypeSame: PropertyTypeChanged, "to one of the same values", None, None, None,
        "what is sent, received and used in Rust is the same";
    PropertyTypeWider: PropertyTypeChanged, "to one of more values", Breaking, Additive, Breaking,
        "its Rust type is another; what was sent is valid; values may arrive that the old type cannot hold";
    PropertyTypeMember: PropertyTypeChanged, "from an enumeration type to text", Breaking, Additive, Additive,
        "its Rust type is another; members may be sent as before, and code of the old schema reads other text as unknown members";
    PropertyTypeNarrower: PropertyTypeChanged, "to one of fewer values", Breaking, Breaking, None,
        "its Rust type is another; values that could be sent are refused, and the old type can hold all that arrive";
    PropertyTypeRawWider: PropertyTypeChanged, "between two that are raw JSON in Rust, to more values", None, Additive, Additive,
        "it stays raw JSON in Rust, and what was sent is valid";
    PropertyTypeRaw: PropertyTypeChanged, "between two that are raw JSON in Rust", None, Breaking, None,
        "it stays raw JSON in Rust; values that could be sent may be refused";
    PropertyTypeObject: PropertyTypeChanged, "to another structured type", Breaking, Breaking, Additive,
        "its Rust type is another; objects of the old type may be refused; code of the old schema keeps what it does not know of an object";
    PropertyTypeOther: PropertyTypeChanged, "to one of other values", Breaking, Breaking, Breaking,
        "its Rust type and its values on the wire are others";
    PropertyToNullable: PropertyNullableChanged, "to nullable", None, Additive, Additive,
        "null may be sent and arrive; getters give `None` for it, as they do for what is absent";
    PropertyToRequired: PropertyNullableChanged, "to not nullable", None, Breaking, None,
        "null is refused in what is sent";
    PropertyToNavigation: PropertyKindChanged, "to a navigation property", None, Additive, None,
        "it can also be bound with `@odata.bind`; in Rust there is no difference";
    PropertyToStructural: PropertyKindChanged, "to a structural property", None, Breaking, None,
        "`@odata.bind` is for navigation properties and is refused in what is sent";
    PropertyTighter: PropertyConstraintsChanged, "to stricter ones", None, Breaking, None,
        "values that the new rules exclude are refused in what is sent; reading does not look at rules";
    PropertyLooser: PropertyConstraintsChanged, "to weaker ones", None, Additive, None,
        "more values may be sent; reading does not look at rules";
    PropertyOtherRules: PropertyConstraintsChanged, "to others", None, Breaking, None,
        "values that the new rules exclude are refused in what is sent; reading does not look at rules";
    PropertyToRead: PropertyAccessChanged, "to clients that only read it", None, Breaking, None,
        "services ignore what is sent of it, which they took before; whoever makes an object need not give it";
    PropertyToWrite: PropertyAccessChanged, "to clients that write it", None, Additive, None,
        "what is sent of it is taken; whoever makes an object must give it if it is never null and has no default (profile create)";
    PropertyToImmutable: PropertyAccessChanged, "to clients that write it when they make an object", None, Breaking, None,
        "services ignore what is sent of it to change an object, which they took before";
    PropertyToMutable: PropertyAccessChanged, "to clients that write it at any time", None, Additive, None,
        "it may be sent to change an object, too";
    PropertyAccessSame: PropertyAccessChanged, "between computed and read-only", None, None, None,
        "clients only read it, as before";
    PropertyDefaultAdded: PropertyDefaultChanged, "from none", None, Additive, None,
        "whoever makes an object may leave it out, and gets this value";
    PropertyDefaultRemoved: PropertyDefaultChanged, "to none", None, Breaking, None,
        "what leaves it out has no such value any more; whoever makes an object must give it if it is never null (profile create)";
    PropertyDefaultOther: PropertyDefaultChanged, "to another", None, Breaking, None,
        "what leaves it out means another value; getters give `None` for what is absent, as before";
    PropertyUnion: PropertyTypeChanged, "in the structured types that an untyped one may hold", Breaking, Breaking, Additive,
        "variants of its enum come or go; objects of types that were taken away are refused; code of the old schema keeps all of them";
    MemberAddedExhaustive: MemberAdded, "in an exhaustive enumeration", Breaking, Additive, Breaking,
        "a `match` on its enum does not name it, and code of the old schema refuses payloads that have it";
    MemberAdded: MemberAdded, "otherwise", Additive, Additive, Additive,
        "it gets a variant or a constant, and enums are not exhaustive; code of the old schema reads it as an unknown member, and whoever sent its number, which had no name, sends its name now";
    MemberRemoved: MemberRemoved, "", Breaking, Breaking, None,
        "its variant or constant is gone, and it is refused in what is sent; it does not arrive any more";
    MemberValue: MemberValueChanged, "of single members", None, None, None,
        "members are names on the wire and in Rust; whoever sent its new number, which had no name, sends its name now";
    MemberBits: MemberValueChanged, "of flags", Breaking, None, None,
        "`bits()` gives another number for it; on the wire it is a name, which whoever sent its new number, which had none, sends now";
    ActionAdded: ActionAdded, "", Additive, Additive, None,
        "it gets a type for its body, which may be sent";
    ActionRemoved: ActionRemoved, "", Breaking, Breaking, None,
        "the type of its body is gone, and no such body is known";
    FunctionAdded: FunctionAdded, "and no other overload is named otherwise in Rust", Additive, Additive, None,
        "it gets a type for its calls, which may be sent";
    FunctionAddedFewer: FunctionAdded, "with as few parameters as the overload that had the function's name alone in Rust", Breaking, Additive, None,
        "it gets a type for its calls, which may be sent; the type of the other overload has the names of its parameters in its name now";
    FunctionRemoved: FunctionRemoved, "", Breaking, Breaking, None,
        "the type of its calls is gone, and calls of it are refused; another overload may have its name now";
    Import: ImportChanged, "", None, Breaking, None,
        "URLs call it by another name, which its type has, and those with the old one are refused";
    ResultAdded: ResultChanged, "to something from nothing", Additive, None, None,
        "the type of its body says what comes back, which code of the old schema does not read";
    ResultSame: ResultChanged, "to one of the same values", None, None, None,
        "code of the old schema can read all that it gives";
    ResultNarrower: ResultChanged, "to one of fewer values", Breaking, None, None,
        "the Rust type of the response is another; code of the old schema can read all that it gives";
    ResultRaw: ResultChanged, "between two that are raw JSON in Rust", None, None, Breaking,
        "it stays raw JSON in Rust, and is something else";
    ResultNullable: ResultChanged, "to nullable", None, None, Breaking,
        "it may give null, which is no value of the type that code of the old schema reads";
    ResultOther: ResultChanged, "otherwise", Breaking, None, Breaking,
        "the Rust type of the response is another or gone; code of the old schema reads it as a type that it is not";
    ParameterAddedRequired: ParameterAdded, "required", Breaking, Breaking, None,
        "no body or call can be made or sent without it";
    ParameterAddedOptional: ParameterAdded, "optional", Additive, Additive, None,
        "it gets a getter and a name and may be sent";
    ParameterRemoved: ParameterRemoved, "", Breaking, Breaking, None,
        "its getter and its name are gone, and what has it is refused";
    ParameterTypeSame: ParameterTypeChanged, "to one of the same values", None, None, None,
        "what is sent and used in Rust is the same";
    ParameterTypeWider: ParameterTypeChanged, "to one of more values", Breaking, Additive, None,
        "its Rust type is another; what was sent is valid";
    ParameterTypeRawWider: ParameterTypeChanged, "between two that are raw JSON in Rust, to more values", None, Additive, None,
        "it stays raw JSON in Rust, and what was sent is valid";
    ParameterTypeRaw: ParameterTypeChanged, "between two that are raw JSON in Rust", None, Breaking, None,
        "it stays raw JSON in Rust; values that could be sent may be refused";
    ParameterTypeOther: ParameterTypeChanged, "to one of fewer or other values", Breaking, Breaking, None,
        "its Rust type is another; values that could be sent are refused";
    ParameterToNullable: ParameterNullableChanged, "to nullable", None, Additive, None,
        "null may be sent";
    ParameterToOptional: ParameterNullableChanged, "to nullable, and so no more required", Breaking, Additive, None,
        "it is no argument of the constructor any more; it may be null or left out";
    ParameterToValue: ParameterNullableChanged, "to not nullable", None, Breaking, None,
        "null is refused in what is sent";
    ParameterToGiven: ParameterNullableChanged, "of a function, to not nullable, where it is required", Breaking, Breaking, None,
        "the constructor takes no `Null` for it any more, and null is refused in what is sent";
    ParameterToRequired: ParameterNullableChanged, "to not nullable, and so required", Breaking, Breaking, None,
        "it is an argument of the constructor now, and what is without it is refused";
    ParameterOptional: ParameterRequiredChanged, "to optional", Breaking, Additive, None,
        "it is no argument of the constructor any more; it may be left out";
    ParameterRequired: ParameterRequiredChanged, "to required", Breaking, Breaking, None,
        "it is an argument of the constructor now, and what is without it is refused";
    ParameterTighter: ParameterConstraintsChanged, "to stricter or other ones", None, Breaking, None,
        "values that the new rules exclude are refused in what is sent";
    ParameterLooser: ParameterConstraintsChanged, "to weaker ones", None, Additive, None,
        "more values may be sent";
    ParameterOrder: ParameterOrderChanged, "", None, None, None,
        "parameters are sent by name, and the constructor takes them by name";
    ConstructorChanged: ConstructorChanged, "", Breaking, None, None,
        "`new` takes other required parameters, each by name";
    AliasAdded: AliasAdded, "", None, Additive, Additive,
        "tags may name types by it; code of the old schema keeps objects with such tags as unknown";
    AliasRemoved: AliasRemoved, "", None, Breaking, None,
        "tags that name types by it are not understood any more";
    OutsideAdded: OutsideAdded, "", None, Additive, None,
        "tags that name them are known now; what such objects hold is not checked";
    OutsideRemoved: OutsideRemoved, "", None, None, None,
        "the slice has no place for them; tags that name them, which only dynamic members could have, are not known any more";
    NameGiven: NameChanged, "as the schema's user says", Breaking, None, None,
        "it is called otherwise in Rust, and as before on the wire; of a type that is variants and modules of operations too";
    NameGivenUnion: NameChanged, "of the enum of what an untyped property may hold, as the schema's user says", Breaking, None, None,
        "the enum is called otherwise in Rust; on the wire nothing changes";
    NameChanged: NameChanged, "as the generator says of a member", Breaking, None, None,
        "a member that differs from it in underscores only came or went: look at each use, which may compile and mean the other";
    NameCollision: NameCollision, "", Breaking, None, None,
        "nothing is generated until a rename tells the two apart";
}

/// The table for people.
#[must_use]
pub fn to_markdown() -> String {
    let mut out = String::from(concat!(
        "# What each change of a schema means\n\n",
        "Printed from `schema/diff/src/severity.rs`, which `odatype diff` reads: no severity is decided anywhere else.\n\n",
        "- **code**: Rust code that uses the generated types compiles with those of the new schema, and means the same.\n",
        "- **send**: what was strict-valid under the old schema is so under the new one, and does what it did.\n",
        "- **receive**: code of the old schema reads what the new one lets a service send.\n\n",
        "Breaking: what was done before cannot be done any more, or means something else. Additive: there is something more.\n",
        "What the schema did not know (dynamic members by name, tags of types that a slice left out) is what no schema promised:\n",
        "where a change gives it a meaning, the sentence says so, and the severity is that of what the schema did know.\n",
        "Enums get variants: a `match` has an arm `_`, which the compiler asks for everywhere but in the crate of the types.\n\n",
        "| change | when | code | send | receive | because |\n| --- | --- | --- | --- | --- | --- |\n",
    ));
    for verdict in Case::ALL.iter().map(|case| case.verdict()) {
        let Verdict { kind, when, code, send, receive, because } = verdict;
        let [code, send, receive] = [code, send, receive].map(Severity::as_str);
        // Writing to a string does not fail.
        let _ = writeln!(out, "| `{}` | {when} | {code} | {send} | {receive} | {because} |", kind.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::{Case, to_markdown};
    use crate::kind::Kind;

    #[test]
    fn the_document_is_what_the_table_says() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/updates.md");
        let expected = to_markdown();
        let found = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            fs::write(&path, expected).unwrap();
            panic!("{} was stale and is written anew: look at it and commit it", path.display());
        }
    }

    #[test]
    fn every_kind_has_its_lines_each_under_a_condition_of_its_own() {
        let lines: BTreeSet<_> = Case::ALL.iter().map(|case| (case.verdict().kind, case.verdict().when)).collect();
        assert_eq!(lines.len(), Case::ALL.len());
        let kinds: BTreeSet<Kind> = lines.into_iter().map(|(kind, _)| kind).collect();
        assert!(kinds.iter().eq(Kind::ALL));
    }
}

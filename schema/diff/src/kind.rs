//! What can change.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// A kind of change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every kind, in the order in which changes of one target are told.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name, as it stands in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

kinds! {
    /// A type that was not there.
    TypeAdded = "type-added",
    /// A type that is gone.
    TypeRemoved = "type-removed",
    /// A type that is of another kind: entity, complex, enumeration type, type definition.
    TypeKindChanged = "type-kind-changed",
    /// A type that derives from another.
    TypeBaseChanged = "type-base-changed",
    /// A type that became abstract, or concrete.
    TypeAbstractChanged = "type-abstract-changed",
    /// A type that became open, or closed.
    TypeOpenChanged = "type-open-changed",
    /// An enumeration type whose members combine now, or no more.
    TypeFlagsChanged = "type-flags-changed",
    /// Another type behind an enumeration type or a type definition.
    TypeUnderlyingChanged = "type-underlying-changed",
    /// Other key properties.
    TypeKeyChanged = "type-key-changed",
    /// Other types that dynamic properties may have.
    TypeDynamicChanged = "type-dynamic-changed",
    /// Other versions of which a type is made, by whose names tags may name it.
    TypeVersionsChanged = "type-versions-changed",
    /// The first type that derives from a concrete one: Rust gets a tagged enum for both.
    TypeEnumAdded = "type-enum-added",
    /// The last type that derived from a concrete one is gone, and with it the tagged enum.
    TypeEnumRemoved = "type-enum-removed",
    /// A property that was not there.
    PropertyAdded = "property-added",
    /// A property that is gone.
    PropertyRemoved = "property-removed",
    /// A property of another type.
    PropertyTypeChanged = "property-type-changed",
    /// A property that may be null, or may no more.
    PropertyNullableChanged = "property-nullable-changed",
    /// A structural property that became a navigation property, or the other way round.
    PropertyKindChanged = "property-kind-changed",
    /// Other rules on a property's values.
    PropertyConstraintsChanged = "property-constraints-changed",
    /// A property that others may write now: nobody but the service, clients when they make an object, clients at any
    /// time.
    PropertyAccessChanged = "property-access-changed",
    /// A property with another value where nobody gives it one.
    PropertyDefaultChanged = "property-default-changed",
    /// A member of an enumeration type that was not there.
    MemberAdded = "member-added",
    /// A member that is gone.
    MemberRemoved = "member-removed",
    /// A member with another value.
    MemberValueChanged = "member-value-changed",
    /// An action, or an overload of one, that was not there.
    ActionAdded = "action-added",
    /// An action, or an overload, that is gone.
    ActionRemoved = "action-removed",
    /// A function, or an overload of one, that was not there.
    FunctionAdded = "function-added",
    /// A function, or an overload, that is gone.
    FunctionRemoved = "function-removed",
    /// An action or a function that is called by another name in URLs.
    ImportChanged = "import-changed",
    /// An action or a function that gives another result.
    ResultChanged = "result-changed",
    /// A parameter that was not there.
    ParameterAdded = "parameter-added",
    /// A parameter that is gone.
    ParameterRemoved = "parameter-removed",
    /// A parameter of another type.
    ParameterTypeChanged = "parameter-type-changed",
    /// A parameter that may be null, or may no more.
    ParameterNullableChanged = "parameter-nullable-changed",
    /// A parameter that must be given, or need no more, whether it may be null or not.
    ParameterRequiredChanged = "parameter-required-changed",
    /// Other rules on a parameter's values.
    ParameterConstraintsChanged = "parameter-constraints-changed",
    /// Parameters in another order.
    ParameterOrderChanged = "parameter-order-changed",
    /// Other required parameters in the constructor of an action's body or of a function's call.
    ConstructorChanged = "constructor-changed",
    /// An alias of a namespace that was not there.
    AliasAdded = "alias-added",
    /// An alias that is gone, or stands for another namespace.
    AliasRemoved = "alias-removed",
    /// Types that the slice leaves out and whose names it did not know.
    OutsideAdded = "outside-added",
    /// Types that the slice left out and whose names it does not know any more.
    OutsideRemoved = "outside-removed",
    /// A thing that has another name in Rust, while its name on the wire is the same.
    NameChanged = "name-changed",
    /// Two names that would be one in Rust, and were not before.
    NameCollision = "name-collision",
}

impl Kind {
    /// What it is for whoever goes from the new schema back to the old one: what was added is then removed.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::TypeAdded => Self::TypeRemoved,
            Self::TypeRemoved => Self::TypeAdded,
            Self::TypeEnumAdded => Self::TypeEnumRemoved,
            Self::TypeEnumRemoved => Self::TypeEnumAdded,
            Self::PropertyAdded => Self::PropertyRemoved,
            Self::PropertyRemoved => Self::PropertyAdded,
            Self::MemberAdded => Self::MemberRemoved,
            Self::MemberRemoved => Self::MemberAdded,
            Self::ActionAdded => Self::ActionRemoved,
            Self::ActionRemoved => Self::ActionAdded,
            Self::FunctionAdded => Self::FunctionRemoved,
            Self::FunctionRemoved => Self::FunctionAdded,
            Self::ParameterAdded => Self::ParameterRemoved,
            Self::ParameterRemoved => Self::ParameterAdded,
            Self::AliasAdded => Self::AliasRemoved,
            Self::AliasRemoved => Self::AliasAdded,
            Self::OutsideAdded => Self::OutsideRemoved,
            Self::OutsideRemoved => Self::OutsideAdded,
            other => other,
        }
    }
}

//! What all generated structured types have in common.

use super::{
    Editable, IntoBinding, IntoProperty, ItemType, Json, Presence, Property, PropertyType, Reachable, Reader as _,
    Untyped, delta,
};
use crate::{
    node::{Edited, Record},
    table::{Declared, TypeId},
};

/// A structured type: an entity type, a complex type, an action's body, or the tagged enum of a type with derived
/// types.
///
/// Generated code implements it; its methods are for everyone.
///
/// Two values are equal if they are of the same type and have the same content: the same members in any order, numbers
/// in any spelling. A tag that names the type that the object has anyway says nothing, so that what was read with one
/// equals what was built without; any other tag counts.
pub trait Structured: Clone + Eq + std::fmt::Debug + Send + Sync + Sized + 'static {
    /// For generated code: which type it is, and its name.
    #[doc(hidden)]
    const DECLARED: Declared;

    /// The type's qualified name, such as `microsoft.graph.call`; of an action's body, with what the action is bound to
    /// in parentheses; of an enum, the base type's or, of what an untyped property holds, `<type>/<property>`.
    const TYPE_NAME: &'static str = Self::DECLARED.name;

    /// For generated code: which type.
    #[doc(hidden)]
    const TYPE: TypeId = Self::DECLARED.id;

    /// For generated code.
    #[doc(hidden)]
    fn from_record(record: Record) -> Self;

    /// For generated code.
    #[doc(hidden)]
    fn record(&self) -> &Record;

    /// For generated code.
    #[doc(hidden)]
    fn record_mut(&mut self) -> &mut Record;

    /// For generated code.
    #[doc(hidden)]
    #[inline]
    fn into_record(mut self) -> Record {
        self.record_mut().take()
    }

    /// The qualified name of the object's type, such as `microsoft.graph.call`; of a type that the schema does not
    /// know, the declared type's.
    fn type_name(&self) -> &'static str {
        self.record().ty().name
    }

    /// The tag, `@odata.type` or `@type`, as it was read or set; `None` if there is none, or none that is a string.
    fn odata_type(&self) -> Option<std::borrow::Cow<'_, str>> {
        self.record().tag()
    }

    /// Whether the object's tag names no type that the schema knows to be possible there, or is missing where the
    /// declared type is abstract.
    fn is_foreign(&self) -> bool {
        self.record().known().is_none()
    }

    /// Whether this stands for `null`, as an item of a collection may.
    fn is_null(&self) -> bool {
        self.record().is_null()
    }

    /// The value of a property, as its getter gives it.
    fn get<K: PropertyType + ?Sized>(&self, property: Property<Self, K>) -> K::Ref<'_> {
        K::get(self.record(), property.slot())
    }

    /// Whether a property is there, and whether it is null.
    fn presence<K: ?Sized>(&self, property: Property<Self, K>) -> Presence {
        self.record().presence(property.slot())
    }

    /// Sets a property: to a value, to [`Null`](crate::Null), or to an `Option`, whose `None` takes it away.
    fn set<K: ?Sized, By>(&mut self, property: Property<Self, K>, value: impl IntoProperty<K, By>) -> &mut Self {
        self.record_mut().set(property.slot(), value.into_property());
        self
    }

    /// The object with a property set, see [`set`](Self::set).
    #[must_use]
    fn with<K: ?Sized, By>(mut self, property: Property<Self, K>, value: impl IntoProperty<K, By>) -> Self {
        self.set(property, value);
        self
    }

    /// Takes a property away, so that it is not written.
    fn unset<K: ?Sized>(&mut self, property: Property<Self, K>) -> &mut Self {
        self.record_mut().set(property.slot(), Edited::Absent);
        self
    }

    /// The object without a property.
    #[must_use]
    fn without<K: ?Sized>(mut self, property: Property<Self, K>) -> Self {
        self.unset(property);
        self
    }

    /// Takes the value of a property out: the property is absent then. One that does not have its declared shape stays
    /// where it is.
    fn take<K: PropertyType + ?Sized>(&mut self, property: Property<Self, K>) -> K::Owned {
        K::take(self.record_mut(), property.slot())
    }

    /// The object in a property, or the `Vec` of a collection's objects, to change it. An absent one is made, and so is
    /// one in the place of what is null or of another shape; [`get_mut`](Self::get_mut) reaches only what is there.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{Structured, graph::{Call, Identity, IdentitySet, ParticipantInfo}};
    /// let mut call: Call = odatype::from_str(r#"{"source":{"languageId":"en-us"}}"#)?;
    /// call.edit(Call::SOURCE).set(ParticipantInfo::REGION, "amer");
    /// assert_eq!(odatype::to_string(&call), r#"{"source":{"languageId":"en-us","region":"amer"}}"#);
    /// # }
    /// # Ok::<(), odatype::Error>(())
    /// ```
    fn edit<K: Editable + ?Sized>(&mut self, property: Property<Self, K>) -> &mut K::Edit {
        K::edit(self.record_mut(), property.slot())
    }

    /// The object in a property, the `Vec` of a collection's objects, or the slice of what is [one or
    /// many](crate::OneOrMany), to change them; `None` if there is none.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{Structured, graph::{Call, CommsNotification, CommsNotificationResourceData}};
    /// let json = r##"{"resourceData":{"@odata.type":"#microsoft.graph.call","state":"incoming"}}"##;
    /// let mut notification: CommsNotification = odatype::from_str(json)?;
    /// for resource in notification.get_mut(CommsNotification::RESOURCE_DATA).into_iter().flatten() {
    ///     if let CommsNotificationResourceData::Call(call) = resource {
    ///         call.set(Call::SUBJECT, "lunch");
    ///     }
    /// }
    /// assert!(odatype::to_string(&notification).contains(r#""state":"incoming","subject":"lunch""#));
    /// # }
    /// # Ok::<(), odatype::Error>(())
    /// ```
    fn get_mut<K: Reachable + ?Sized>(&mut self, property: Property<Self, K>) -> Option<&mut K::Reached> {
        K::reach(self.record_mut(), property.slot())
    }

    /// Adds an item to a collection, which is made if it is absent, and in the place of what is no collection.
    fn push<K: ItemType, By>(&mut self, property: Property<Self, [K]>, item: impl IntoProperty<K, By>) -> &mut Self {
        K::Reader::push(self.record_mut(), property.slot(), item.into_property());
        self
    }

    /// Binds a navigation property to entities that there are: `"calls@odata.bind":["communications/calls('1')"]`, for
    /// one `"user@odata.bind":"users('1')"`.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{EntityRef, Structured, graph::Call};
    /// let calls = EntityRef::new("communications/calls");
    /// let call = Call::new().with_bind(Call::PARTICIPANTS, [calls.key("1").navigation("participants").key("2")]);
    /// assert_eq!(
    ///     odatype::to_string(&call),
    ///     r#"{"participants@odata.bind":["communications/calls('1')/participants('2')"]}"#
    /// );
    /// # }
    /// ```
    ///
    /// Source: OData JSON 4.01, section 8.5 (bind operation).
    fn bind<K: ?Sized, By>(&mut self, property: Property<Self, K>, to: impl IntoBinding<K, By>) -> &mut Self {
        let name = control_name(self, property, "bind", 0);
        let json = Edited::Json(crate::encode::value_text(&to.into_binding()).into());
        self.record_mut().set_any(&name, json);
        self
    }

    /// The object with a navigation property bound, see [`bind`](Self::bind).
    #[must_use]
    fn with_bind<K: ?Sized, By>(mut self, property: Property<Self, K>, to: impl IntoBinding<K, By>) -> Self {
        self.bind(property, to);
        self
    }

    /// What a navigation property is bound to: a URL, or an array of them.
    fn bound<K: ?Sized>(&self, property: Property<Self, K>) -> Option<Json<'_>> {
        self.dynamic(&control_name(self, property, "bind", 0))
    }

    /// What a nested delta says of the entities in a navigation property, `"participants@delta":[…]`: of each,
    /// [`DeltaItem::of`](crate::DeltaItem::of) tells whether it was added or changed, or removed. `None` if there is
    /// none.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{DeltaItem, Structured, graph::Call};
    /// let call: Call = odatype::from_str(
    ///     r#"{"id":"1","participants@delta":[{"id":"2","isMuted":true},{"@removed":{"reason":"deleted"},"id":"3"}]}"#,
    /// )?;
    /// let participants = call.delta(Call::PARTICIPANTS)?.unwrap_or_default();
    /// assert!(matches!(DeltaItem::of(&participants[0]), DeltaItem::Entity(joined) if joined.is_muted() == Some(true)));
    /// assert!(matches!(DeltaItem::of(&participants[1]), DeltaItem::Removed(left) if left.entity().id() == Some("3")));
    /// # }
    /// # Ok::<(), odatype::Error>(())
    /// ```
    ///
    /// # Errors
    /// If it is no array of objects of the property's type: it is read only when it is asked for, and kept as it is.
    /// Lines and columns are those of an object with this member alone.
    ///
    /// Source: OData JSON 4.01, section 15 (delta payload).
    fn delta<K: Structured>(&self, property: Property<Self, [K]>) -> Result<Option<Vec<K>>, crate::Error> {
        let records = delta::read(self.record(), &control_name(self, property, "delta", 1), K::TYPE)?;
        Ok(records.map(|records| records.into_iter().map(K::from_record).collect()))
    }

    /// Says what changes among the entities in a navigation property, which a PATCH takes too:
    /// `"participants@delta":[…]`. An entity that goes is one that [`RemovedReason::mark`](crate::RemovedReason::mark)
    /// gives, one that there is already and comes is its identity, `{"@id":"…"}`; others are made or changed.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{RemovedReason, Structured, graph::{Call, Participant}};
    /// let left = RemovedReason::Deleted.mark(Participant::new().with(Participant::ID, "3"));
    /// let call = Call::new().with_delta(Call::PARTICIPANTS, [Participant::new().with(Participant::ID, "2"), left]);
    /// assert_eq!(
    ///     odatype::to_string(&call),
    ///     r#"{"participants@delta":[{"id":"2"},{"id":"3","@removed":{"reason":"deleted"}}]}"#
    /// );
    /// # }
    /// ```
    ///
    /// Source: OData Protocol 4.01, section 11.4.3.1 (update related entities).
    fn set_delta<K: Structured, By>(
        &mut self,
        property: Property<Self, [K]>,
        items: impl IntoProperty<[K], By>,
    ) -> &mut Self {
        let name = control_name(self, property, "delta", 1);
        delta::set(self.record_mut(), &name, K::TYPE, items.into_property());
        self
    }

    /// The object with a nested delta, see [`set_delta`](Self::set_delta).
    #[must_use]
    fn with_delta<K: Structured, By>(
        mut self,
        property: Property<Self, [K]>,
        items: impl IntoProperty<[K], By>,
    ) -> Self {
        self.set_delta(property, items);
        self
    }

    /// This object as a `T`: as a type that derives from its declared type, or as the enum of a base, however many
    /// levels lie between.
    ///
    /// # Errors
    /// The object itself, if it is no `T`.
    fn cast<T: Structured>(self) -> Result<T, Self> {
        if T::holds(self.record()) { Ok(T::from_record(self.into_record())) } else { Err(self) }
    }

    /// For generated code: whether the object of `record` can be one of this type. A struct holds its own type alone.
    #[doc(hidden)]
    fn holds(record: &Record) -> bool {
        if Self::DECLARED.is_family {
            record.is_of(Self::TYPE)
        } else {
            record.type_id() == Self::TYPE && record.known().is_some()
        }
    }

    /// This object, unless it stands for null: so that items of a collection are told from nulls, by
    /// `.iter().map(Structured::non_null)`.
    fn non_null(&self) -> Option<&Self> {
        (!self.is_null()).then_some(self)
    }

    /// The undeclared member `name`: a dynamic property, or control information and annotations (`@odata.etag`,
    /// `members@delta`); and a declared property that does not have its declared shape, in a foreign object or a
    /// [`Partial`](crate::Partial) value. Null is the JSON text `null`.
    ///
    /// Source: OData JSON 4.01, sections 4.6 and 7.
    fn dynamic(&self, name: &str) -> Option<Json<'_>> {
        let record = self.record();
        record.undeclared(name).or_else(|| record.misfit(name)).and_then(Json::of)
    }

    /// The undeclared members but the tag, with their names, in the order in which they are written.
    fn dynamic_members(&self) -> impl Iterator<Item = (String, Json<'_>)> {
        let record = self.record();
        record.undeclared_names().into_iter().filter_map(|name| {
            let json = record.undeclared(&name).and_then(Json::of)?;
            Some((name, json))
        })
    }

    /// Sets the member `name` to anything that has a form in JSON; an object is written with its tag. A declared member
    /// too, even to what does not have its shape. The tag, `@odata.type` or `@type`, replaces the one that there is,
    /// whichever name that has; the value's type in Rust stays.
    ///
    /// Nothing is refused: a value of someone else's, which may nest too deep to be read again, is for
    /// [`try_set_dynamic`](Self::try_set_dynamic), and text for someone else for [`try_to_vec`](crate::try_to_vec).
    fn set_dynamic<By>(&mut self, name: &str, value: impl IntoProperty<Untyped, By>) -> &mut Self {
        self.record_mut().set_any(name, value.into_property());
        self
    }

    /// Sets the member `name`, see [`set_dynamic`](Self::set_dynamic), to what can be read again.
    ///
    /// # Errors
    /// If objects and arrays in the value nest deeper than 126, which with this object is as deep as is read; nothing
    /// is set then. How deep this object itself lies in others nobody knows before they are written: of those together
    /// [`try_to_vec`](crate::try_to_vec) tells.
    fn try_set_dynamic<By>(
        &mut self,
        name: &str,
        value: impl IntoProperty<Untyped, By>,
    ) -> Result<&mut Self, crate::Error> {
        let value = value.into_property();
        crate::encode::check_depth(crate::encode::value_text(&value).as_bytes(), 1)?;
        self.record_mut().set_any(name, value);
        Ok(self)
    }

    /// The object with the member `name` set, see [`set_dynamic`](Self::set_dynamic).
    #[must_use]
    fn with_dynamic<By>(mut self, name: &str, value: impl IntoProperty<Untyped, By>) -> Self {
        self.set_dynamic(name, value);
        self
    }

    /// Takes the member `name` away. The tag goes by the name that it has: without `@type` an object that was read with
    /// `@odata.type` keeps it.
    fn unset_dynamic(&mut self, name: &str) -> &mut Self {
        self.record_mut().set_any(name, Edited::Absent);
        self
    }

    /// The object without the member `name`, see [`unset_dynamic`](Self::unset_dynamic).
    #[must_use]
    fn without_dynamic(mut self, name: &str) -> Self {
        self.unset_dynamic(name);
        self
    }
}

/// The name of the control information `name` of `property` in `object`: the one that is there, else the `usual` one of
/// the two that it may have. Only the first, with `odata.`, is as old as OData 4.0.
fn control_name<T: Structured, K: ?Sized>(object: &T, property: Property<T, K>, name: &str, usual: usize) -> String {
    let mut names = odatype_table::control::names(name).map(|control| format!("{}{control}", property.name()));
    names.rotate_left(usual);
    let [usual, other] = names;
    if object.dynamic(&other).is_some() { other } else { usual }
}

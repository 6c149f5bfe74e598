//! Whether payloads can tell two schemas apart: for each type, whether its values are held against the same in both.
//!
//! Nothing here knows which difference matters: what rows say is compared as it is, but for what they refer to by
//! index, and for what does not matter to whoever reads a payload.

mod family;

use std::collections::{BTreeSet, HashMap};

use odatype_table::{
    Access, Body, Constraints, Enumeration, Late, Likeness, Listed, Member, Names, Profile, Row, Shape, Structured,
    Table, ValueType,
};

/// How each type of `old` compares with the type of that name in `new`, as far as `profile` asks.
#[must_use]
pub fn likeness(old: &Table<String>, new: &Table<String>, profile: Profile) -> Vec<Likeness> {
    let nothing = Differs { itself: true, likeness: Likeness::None };
    let mut known = Known { old, new, twins: twins(old, new), rows: vec![nothing; old.rows.len()], profile };
    // Properties refer to all types, and structured ones to their bases, which come before them.
    for is_structured in [false, true] {
        for (index, row) in old.rows.iter().enumerate() {
            if row.structured().is_some() == is_structured {
                known.rows[index] = known.row(index, row);
            }
        }
    }
    known.families();
    known.rows.into_iter().map(|row| row.likeness).collect()
}

/// For each row of `old` the one of that name in `new`, if it is the only one and of the same kind.
fn twins(old: &Table<String>, new: &Table<String>) -> Vec<Option<u16>> {
    let mut named: HashMap<&str, Option<u16>> = HashMap::new();
    for (row, index) in new.rows.iter().zip(0..) {
        named.entry(&row.name).and_modify(|found| *found = None).or_insert(Some(index));
    }
    let twin = |row: &Row<String>| {
        let index = named.get(row.name.as_str()).copied().flatten()?;
        let is_like =
            std::mem::discriminant(&row.body) == std::mem::discriminant(&new.rows.get(usize::from(index))?.body);
        // What is written as its tag is the name of a version, which may be a type of its own there.
        let is_free = row.names().all(|name| *name == *row.name || !named.contains_key(&*name));
        (is_like && is_free).then_some(index)
    };
    old.rows.iter().map(twin).collect()
}

/// What is known of both so far.
struct Known<'t> {
    old: &'t Table<String>,
    new: &'t Table<String>,
    twins: Vec<Option<u16>>,
    rows: Vec<Differs>,
    profile: Profile,
}

/// How a row differs from its twin.
#[derive(Clone)]
struct Differs {
    /// Whether the row itself does, whatever is with its bases.
    itself: bool,
    likeness: Likeness,
}

impl Known<'_> {
    fn twin(&self, index: u16) -> Option<u16> {
        self.twins.get(usize::from(index)).copied().flatten()
    }

    fn likeness(&self, index: u16) -> &Likeness {
        self.rows.get(usize::from(index)).map_or(&Likeness::None, |row| &row.likeness)
    }

    fn row(&self, index: usize, row: &Row<String>) -> Differs {
        let twin = self.twins[index].and_then(|twin| self.new.rows.get(usize::from(twin)));
        let own = twin.filter(|twin| twin.versions == row.versions).map_or(Likeness::None, |twin| {
            match (&row.body, &twin.body) {
                (Body::Structured(old), Body::Structured(new)) => self.structured(old, new),
                (Body::Enumeration(old), Body::Enumeration(new)) => enumeration(old, new),
                (Body::Union(old), Body::Union(new)) => self.union(old, new),
                _ => Likeness::None,
            }
        });
        let base = row.structured().and_then(|ty| ty.base).map(|base| self.likeness(base));
        let itself = !own.is_whole();
        let likeness = match (own, base) {
            (Likeness::Except(names), Some(Likeness::Except(inherited))) => {
                Likeness::Except(Names { own: &names.own | &inherited.own, ..names })
            }
            (own, None) => own,
            _ => Likeness::None,
        };
        Differs { itself, likeness }
    }

    /// Types of an untyped place are asked for their kinds, whatever else they are.
    fn union(&self, old: &[ValueType], new: &[ValueType]) -> Likeness {
        let kind = |table: &Table<String>, of: &ValueType| match of.shape {
            Shape::Declared(index) => table.rows.get(usize::from(index))?.structured().map(|ty| ty.kind),
            Shape::Primitive(_) => None,
        };
        let is_like = |(old, new): (&ValueType, &ValueType)| {
            self.ty(*old) == Some(*new) && kind(self.old, old) == kind(self.new, new)
        };
        let is_like = old.len() == new.len() && old.iter().zip(new).all(is_like);
        if is_like { Likeness::whole() } else { Likeness::None }
    }

    /// How a type compares, its base left out: not at all if a property is gone, or is another, or if one came that
    /// objects must have.
    fn structured(&self, old: &Structured<String>, new: &Structured<String>) -> Likeness {
        let Structured { kind, base, is_abstract, is_open, own: _, dynamic } = old;
        let is_like = (kind, is_abstract, is_open) == (&new.kind, &new.is_abstract, &new.is_open);
        let has_base = match base {
            Some(base) => self.twin(*base).is_some_and(|base| Some(base) == new.base),
            None => new.base.is_none(),
        };
        let dynamic = match dynamic {
            Some(listed) => self.listed(listed).is_some_and(|listed| Some(listed) == new.dynamic),
            None => new.dynamic.is_none(),
        };
        match self.own(old, new) {
            Some(own) if is_like && has_base && dynamic => Likeness::Except(Names { own, ..Names::default() }),
            _ => Likeness::None,
        }
    }

    /// The names of the own properties that came.
    fn own(&self, old: &Structured<String>, new: &Structured<String>) -> Option<BTreeSet<String>> {
        let mut came = BTreeSet::new();
        let mut rest = new.own.iter();
        let mut comes = |member: &Member<String>| {
            came.insert(member.name.clone());
            !self.is_asked(new, member)
        };
        for member in &old.own {
            let twin = rest.by_ref().find(|twin| twin.name == member.name || !comes(twin))?;
            if self.member(old, member)? != self.plain(new, twin.clone()) {
                return None;
            }
        }
        rest.all(comes).then_some(came)
    }

    /// Whether objects of `ty` are asked for its own property `member`.
    fn is_asked(&self, ty: &Structured<String>, member: &Member<String>) -> bool {
        member.is_required || self.profile == Profile::Create && ty.needs(member)
    }

    /// An own property of `ty`, without what only matters to whether objects are asked for it, or to nobody who reads.
    fn plain(&self, ty: &Structured<String>, member: Member<String>) -> Member<String> {
        Member { is_required: self.is_asked(ty, &member), access: Access::Free, has_default: false, ..member }
    }

    /// What the own property `member` of the old type `ty` is in the new schema, unless nothing.
    fn member(&self, ty: &Structured<String>, member: &Member<String>) -> Option<Member<String>> {
        let mut plain = self.plain(ty, member.clone());
        plain.place.constraints = self.constraints(plain.place.ty, plain.place.constraints)?;
        plain.place.ty = self.ty(plain.place.ty)?;
        Some(plain)
    }

    /// A type in the new schema, if places of it are read alike as far as objects in them are not looked at.
    fn ty(&self, ty: ValueType) -> Option<ValueType> {
        let Shape::Declared(index) = ty.shape else { return Some(ty) };
        let is_object = self.old.rows.get(usize::from(index))?.structured().is_some();
        let is_like = is_object || *self.likeness(index) != Likeness::None;
        self.twin(index).filter(|_| is_like).map(|twin| ValueType { shape: Shape::Declared(twin), ..ty })
    }

    fn listed(&self, listed: &[Listed<String>]) -> Option<Vec<Listed<String>>> {
        let one = |one: &Listed<String>| {
            Some(Listed { ty: self.ty(one.ty)?, constraints: self.constraints(one.ty, one.constraints.clone())? })
        };
        listed.iter().map(one).collect()
    }

    /// What is asked of a value of the type `ty`, in the new schema.
    fn constraints(&self, ty: ValueType, mut constraints: Constraints<String>) -> Option<Constraints<String>> {
        // Allowed values of flags are compared by their numbers.
        if let (Some(_), Shape::Declared(index)) = (&constraints.allowed, ty.shape)
            && !self.likeness(index).is_whole()
        {
            return None;
        }
        if let Some(derived) = &mut constraints.derived {
            *derived = derived.iter().map(|index| self.twin(*index)).collect::<Option<_>>()?;
        }
        if let Some(types) = &mut constraints.types {
            *types = self.listed(types)?;
        }
        Some(constraints)
    }
}

/// Names are looked up, and numbers where there is no such name.
fn enumeration(old: &Enumeration<String>, new: &Enumeration<String>) -> Likeness {
    let Enumeration { is_flags, is_exhaustive, members } = old;
    if (is_flags, is_exhaustive) != (&new.is_flags, &new.is_exhaustive) {
        return Likeness::None;
    }
    let Some(came) = came(members, &new.members) else { return Likeness::None };
    Likeness::Except(Names { own: came.into_iter().map(|(name, _)| name.clone()).collect(), late: Late::default() })
}

/// What is in `new` besides all of `old`, unless something of that is gone.
fn came<'n, T: Ord>(old: &[T], new: &'n [T]) -> Option<Vec<&'n T>> {
    let known: BTreeSet<&T> = old.iter().collect();
    let (kept, came): (Vec<&T>, Vec<&T>) = new.iter().partition(|one| known.contains(one));
    let kept: BTreeSet<&T> = kept.into_iter().collect();
    (kept.len() == known.len()).then_some(came)
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, cmp::Ordering};

    use super::came;

    #[test]
    fn what_came_is_told_unless_something_is_gone() {
        assert_eq!(came(&[1, 3], &[3, 2, 1, 4]), Some(vec![&2, &4]));
        assert_eq!(came(&[1, 1], &[1]), Some(vec![]));
        assert_eq!(came(&[1, 3], &[1, 2]), None);
        assert_eq!(came(&[], &[1]), Some(vec![&1]));
    }

    std::thread_local! {
        static COMPARED: Cell<usize> = const { Cell::new(0) };
    }

    #[derive(Debug)]
    struct Counting(usize);

    impl Ord for Counting {
        fn cmp(&self, other: &Self) -> Ordering {
            COMPARED.set(COMPARED.get() + 1);
            self.0.cmp(&other.0)
        }
    }

    impl PartialOrd for Counting {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }
    }

    impl PartialEq for Counting {
        fn eq(&self, other: &Self) -> bool {
            self.cmp(other).is_eq()
        }
    }

    impl Eq for Counting {}

    #[test]
    fn many_members_are_not_compared_with_each_other() {
        let [few, many] = [1_000, 10_000].map(|count| {
            let before = COMPARED.get();
            let old: Vec<Counting> = (0..count).map(Counting).collect();
            let new: Vec<Counting> = (0..=count).rev().map(Counting).collect();
            assert_eq!(came(&old, &new).map(|came| came.len()), Some(1));
            COMPARED.get() - before
        });
        // Ten times as many, each found in a third more steps.
        assert!(few >= 1_000 && many <= few * 14, "{few} {many}");
    }
}

//! What the types that derive from a type have to do with it: members that come before their object's tag are read as
//! what those declare.

use odatype_table::{Body, Late, Likeness, Member, Names, Profile, Row, Shape, Table, ValueType};

use super::{Differs, Known};

impl Known<'_> {
    /// Makes types from which others derive no more like their twins than all of those are.
    pub(super) fn families(&mut self) {
        let mut back = vec![None; self.new.rows.len()];
        for (index, twin) in self.twins.iter().enumerate() {
            if let Some(back) = twin.and_then(|twin| back.get_mut(usize::from(twin))) {
                *back = Some(index);
            }
        }
        let (old, new) = (self.old, self.new);
        let (had, has) = (has_derived(old), has_derived(new));
        let (was_later, is_later) = (self.are_read_later(old), self.are_read_later(new));
        for (index, row) in old.rows.iter().enumerate() {
            let differs = |twin| had[index] != has[twin] || was_later[index] != is_later[twin];
            if self.twins[index].is_some_and(|twin| differs(usize::from(twin))) {
                self.rows[index].widen(None);
            }
            if self.rows[index].itself {
                self.tell(row, bases(old, index).filter(|base| !was_later[*base]));
            }
        }
        for (index, row) in new.rows.iter().enumerate() {
            if back[index].is_none_or(|old| self.rows[old].itself) {
                self.tell(row, bases(new, index).filter(|base| !is_later[*base]).filter_map(|base| back[base]));
            }
        }
        for (index, row) in old.rows.iter().enumerate() {
            let is_like = |ty: &ValueType| matches!(ty.shape, Shape::Declared(of) if self.likeness(of).is_whole());
            if let Body::Union(types) = &row.body
                && !types.iter().all(is_like)
            {
                self.rows[index].widen(None);
            }
        }
    }

    /// Whether members of objects in a place for each row, where none declares them, are read only once it is known
    /// what they are: where such an object may be of an open type, unless whatever fits is taken.
    fn are_read_later(&self, table: &Table<String>) -> Vec<bool> {
        let mut are_later = vec![false; table.rows.len()];
        let is_open = |row: &Row<String>| row.structured().is_some_and(|ty| ty.is_open);
        let rows = table.rows.iter().enumerate().filter(|(_, row)| is_open(row) && self.profile != Profile::Tolerant);
        for index in rows.flat_map(|(index, _)| std::iter::once(index).chain(bases(table, index))) {
            if let Some(is_later) = are_later.get_mut(index) {
                *is_later = true;
            }
        }
        are_later
    }

    /// Lets the types at `bases` know that `row`, which derives from them in one of the schemas, is another in the
    /// other one.
    fn tell(&mut self, row: &Row<String>, bases: impl Iterator<Item = usize>) {
        let Some(ty) = row.structured() else { return };
        for base in bases {
            self.rows[base].widen(Some(&ty.own));
        }
    }
}

impl Differs {
    /// Members that come before a tag may be one of `members`, or any.
    fn widen(&mut self, members: Option<&[Member<String>]>) {
        let Likeness::Except(Names { late, .. }) = &mut self.likeness else { return };
        match (members, late) {
            (Some(members), Late::Some(names)) => names.extend(members.iter().map(|member| member.name.clone())),
            (None, late) => *late = Late::All,
            (Some(_), Late::All) => {}
        }
    }
}

/// Whether types derive from each row.
fn has_derived(table: &Table<String>) -> Vec<bool> {
    let mut has_derived = vec![false; table.rows.len()];
    for base in table.rows.iter().filter_map(|row| row.structured()?.base) {
        if let Some(has_derived) = has_derived.get_mut(usize::from(base)) {
            *has_derived = true;
        }
    }
    has_derived
}

/// What the type at `index` derives from.
fn bases(table: &Table<String>, index: usize) -> impl Iterator<Item = usize> {
    let base = |index: &usize| table.rows.get(*index)?.structured()?.base.map(usize::from);
    std::iter::successors(base(&index), base)
}

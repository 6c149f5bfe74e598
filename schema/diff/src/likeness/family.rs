//! What the types that derive from a type have to do with it: members that come before their object's tag are read as what those
//! declare.

use odatype_table::{Body, Late, Likeness, Member, Names, Row, Shape, Table, ValueType};

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
        for (index, row) in old.rows.iter().enumerate() {
            if self.twins[index].is_some_and(|twin| had[index] != has[usize::from(twin)]) {
                self.rows[index].widen(None);
            }
            if self.rows[index].itself {
                self.tell(row, bases(old, index));
            }
        }
        for (index, row) in new.rows.iter().enumerate() {
            if back[index].is_none_or(|old| self.rows[old].itself) {
                self.tell(row, bases(new, index).into_iter().filter_map(|base| back[base]).collect());
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

    /// Lets the types at `bases` know that `row`, which derives from them in one of the schemas, is another in the other one.
    fn tell(&mut self, row: &Row<String>, bases: Vec<usize>) {
        let Some(ty) = row.structured() else { return };
        for base in bases {
            self.rows[base].widen(if ty.is_open { None } else { Some(&ty.own) });
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
fn bases(table: &Table<String>, index: usize) -> Vec<usize> {
    let base = |index: &usize| table.rows.get(*index)?.structured()?.base.map(usize::from);
    std::iter::successors(base(&index), base).collect()
}

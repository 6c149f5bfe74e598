//! Rows from text; the form is told in the module `field`.

mod constraint;
mod problem;

use crate::{
    Access, Body, Constraints, Enumeration, Member, Place, Row, Structured, StructuredKind,
    field::{self, kind},
};
use constraint::{between_commas, constraints, dynamic, types};
pub use problem::ReadError;
use problem::{Read, at, next, number};

/// The first line of a row: enough to know a type by, without reading what it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head<'t> {
    /// What the row describes.
    pub kind: HeadKind,
    /// See [`Row::name`].
    pub name: &'t str,
    /// See [`Row::versions`]: they stand between commas.
    pub versions: &'t str,
    /// See [`Structured::base`].
    pub base: Option<u16>,
    /// See [`Structured::is_abstract`].
    pub is_abstract: bool,
    /// See [`Structured::is_open`].
    pub is_open: bool,
    /// See [`Enumeration::is_exhaustive`].
    pub is_exhaustive: bool,
}

/// What a row describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadKind {
    /// A structured type.
    Structured(StructuredKind),
    /// An enumeration type, the members of which are combined or not.
    Enumeration {
        /// Whether they are.
        is_flags: bool,
    },
    /// What an untyped place may hold.
    Union,
}

impl<'t> Head<'t> {
    /// The first line of the row that `text` is.
    ///
    /// # Errors
    /// If it is not what [`Row::to_text`] begins with.
    pub fn read(text: &'t str) -> Result<Self, ReadError> {
        let line = text.split('\n').next().unwrap_or("");
        Self::of_line(line).map_err(at(1))
    }

    fn of_line(line: &'t str) -> Read<Self> {
        let mut fields = line.split('\t');
        let kind = head_kind(next(&mut fields, "a kind of row")?);
        let name = next(&mut fields, "a qualified name")?;
        let base = next(&mut fields, "a base or `-`").and_then(base)?;
        let flags = next(&mut fields, "flags or `-`")?;
        let (is_abstract, is_open) = (flags.contains(field::ABSTRACT), flags.contains(field::OPEN));
        let is_exhaustive = flags.contains(field::EXHAUSTIVE);
        let versions = fields.next().unwrap_or("");
        Ok(Self { kind: kind?, name, versions, base, is_abstract, is_open, is_exhaustive })
    }

    /// [`Self::versions`], one by one.
    pub fn each_version(&self) -> impl DoubleEndedIterator<Item = &'t str> + use<'t> {
        between_commas(self.versions)
    }
}

impl<'t> Row<&'t str> {
    /// The row that `text` is.
    ///
    /// # Errors
    /// If `text` is not what [`Row::to_text`] writes.
    pub fn read(text: &'t str) -> Result<Self, ReadError> {
        let head = Head::read(text)?;
        let Head { kind, name, base, is_abstract, is_open, is_exhaustive, .. } = head;
        let mut lines = (2..).zip(text.split('\n').skip(1));
        let body = match kind {
            HeadKind::Enumeration { is_flags } => {
                let members = lines.map(|(line, text)| value(text).map_err(at(line))).collect::<Result<_, _>>()?;
                Body::Enumeration(Enumeration { is_flags, is_exhaustive, members })
            }
            HeadKind::Union => {
                Body::Union(lines.next().map_or(Ok(Vec::new()), |(line, text)| types(text).map_err(at(line)))?)
            }
            HeadKind::Structured(kind) => {
                let mut ty = Structured { kind, base, is_abstract, is_open, own: Vec::new(), dynamic: None };
                for (line, text) in lines {
                    match text.strip_prefix('\t') {
                        Some(list) => ty.dynamic = Some(dynamic(list).map_err(at(line))?),
                        None => ty.own.push(member(text).map_err(at(line))?),
                    }
                }
                Body::Structured(ty)
            }
        };
        Ok(Self { name, versions: head.each_version().collect(), body })
    }
}

fn head_kind(text: &str) -> Read<HeadKind> {
    Ok(match text {
        kind::COMPLEX => HeadKind::Structured(StructuredKind::Complex),
        kind::ENTITY => HeadKind::Structured(StructuredKind::Entity),
        kind::ACTION => HeadKind::Structured(StructuredKind::Action),
        kind::FUNCTION => HeadKind::Structured(StructuredKind::Function),
        kind::ENUM => HeadKind::Enumeration { is_flags: false },
        kind::FLAGS => HeadKind::Enumeration { is_flags: true },
        kind::UNION => HeadKind::Union,
        other => return Err(("a kind of row", other.to_owned())),
    })
}

fn base(text: &str) -> Read<Option<u16>> {
    if text == field::NONE { Ok(None) } else { number(text).map(Some) }
}

/// A member of an enumeration type.
fn value(line: &str) -> Read<(&str, i64)> {
    let (name, value) = line.split_once('\t').ok_or_else(|| ("a member and its value", line.to_owned()))?;
    Ok((name, number(value)?))
}

fn member(line: &str) -> Read<Member<&str>> {
    let mut fields = line.split('\t');
    let name = next(&mut fields, "a name")?;
    let ty = next(&mut fields, "a type")?.parse()?;
    let flags = next(&mut fields, "flags or `-`")?;
    let mut all = Constraints::default();
    constraints(&mut all, fields)?;
    Ok(Member {
        name,
        place: Place { ty, is_nullable: flags.contains(field::NULLABLE), constraints: all },
        is_required: flags.contains(field::REQUIRED),
        is_navigation: flags.contains(field::NAVIGATION),
        is_narrowed: flags.contains(field::NARROWED),
        is_unknown: flags.contains(field::UNKNOWN),
        access: access(flags),
        has_default: flags.contains(field::DEFAULT),
    })
}

fn access(flags: &str) -> Access {
    let all = [
        (field::IMMUTABLE, Access::Immutable),
        (field::COMPUTED, Access::Computed),
        (field::READ_ONLY, Access::ReadOnly),
    ];
    all.into_iter().find_map(|(flag, access)| flags.contains(flag).then_some(access)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use crate::{Body, Constraints, Digits, Pattern, Row};

    const ROWS: &[&str] = &[
        "entity\tns.base\t-\ta\nid\tString\t-",
        "complex\tns.part\t-\to\n\t#1,*String",
        "complex\tns.none\t-\to\n\t",
        "entity\tns.thing\t0\t-\nparts\t*#1\tn\tminitems=1\tmaxitems=3\nx\tString\tr\tpattern=^a=\\t$\tbacktracking=^(?=a)\tmaxlen=3\tascii=\nmany\t*#1\tnv",
        "complex\tns.numbers\t-\t-\na\tDecimal\tn\tabove=0.5\tmax=1e3\tmultiple=0.1\tmultiple=3\twhole=3\tfraction=2\ttotal=5\tsignificant=4\nb\t#5\t-\tvalues=[\"on\",\"o,\\tff\"]\nc\t#0\tn\tderived=3,0\nd\tUntyped\tn\ttypes=String,*#1\ne\tInt32\tn\tmin=-1\tbelow=7\tvalues=[]",
        "entity\tns.written\t-\t-\na\tString\tni\nb\tString\tc\nc\tString\tvs\nd\tString\tf\ne\tString\tnif",
        "flags\tns.state\t-\t-\non\t0\noff\t-1",
        "enum\tns.empty\t-\t-",
        "enum\tns.state\t-\t-\tv1_0_0\non\t0",
        "entity\tns.chain\t0\to\t-,v1_0_0,v1_10_0\nx\tString\t-",
        "action\tns.act(ns.thing)\t-\t-",
        "function\tns.find(Collection(ns.thing),text)\t-\t-\ntext\tString\tr",
        "union\tns.thing/what\t-\t-\n#3,*#1",
    ];

    #[test]
    fn what_is_read_is_written() {
        for text in ROWS {
            let row = Row::read(text).unwrap();
            assert_eq!(row.to_text(), *text);
            assert_eq!(Row::read(&row.to_text()).unwrap(), row);
        }
    }

    #[test]
    fn versions_are_names() {
        let names = |text: &str| Row::read(text).unwrap().names().map(Cow::into_owned).collect::<Vec<_>>();
        assert_eq!(names("complex\tns.T\t-\t-"), ["ns.T"]);
        assert_eq!(names("complex\tns.T\t-\t-\t-,v1_0_0"), ["ns.T", "ns.v1_0_0.T"]);
    }

    #[test]
    fn constraints_have_their_places() {
        let row = Row::read(ROWS[3]).unwrap();
        let Body::Structured(ty) = &row.body else { panic!() };
        let x = &ty.own[1];
        assert!(x.is_required && !x.place.is_nullable && !x.is_navigation && ty.own[2].is_navigation);
        let patterns = vec![Pattern { text: "^a=\\t$", is_linear: true }, Pattern { text: "^(?=a)", is_linear: false }];
        assert_eq!(
            x.place.constraints,
            Constraints { patterns, max_length: Some(3), is_ascii: true, ..Constraints::default() }
        );
        let row = Row::read(ROWS[4]).unwrap();
        let Body::Structured(ty) = &row.body else { panic!() };
        let digits = Digits { whole: Some(3), fraction: Some(2), total: Some(5), significant: Some(4) };
        assert_eq!(ty.own[0].place.constraints.digits, digits);
        assert_eq!(ty.own[1].place.constraints.allowed, Some(vec!["\"on\"", "\"o,\\tff\""]));
        assert_eq!(ty.own[4].place.constraints.allowed, Some(Vec::new()));
    }

    #[test]
    fn what_is_no_row() {
        for (text, line, found) in [
            ("", 1, "nothing"),
            ("thing\tns.T\t-\t-", 1, "thing"),
            ("complex\tns.T\tx\t-", 1, "x"),
            ("complex\tns.T\t-\t-\na\tStrin\t-", 2, "Strin"),
            ("complex\tns.T\t-\t-\na\t#x\t-", 2, "x"),
            ("complex\tns.T\t-\t-\na\tString\t-\nb\tString\t-\tmaxlen=x", 3, "x"),
            ("complex\tns.T\t-\t-\na\tString\t-\tnew=1", 2, "new"),
            ("complex\tns.T\t-\t-\na\tString\t-\tvalues={}", 2, "{}"),
            ("enum\tns.T\t-\t-\na", 2, "a"),
        ] {
            let error = Row::read(text).unwrap_err();
            assert_eq!((error.line, error.found.as_str()), (line, found), "{text:?}");
        }
    }
}

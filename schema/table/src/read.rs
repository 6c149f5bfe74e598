//! Rows from text; the form is told in the module `field`.

use std::{fmt, str::FromStr};

use odatype_json::tree;

use crate::{
    Body, Bound, Constraints, Enumeration, Listed, Member, Pattern, Place, Primitive, Row, Shape, Structured,
    StructuredKind, ValueType,
    field::{self, key, kind},
};

/// Why a text is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The line of the row, from 1.
    pub line: usize,
    /// What should be there.
    pub expected: &'static str,
    /// What is there.
    pub found: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {} of the row: expected {}, found `{}`", self.line, self.expected, self.found)
    }
}

impl std::error::Error for ReadError {}

/// What was expected, and what was found: a [`ReadError`] whose line is not known yet.
type Problem = (&'static str, String);

type Read<T> = Result<T, Problem>;

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

/// Where a problem is.
fn at(line: usize) -> impl Fn(Problem) -> ReadError {
    move |(expected, found)| ReadError { line, expected, found }
}

fn head_kind(text: &str) -> Read<HeadKind> {
    Ok(match text {
        kind::COMPLEX => HeadKind::Structured(StructuredKind::Complex),
        kind::ENTITY => HeadKind::Structured(StructuredKind::Entity),
        kind::ACTION => HeadKind::Structured(StructuredKind::Action),
        kind::ENUM => HeadKind::Enumeration { is_flags: false },
        kind::FLAGS => HeadKind::Enumeration { is_flags: true },
        kind::UNION => HeadKind::Union,
        other => return Err(("a kind of row", other.to_owned())),
    })
}

fn next<'t>(fields: &mut impl Iterator<Item = &'t str>, expected: &'static str) -> Read<&'t str> {
    fields.next().ok_or_else(|| (expected, "nothing".to_owned()))
}

fn base(text: &str) -> Read<Option<u16>> {
    if text == field::NONE { Ok(None) } else { number(text).map(Some) }
}

fn number<T: FromStr>(text: &str) -> Read<T> {
    text.parse().map_err(|_| ("a number", text.to_owned()))
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
    })
}

/// What dynamic properties may be: types, and what else must hold of each.
fn dynamic(line: &str) -> Read<Vec<Listed<&str>>> {
    let mut fields = line.split('\t');
    let types = listed(next(&mut fields, "types")?)?;
    let mut all = Constraints { types: Some(types), ..Constraints::default() };
    constraints(&mut all, fields)?;
    all.types.ok_or_else(|| ("types", line.to_owned()))
}

/// Constraints of a place, then those of the types that it lists.
fn constraints<'t>(all: &mut Constraints<&'t str>, fields: impl Iterator<Item = &'t str>) -> Read<()> {
    let mut of: Option<usize> = None;
    for field in fields {
        let (key, value) = field.split_once('=').ok_or_else(|| ("a constraint", field.to_owned()))?;
        if key == key::OF {
            of = Some(number(value)?);
            continue;
        }
        let whose = match of {
            None => &mut *all,
            Some(place) => {
                let listed = all.types.as_mut().and_then(|types| types.get_mut(place));
                &mut listed.ok_or_else(|| ("the place of a type that is listed", place.to_string()))?.constraints
            }
        };
        constraint(whose, key, value)?;
    }
    Ok(())
}

fn constraint<'t>(all: &mut Constraints<&'t str>, key: &str, value: &'t str) -> Read<()> {
    let bound = |is_exclusive| Some(Bound { value, is_exclusive });
    match key {
        key::PATTERN | key::BACKTRACKING => all.patterns.push(Pattern { text: value, is_linear: key == key::PATTERN }),
        key::MINIMUM | key::ABOVE => all.minimum = bound(key == key::ABOVE),
        key::MAXIMUM | key::BELOW => all.maximum = bound(key == key::BELOW),
        key::MULTIPLE => all.multiples.push(value),
        key::MIN_ITEMS => all.min_items = Some(number(value)?),
        key::MAX_ITEMS => all.max_items = Some(number(value)?),
        key::MAX_LENGTH => all.max_length = Some(number(value)?),
        key::WHOLE => all.digits.whole = Some(number(value)?),
        key::FRACTION => all.digits.fraction = Some(number(value)?),
        key::TOTAL => all.digits.total = Some(number(value)?),
        key::SIGNIFICANT => all.digits.significant = Some(number(value)?),
        key::ASCII => all.is_ascii = true,
        key::VALUES => all.allowed = Some(scalars(value)?),
        key::DERIVED => all.derived = Some(between_commas(value).map(number).collect::<Read<_>>()?),
        key::TYPES => all.types = Some(listed(value)?),
        other => return Err(("a constraint that is known", other.to_owned())),
    }
    Ok(())
}

/// The texts of the items of a JSON array of scalars.
fn scalars(text: &str) -> Read<Vec<&str>> {
    let problem = || ("a JSON array of scalars", text.to_owned());
    let tree::Kind::Array(items) = tree::parse(text).map_err(|_| problem())?.kind else { return Err(problem()) };
    items.iter().map(|item| text.get(item.start..item.end).ok_or_else(problem)).collect()
}

fn types(text: &str) -> Read<Vec<ValueType>> {
    between_commas(text).map(str::parse).collect()
}

fn listed(text: &str) -> Read<Vec<Listed<&str>>> {
    Ok(types(text)?.into_iter().map(Listed::from).collect())
}

/// What stands between commas; nothing in an empty text.
fn between_commas(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(',').filter(|part| !part.is_empty())
}

impl FromStr for ValueType {
    type Err = Problem;

    /// As a row's text has it: `*#4`, `String`.
    fn from_str(text: &str) -> Read<Self> {
        let (is_collection, item) = match text.strip_prefix(field::COLLECTION) {
            Some(item) => (true, item),
            None => (false, text),
        };
        let shape = match item.strip_prefix(field::INDEX) {
            Some(index) => Shape::Declared(number(index)?),
            None => Shape::Primitive(Primitive::from_name(item).ok_or_else(|| ("a type", text.to_owned()))?),
        };
        Ok(Self { is_collection, shape })
    }
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
        "flags\tns.state\t-\t-\non\t0\noff\t-1",
        "enum\tns.empty\t-\t-",
        "enum\tns.state\t-\t-\tv1_0_0\non\t0",
        "entity\tns.chain\t0\to\t-,v1_0_0,v1_10_0\nx\tString\t-",
        "action\tns.act(ns.thing)\t-\t-",
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

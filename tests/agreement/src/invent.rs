//! Payloads made for a table: mostly such as fit it.

use fastrand::Rng;
use odatype_table::{Body, Enumeration, Family, Primitive, Shape, StructuredKind, Table, ValueType};

use crate::{
    json::Json,
    mutate::{NUMBERS, TEXTS, anything, spell},
    random::{one_in, pick},
};

/// Makes payloads for the types of a table.
#[derive(Debug)]
pub struct Inventor<'t> {
    table: &'t Table<String>,
    /// Names of types, members and enumeration members of the table.
    pub words: Vec<String>,
    /// For each row the rows that derive from it.
    descendants: Vec<Vec<usize>>,
}

impl<'t> Inventor<'t> {
    /// One for `table`.
    #[must_use]
    pub fn new(table: &'t Table<String>) -> Self {
        let mut words = table.outside.clone();
        words.extend(table.definitions.iter().map(|(name, _)| name.clone()));
        let mut descendants = vec![Vec::new(); table.rows.len()];
        for (index, row) in table.rows.iter().enumerate() {
            words.push(row.name.clone());
            match &row.body {
                Body::Structured(ty) => {
                    words.extend(ty.own.iter().map(|member| member.name.clone()));
                    let mut base = ty.base;
                    while let Some(above) = base {
                        descendants[usize::from(above)].push(index);
                        base = table.rows[usize::from(above)].structured().and_then(|ty| ty.base);
                    }
                }
                Body::Enumeration(ty) => words.extend(ty.members.iter().map(|(name, _)| name.clone())),
                Body::Union(_) => {}
            }
        }
        Self { table, words, descendants }
    }

    /// The names of all structured types and bodies of actions.
    #[must_use]
    pub fn targets(&self) -> Vec<&'t str> {
        self.table.rows.iter().filter(|row| row.structured().is_some()).map(|row| row.name.as_str()).collect()
    }

    /// A payload of the row named `name`; half of them have all that one who makes such objects must give.
    #[must_use]
    pub fn body(&self, name: &str, rng: &mut Rng) -> Json {
        match self.table.rows.iter().position(|row| row.name == name) {
            Some(index) => self.object(index, rng, 3),
            None => anything(rng, 3),
        }
    }

    /// An object for a place of the type `declared`: of the type itself or of one that derives from it.
    fn object(&self, declared: usize, rng: &mut Rng, depth: usize) -> Json {
        let Some(ty) = self.table.rows[declared].structured() else { return anything(rng, 1) };
        let derived = &self.descendants[declared];
        let of_derived = !derived.is_empty() && (ty.is_abstract || one_in(rng, 3));
        let index = if of_derived { *pick(rng, derived) } else { declared };
        let mut members = Vec::new();
        let mut places = Vec::new();
        let (mut next, mut is_open) = (Some(index), false);
        while let Some(ty) = next.and_then(|index| self.table.rows[index].structured()) {
            places.extend(ty.own.iter().map(|member| (member, ty.needs(member))));
            is_open |= ty.is_open;
            next = ty.base.map(usize::from);
        }
        // Types with hundreds of members would make a payload of nothing else.
        let rare = (places.len() / 6).max(2);
        // Most have all that who makes such an object must give, as long as that ends.
        let is_whole = !one_in(rng, 4);
        for (member, is_needed) in places {
            let ends = depth > 0 || matches!(member.place.ty.shape, Shape::Primitive(_));
            let is_given = member.is_required || is_whole && is_needed && ends;
            let is_wanted = if is_given { !one_in(rng, 12) } else { depth > 0 && one_in(rng, rare) };
            if is_wanted {
                let value = self.value(member.place.ty, member.place.is_nullable, rng, depth.saturating_sub(1));
                members.push((member.name.clone(), value));
            }
        }
        if (index != declared || one_in(rng, 3)) && ty.kind != StructuredKind::Action {
            let name = &self.table.rows[index].name;
            let tag = if one_in(rng, 10) { spell(name, rng) } else { format!("#{name}") };
            let place = if one_in(rng, 3) { rng.usize(..=members.len()) } else { 0 };
            members.insert(place, ("@odata.type".to_owned(), Json::Text(tag)));
        }
        if is_open && one_in(rng, 4) {
            let value = if one_in(rng, 2) { self.any_object(rng, depth) } else { anything(rng, 1) };
            members.push(("custom".to_owned(), value));
        }
        Json::Object(members)
    }

    /// An object of any type, tagged mostly.
    fn any_object(&self, rng: &mut Rng, depth: usize) -> Json {
        let index = rng.usize(..self.table.rows.len());
        if depth == 0 || self.table.rows[index].structured().is_none_or(|ty| ty.kind == StructuredKind::Action) {
            return anything(rng, 1);
        }
        let mut object = self.object(index, rng, depth - 1);
        if let Json::Object(members) = &mut object
            && !members.iter().any(|(name, _)| name == "@odata.type")
            && !one_in(rng, 4)
        {
            members.insert(0, ("@odata.type".to_owned(), Json::Text(format!("#{}", self.table.rows[index].name))));
        }
        object
    }

    fn value(&self, ty: ValueType, is_nullable: bool, rng: &mut Rng, depth: usize) -> Json {
        if one_in(rng, if is_nullable { 8 } else { 24 }) {
            return Json::Null;
        }
        if ty.is_collection {
            return Json::Array((0..rng.usize(..4)).map(|_| self.item(ty.shape, rng, depth)).collect());
        }
        self.item(ty.shape, rng, depth)
    }

    fn item(&self, shape: Shape, rng: &mut Rng, depth: usize) -> Json {
        let index = match shape {
            Shape::Primitive(primitive) => return self.primitive(primitive, rng, depth),
            Shape::Declared(index) => usize::from(index),
        };
        match &self.table.rows[index].body {
            Body::Structured(_) => self.object(index, rng, depth),
            Body::Enumeration(ty) => enumeration(ty, rng),
            Body::Union(alternatives) => match alternatives.as_slice() {
                [] => anything(rng, 1),
                alternatives if depth > 0 => self.value(*pick(rng, alternatives), true, rng, depth - 1),
                _ => Json::Null,
            },
        }
    }

    fn primitive(&self, primitive: Primitive, rng: &mut Rng, depth: usize) -> Json {
        let texts: &[&str] = match primitive {
            Primitive::Boolean => return Json::Boolean(rng.bool()),
            Primitive::Byte | Primitive::SByte | Primitive::Int16 | Primitive::Int32 => {
                return Json::number(pick::<&str>(rng, &NUMBERS[..9]));
            }
            Primitive::Int64 | Primitive::Decimal | Primitive::Single | Primitive::Double if !one_in(rng, 3) => {
                return Json::number(pick::<&str>(rng, &NUMBERS[..21]));
            }
            Primitive::Int64 => &["5", "-9223372036854775808"],
            Primitive::Decimal | Primitive::Single | Primitive::Double => &["INF", "-INF", "NaN"],
            Primitive::String => &TEXTS,
            Primitive::Date => &["2026-11-22", "2024-02-29", "-0001-12-31"],
            Primitive::DateTimeOffset => &["2026-11-22T17:51:00Z", "0001-01-01T00:00:00+14:00"],
            Primitive::TimeOfDay => &["07:59:59.999", "23:59"],
            Primitive::Duration => &["PT22S", "-P1DT2H"],
            Primitive::Guid => &["11111111-2222-3333-4444-555555555555", "ABCDEF00-2222-3333-4444-555555555555"],
            Primitive::Binary => &["T0RhdGE", "T0RhdGE=", ""],
            Primitive::Untyped | Primitive::ComplexType | Primitive::EntityType if !one_in(rng, 3) => {
                return if one_in(rng, 4) {
                    Json::Array(vec![self.any_object(rng, depth), self.any_object(rng, depth)])
                } else {
                    self.any_object(rng, depth)
                };
            }
            other if other.family() == Family::Geo => return geography(rng),
            _ => return anything(rng, 2),
        };
        Json::text(pick::<&str>(rng, texts))
    }
}

/// A position, a line, or nothing that is either.
fn geography(rng: &mut Rng) -> Json {
    let kinds = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "Circle"];
    let kind = rng.usize(..kinds.len());
    let position = || Json::Array(vec![Json::number("1"), Json::number("2.5")]);
    let depth = if one_in(rng, 6) { rng.usize(..4) } else { [0, 1, 2, 1, 2, 3, 0][kind] };
    let mut coordinates = position();
    for _ in 0..depth {
        coordinates = Json::Array(vec![coordinates.clone(), coordinates.clone(), coordinates.clone(), coordinates]);
    }
    Json::Object(vec![("type".to_owned(), Json::text(kinds[kind])), ("coordinates".to_owned(), coordinates)])
}

fn enumeration(ty: &Enumeration<String>, rng: &mut Rng) -> Json {
    if ty.members.is_empty() {
        return Json::text("unheard");
    }
    let member = |rng: &mut Rng| pick(rng, &ty.members).0.clone();
    let text = match rng.usize(..10) {
        0 => "unheard".to_owned(),
        1 => format!("{}, {}", member(rng), member(rng)),
        2 => member(rng).to_uppercase(),
        3 => rng.i32(-2..6).to_string(),
        _ => member(rng),
    };
    Json::Text(text)
}

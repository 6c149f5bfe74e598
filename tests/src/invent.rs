//! Payloads made for a schema: mostly such as fit it.

use odatype_schema::model::{EnumType, Model, Primitive, QualifiedName, TypeName, TypeRef};

use crate::{
    json::Json,
    mutate::{NUMBERS, TEXTS, anything, spell},
    random::Random,
};

/// Makes payloads for the types of a model.
#[derive(Debug)]
pub struct Inventor<'m> {
    model: &'m Model,
    /// Names of types, members and enum members of the model.
    pub words: Vec<String>,
}

impl<'m> Inventor<'m> {
    /// One for `model`.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let types = model.structured.keys().map(ToString::to_string);
        let properties = model.structured.values().flat_map(|ty| &ty.properties).map(|property| property.name.clone());
        let members = model.enums.values().flat_map(|ty| &ty.members).map(|member| member.name.clone());
        Self { model, words: types.chain(properties).chain(members).collect() }
    }

    /// A payload of the type, or for the action, that decoding by name knows as `name`.
    #[must_use]
    pub fn body(&self, name: &str, random: &mut Random) -> Json {
        let qualified = |name| QualifiedName::parse(name).filter(|name| self.model.structured.contains_key(name));
        if let Some(name) = qualified(name) {
            return self.object(&name, random, 3);
        }
        let action = name.split_once('(').map_or(name, |(action, _)| action);
        let overloads = QualifiedName::parse(action).and_then(|action| self.model.actions.get(&action));
        let Some(operation) = overloads.map(|overloads| random.pick(overloads)) else { return anything(random, 3) };
        let bound = usize::from(operation.is_bound);
        let mut members = Vec::new();
        for parameter in operation.parameters.iter().skip(bound) {
            if !random.one_in(8) {
                members.push((parameter.name.clone(), self.value(&parameter.ty, random, 3)));
            }
        }
        Json::Object(members)
    }

    /// An object for a place of the type `declared`: of the type itself or of one that derives from it.
    fn object(&self, declared: &QualifiedName, random: &mut Random, depth: usize) -> Json {
        let descendants = self.model.descendants(declared);
        let is_abstract = self.model.structured.get(declared).is_some_and(|ty| ty.is_abstract);
        let name = if !descendants.is_empty() && (is_abstract || random.one_in(3)) {
            (*random.pick(&descendants)).clone()
        } else {
            declared.clone()
        };
        let mut members = Vec::new();
        let properties = self.model.properties_of(&name);
        // Types with hundreds of properties would make a payload of nothing else.
        let rare = (properties.len() / 6).max(2);
        for property in properties {
            if depth == 0 || !random.one_in(rare) {
                continue;
            }
            members.push((property.name.clone(), self.value(&property.ty, random, depth - 1)));
        }
        if name != *declared || random.one_in(3) {
            let tag = if random.one_in(10) { spell(name.as_str(), random) } else { format!("#{name}") };
            let place = if random.one_in(3) { random.below(members.len() + 1) } else { 0 };
            members.insert(place, ("@odata.type".to_owned(), Json::Text(tag)));
        }
        if self.model.is_open(&name) && random.one_in(4) {
            members.push(("custom".to_owned(), anything(random, 1)));
        }
        Json::Object(members)
    }

    fn value(&self, ty: &TypeRef, random: &mut Random, depth: usize) -> Json {
        if random.one_in(12) {
            return Json::Null;
        }
        if ty.collection {
            return Json::Array((0..random.below(3)).map(|_| self.item(&ty.name, random, depth)).collect());
        }
        self.item(&ty.name, random, depth)
    }

    fn item(&self, name: &TypeName, random: &mut Random, depth: usize) -> Json {
        let name = match name {
            TypeName::Primitive(primitive) => return self.primitive(*primitive, random, depth),
            TypeName::Named(name) => name,
        };
        if let Some(ty) = self.model.enums.get(name) {
            return enumeration(ty, random);
        }
        if let Some(definition) = self.model.definitions.get(name) {
            return self.value(&definition.underlying, random, depth);
        }
        self.object(name, random, depth)
    }

    fn primitive(&self, primitive: Primitive, random: &mut Random, depth: usize) -> Json {
        let texts: &[&str] = match primitive {
            Primitive::Boolean => return Json::Boolean(random.one_in(2)),
            Primitive::Byte | Primitive::SByte | Primitive::Int16 | Primitive::Int32 => {
                return Json::number(random.pick::<&str>(&NUMBERS[..9]));
            }
            Primitive::Int64 | Primitive::Decimal | Primitive::Single | Primitive::Double if !random.one_in(3) => {
                return Json::number(random.pick::<&str>(&NUMBERS[..21]));
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
            Primitive::Untyped if random.one_in(2) && depth > 0 => {
                let names: Vec<&QualifiedName> = self.model.structured.keys().collect();
                let item = |random: &mut Random| {
                    let name = random.pick::<&QualifiedName>(&names);
                    self.object(name, random, depth - 1)
                };
                return if random.one_in(3) { Json::Array(vec![item(random), item(random)]) } else { item(random) };
            }
            other if other.name().starts_with("Geo") => {
                return Json::Object(vec![("type".to_owned(), Json::text("Point"))]);
            }
            _ => return anything(random, 2),
        };
        Json::text(random.pick::<&str>(texts))
    }
}

fn enumeration(ty: &EnumType, random: &mut Random) -> Json {
    let member = |random: &mut Random| random.pick(&ty.members).name.clone();
    let text = match random.below(8) {
        0 => "unheard".to_owned(),
        1 => format!("{}, {}", member(random), member(random)),
        2 => member(random).to_uppercase(),
        _ => member(random),
    };
    Json::Text(text)
}

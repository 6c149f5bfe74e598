//! Places, and the schema that says pairs of rules in them.

use serde_json::{Map, Value as Json, json};

use super::{carrier::Carrier, rule::Rule};

/// What kind of place a value stands in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Property,
    Item,
    Parameter,
}

/// Who says a rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Site {
    Definition,
    Itself,
    Overlay,
}

/// A place with two rules.
pub(super) struct Place<'c> {
    pub(super) carrier: &'c Carrier,
    pub(super) kind: Kind,
    pub(super) rules: [(Site, &'c Rule); 2],
}

/// All places of `kind` for `carrier`: every pair of rules at every pair of sites.
pub(super) fn all(carrier: &Carrier, kind: Kind) -> Vec<Place<'_>> {
    use Site::{Definition, Itself, Overlay};
    let mut places = Vec::new();
    for first in &carrier.rules {
        for second in &carrier.rules {
            for sites in [(Definition, Itself), (Definition, Overlay), (Itself, Overlay)] {
                let place = Place { carrier, kind, rules: [(sites.0, first), (sites.1, second)] };
                if place.can_be_said() {
                    places.push(place);
                }
            }
        }
    }
    places
}

impl Place<'_> {
    fn can_be_said(&self) -> bool {
        let says = |site: Site| self.rules.iter().filter(move |(at, _)| *at == site).map(|(_, rule)| *rule);
        if says(Site::Definition).next().is_some() && !self.carrier.is_defined {
            return false;
        }
        // An overlay names parameters by paths, which have no facets.
        if self.kind == Kind::Parameter && says(Site::Overlay).any(Rule::is_facet) {
            return false;
        }
        // Precision and Scale of the metadata and of an overlay are joined into one pair, where one pair says both.
        let numeric = |rule: &Rule| rule.says.iter().any(|(key, _)| *key == "$Scale" || *key == "$Precision");
        let (of_itself, of_overlay) = (says(Site::Itself).any(numeric), says(Site::Overlay).any(numeric));
        !(of_itself && of_overlay) || self.scale(Site::Itself) == self.scale(Site::Overlay)
    }

    /// What kind of scale is said.
    fn scale(&self, at: Site) -> Option<String> {
        let (_, rule) = self.rules.iter().find(|(site, _)| *site == at)?;
        let (_, scale) = rule.says.iter().find(|(key, _)| *key == "$Scale")?;
        Some(if scale.is_number() { "a number".to_owned() } else { scale.to_string() })
    }

    /// For messages.
    pub(super) fn name(&self) -> String {
        let [first, second] = self.rules.map(|(site, rule)| format!("{site:?} {}", rule.name()));
        format!("{} {:?}, {first}; {second}", self.carrier.name, self.kind)
    }

    fn said(&self, at: Site) -> Map<String, Json> {
        let said = self.rules.iter().filter(|(site, _)| *site == at).flat_map(|(_, rule)| &rule.says);
        said.map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
    }
}

/// The members of the namespace `ns` and of the overlay for `places`, all of one kind: the place at `i` is `p<i>` of
/// `ns.T`, or a parameter of `ns.act`.
pub(super) fn schema(places: &[&Place<'_>]) -> (String, String) {
    let mut schema = Map::new();
    let (mut own, mut over, mut parameters, mut annotations) = (Map::new(), Map::new(), Vec::new(), Map::new());
    schema.insert("Color".to_owned(), json!({"$Kind": "EnumType", "Red": 0, "Green": 1, "Blue": 2}));
    for (index, place) in places.iter().enumerate() {
        let (name, definition) = (format!("p{index}"), place.said(Site::Definition));
        let mut ty = place.carrier.csdl.to_owned();
        if !definition.is_empty() {
            let mut members = definition;
            members.insert("$Kind".to_owned(), json!("TypeDefinition"));
            members.insert("$UnderlyingType".to_owned(), json!(ty));
            schema.insert(format!("D{index}"), Json::Object(members));
            ty = format!("ns.D{index}");
        }
        let with = |site: Site| {
            let mut members = place.said(site);
            members.insert("$Type".to_owned(), json!(ty));
            if place.kind == Kind::Item {
                members.insert("$Collection".to_owned(), json!(true));
            }
            members
        };
        let mut itself = with(Site::Itself);
        if place.kind == Kind::Parameter {
            itself.insert("$Name".to_owned(), json!(name));
            itself.insert("$Nullable".to_owned(), json!(true));
            parameters.push(Json::Object(itself));
            annotations.insert(format!("ns.act()/{name}"), Json::Object(place.said(Site::Overlay)));
        } else {
            own.insert(name.clone(), Json::Object(itself));
            over.insert(name, Json::Object(with(Site::Overlay)));
        }
    }
    let mut overlay = Map::new();
    if parameters.is_empty() {
        for (types, mut members) in [(&mut schema, own), (&mut overlay, over)] {
            members.insert("$Kind".to_owned(), json!("ComplexType"));
            types.insert("T".to_owned(), Json::Object(members));
        }
    } else {
        schema.insert("act".to_owned(), json!([{"$Kind": "Action", "$Parameter": parameters}]));
        annotations.retain(|_, said| said.as_object().is_some_and(|said| !said.is_empty()));
        overlay.insert("$Annotations".to_owned(), Json::Object(annotations));
    }
    let inside = |members: Map<String, Json>| {
        let text = Json::Object(members).to_string();
        text[1..text.len() - 1].to_owned()
    };
    (inside(schema), inside(overlay))
}

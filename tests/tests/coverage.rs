//! Every element and attribute of CSDL, and what comes of it: `tests/coverage/rows.txt` says it, `docs/coverage.md` is
//! printed from that, and each row is held true by two documents that differ in just this, in both representations.
//!
//! `ODATYPE_BLESS=1` writes down what comes of each row now, and the page; look at the differences.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::PathBuf,
};

use odatype::{Schema, validate::Profile};
use odatype_codegen::{Options, Request, expand_to_string};
use odatype_json_schema::Deriver;
use odatype_schema::{Rulebook, Source, draft, write};
use odatype_table::docs::Docs;

/// What may come of an element or attribute, as rows have it.
const EFFECTS: &str = "rgsc";

/// A representation of CSDL, with the document that rows edit and the letter that marks edits of it.
struct Form {
    file: &'static str,
    base: &'static str,
    mark: char,
}

const FORMS: [Form; 2] = [
    Form { file: "base.xml", base: include_str!("../coverage/base.xml"), mark: 'x' },
    Form { file: "base.csdl.json", base: include_str!("../coverage/base.csdl.json"), mark: 'j' },
];

/// A row of the table.
struct Row<'r> {
    /// In XML, in JSON, what comes of it, remark.
    head: [&'r str; 4],
    text: &'r str,
}

impl<'r> Row<'r> {
    fn all(rows: &'r str) -> impl Iterator<Item = Self> {
        rows.split("\n\n").map(str::trim_end).filter_map(|text| {
            let head: Vec<&str> = text.strip_prefix("= ")?.lines().next()?.split(" |").map(str::trim).collect();
            Some(Self { head: head.try_into().unwrap_or_else(|_| panic!("{text}")), text })
        })
    }

    fn marked(&self, mark: &str) -> Vec<String> {
        self.text.lines().filter_map(|line| line.strip_prefix(mark)).map(|text| text.replace("\\n", "\n")).collect()
    }

    /// The document of `form` after this row's edits, if it has some for that.
    fn edited(&self, form: &Form) -> Option<String> {
        let (from, to) = (self.marked(&format!("{}- ", form.mark)), self.marked(&format!("{}+ ", form.mark)));
        assert_eq!(from.len(), to.len(), "{}", self.text);
        let mut text = form.base.to_owned();
        for (from, to) in from.iter().zip(&to) {
            assert_eq!(text.matches(from).count(), 1, "`{from}` stands in {} once\n{}", form.file, self.text);
            text = text.replacen(from, to, 1);
        }
        (!from.is_empty()).then_some(text)
    }
}

/// What is made of a document.
#[derive(Default)]
struct Made {
    /// What is told of it, without places.
    told: Vec<String>,
    model: String,
    code: String,
    json_schema: String,
    schema: Option<&'static Schema>,
}

impl Made {
    fn new(file: &str, text: &str) -> Self {
        let source = || draft(&[Source { name: file.into(), text: text.to_owned().into() }], &[]);
        let planned = match Request::default().plan(source()) {
            Ok(planned) => planned,
            Err(refused) => {
                let told = refused.problems.iter().map(|problem| unplaced(&problem.to_string())).collect();
                return Self { told, ..Self::default() };
            }
        };
        let model = source().whole().unwrap();
        let options = Options { runtime: "::odatype".parse().unwrap_or_default(), docs: false, files: Vec::new() };
        let expansion = expand_to_string(&planned.plan, &options, "").unwrap();
        let book = Rulebook::new(&model).unwrap();
        let (schema, docs) = (Schema::leaked(book.table()), book.docs());
        let deriver = Deriver::new(book.table()).with_docs(docs.iter().map(|text| Docs::read(text)).collect());
        let profiles = [odatype_table::Profile::Tolerant, odatype_table::Profile::Strict];
        Self {
            told: planned.warnings.iter().map(|warning| unplaced(&warning.to_string())).collect(),
            model: write(&model),
            // The schema itself stands before the first module.
            code: expansion[expansion.find("\npub mod ").unwrap_or(0)..].to_owned(),
            json_schema: profiles.map(|profile| deriver.schema_document(profile).to_string()).concat(),
            schema: Some(schema),
        }
    }

    /// Whether `payload` is valid, if there is a schema that has its type.
    fn takes(&self, payload: &str) -> Option<bool> {
        let (ty, json) = payload.split_once(' ')?;
        Some(self.schema?.validate(ty, json.as_bytes(), Profile::Strict).ok()?.is_valid())
    }

    /// What comes of the difference between this and `other`.
    fn effects(&self, other: &Self, payloads: &[String]) -> String {
        if other.schema.is_none() {
            // That it is refused says nothing of what it would have been.
            return "r---".to_owned();
        }
        let differs = |is: bool, letter: char| if is { letter } else { '-' };
        let mut letters = EFFECTS.chars();
        let mut next = |is| differs(is, letters.next().unwrap());
        [
            next(self.told != other.told || self.model != other.model),
            next(self.code != other.code),
            next(self.json_schema != other.json_schema),
            next(payloads.iter().any(|payload| self.takes(payload) != other.takes(payload))),
        ]
        .iter()
        .collect()
    }
}

/// `message` without the place before it.
fn unplaced(message: &str) -> String {
    message.splitn(4, ':').last().unwrap_or_default().to_owned()
}

fn file(path: &str) -> PathBuf {
    odatype_tests::users::workspace().join(path)
}

/// The page.
fn page(rows: &str) -> String {
    let mut out = String::from(concat!(
        "# What of CSDL is read, and what comes of it\n\n",
        "Printed from `tests/coverage/rows.txt`; a test holds each row true with two documents that differ in just this, in XML and in\n",
        "JSON. What is not here is no CSDL 4.01, and told as a warning.\n\n",
        "- **read**: the model has it (what `odatype slice` writes, and `odatype diff` compares), or something is told of it.\n",
        "- **generated**: Rust items or their documentation depend on it.\n",
        "- **JSON Schema**: the JSON Schema depends on it.\n",
        "- **checked**: whether a payload is valid depends on it.\n",
    ));
    for block in rows.split("\n\n").map(str::trim) {
        if let Some(title) =
            block.strip_prefix("# ").filter(|_| !block.starts_with("# Each") && !block.starts_with("# What"))
        {
            write!(out, "\n## {title}\n\n| XML | JSON | read | generated | JSON Schema | checked | |\n").unwrap();
            out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
        }
        for Row { head: [xml, json, effects, remark], .. } in Row::all(block) {
            let xml = if xml == "—" { xml.to_owned() } else { format!("`{xml}`") };
            let [read, generated, schema, checked] = effects
                .chars()
                .map(|letter| if letter == '-' { "no" } else { "yes" })
                .collect::<Vec<_>>()
                .try_into()
                .unwrap();
            writeln!(out, "| {xml} | {json} | {read} | {generated} | {schema} | {checked} | {remark} |").unwrap();
        }
    }
    out
}

#[test]
fn what_comes_of_each_element_and_attribute() {
    let path = file("tests/coverage/rows.txt");
    let mut rows = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let bases = FORMS.map(|form| Made::new(form.file, form.base));
    assert_eq!(bases[0].model, bases[1].model, "the two documents say the same");
    assert!(bases.iter().all(|base| base.told.is_empty() && base.schema.is_some()), "{:?}", bases[0].told);
    let (mut wrong, mut blessed) = (Vec::new(), Vec::new());
    for row in Row::all(&rows) {
        let payloads = row.marked("p ");
        let mut models = Vec::new();
        for (form, base) in FORMS.iter().zip(&bases) {
            let Some(edited) = row.edited(form) else { continue };
            let made = Made::new(form.file, &edited);
            let found = base.effects(&made, &payloads);
            if found != row.head[2] {
                wrong.push(format!("{} comes of it in {}, told {:?}:\n{}", found, form.file, made.told, row.text));
                blessed.push((
                    row.text.to_owned(),
                    row.text.replacen(&format!("| {} |", row.head[2]), &format!("| {found} |"), 1),
                ));
            }
            let part = row.marked("t ").pop();
            let is_told = made.told.iter().all(|told| part.as_deref().is_some_and(|part| told.contains(part)));
            if !is_told || part.is_some() && made.told.is_empty() {
                wrong.push(format!("{:?} is told of it in {}:\n{}", made.told, form.file, row.text));
            }
            models.push((made.model, made.told.is_empty()));
        }
        if let [(xml, true), (json, true)] = models.as_slice()
            && xml != json
        {
            wrong.push(format!("the two edited documents do not say the same:\n{}", row.text));
        }
    }
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        for (from, to) in blessed {
            rows = rows.replacen(&from, &to, 1);
        }
        fs::write(&path, &rows).unwrap();
        fs::write(file("docs/coverage.md"), page(&rows)).unwrap();
    }
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n\n"));
    let stale = fs::read_to_string(file("docs/coverage.md")).unwrap_or_default().replace("\r\n", "\n") != page(&rows);
    assert!(!stale, "docs/coverage.md is not what the rows say; write it anew with ODATYPE_BLESS=1");
}

/// Elements with their attributes, as a schema of XML in which each tag has a line of its own declares them.
#[derive(Default)]
struct Declared {
    /// Attributes by the type, group or element that has them.
    attributes: BTreeMap<String, BTreeSet<String>>,
    /// Groups of attributes by what has them.
    groups: BTreeMap<String, Vec<String>>,
    /// Elements, and their types.
    elements: BTreeSet<(String, String)>,
}

impl Declared {
    fn read(&mut self, text: &str) {
        let value = |line: &str, name: &str| {
            let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
            line[start..].split('"').next().map(|value| value.rsplit(':').next().unwrap().to_owned())
        };
        let mut owners: Vec<String> = Vec::new();
        for line in text.lines().map(str::trim) {
            let opens = !line.ends_with("/>");
            let (name, ty) = (value(line, "name"), value(line, "type"));
            let owner = owners.last().cloned().unwrap_or_default();
            if let Some(name) = name.clone().filter(|_| line.starts_with("<xs:element ")) {
                if opens {
                    owners.push(format!("={name}"));
                }
                self.elements.insert((name.clone(), ty.unwrap_or_else(|| format!("={name}"))));
            } else if line.starts_with("<xs:attribute ") {
                self.attributes.entry(owner).or_default().extend(name);
            } else if line.starts_with("<xs:attributeGroup ") && !opens {
                self.groups.entry(owner).or_default().extend(value(line, "ref"));
            } else if opens && ["<xs:complexType name", "<xs:attributeGroup "].iter().any(|tag| line.starts_with(tag)) {
                owners.push(name.unwrap());
            } else if line == "</xs:attributeGroup>"
                || line == "</xs:element>"
                || line == "</xs:complexType>" && !owner.starts_with('=')
            {
                owners.pop();
            }
        }
    }

    fn of(&self, owner: &str) -> BTreeSet<String> {
        let mut found = self.attributes.get(owner).cloned().unwrap_or_default();
        for group in self.groups.get(owner).into_iter().flatten() {
            found.extend(self.of(group));
        }
        found
    }
}

#[odatype_data::test]
fn nothing_of_the_standard_is_missing() {
    let data = odatype_data::folder!();
    let rows = fs::read_to_string(file("tests/coverage/rows.txt")).unwrap();
    let mut listed: BTreeSet<(String, String)> = BTreeSet::new();
    let mut members = BTreeSet::new();
    for Row { head: [xml, json, ..], .. } in Row::all(&rows).filter(|row| !row.head[0].contains(" in ")) {
        let (element, attributes) = xml.split_once(' ').unwrap_or((xml, ""));
        let element = element.trim_start_matches("edmx:");
        listed.insert((element.to_owned(), String::new()));
        listed.extend(attributes.split(", ").map(|attribute| (element.to_owned(), attribute.to_owned())));
        members.extend(json.split('`').filter(|name| name.starts_with('$')).map(str::to_owned));
    }
    let mut declared = Declared::default();
    for name in ["edm.xsd", "edmx.xsd"] {
        declared.read(&fs::read_to_string(data.join("spec").join(name)).unwrap());
    }
    let mut missing = Vec::new();
    for (element, ty) in &declared.elements {
        if !listed.iter().any(|(known, _)| known == element) {
            missing.push(element.clone());
        }
        for attribute in declared.of(ty) {
            // What may stand in an annotation as an attribute may stand so in these two as well.
            let host =
                if ["PropertyValue", "LabeledElement"].contains(&element.as_str()) { "Annotation" } else { element };
            let is_listed = |host: &str| listed.contains(&(host.to_owned(), attribute.clone()));
            if !is_listed(element) && !is_listed(host) {
                missing.push(format!("{element} {attribute}"));
            }
        }
    }
    let all: usize = declared.elements.iter().map(|(_, ty)| declared.of(ty).len()).sum();
    assert!(declared.elements.len() > 70 && all > 150, "{} elements, {all} attributes", declared.elements.len());
    let schema = fs::read_to_string(data.join("spec/csdl.schema.json")).unwrap();
    let names: BTreeSet<&str> =
        schema.split('"').filter(|text| text.starts_with('$') && !["$ref", "$schema", "$id"].contains(text)).collect();
    missing.extend(names.iter().filter(|name| !members.contains(**name)).map(|name| (*name).to_owned()));
    assert!(missing.is_empty(), "{missing:?}");
}

//! `odatype validate` of a small payload with large schemas.

use std::{error::Error, fmt::Write as _, fs, path::PathBuf, process::Command};

use super::{
    expand::built,
    lab::{Lab, fastest},
    subject::Subjects,
    usage::Usage,
};
use crate::row::Row;

/// The whole service, beside the one that is compiled.
const METADATA: &str = "graph-beta-2021-06.xml";
/// A payload of some 200 bytes.
const PAYLOAD: &str = r#"{"id":"1","displayName":"a name","createdDateTime":"2026-11-25T12:00:00Z","subject":"a subject that is a little longer","state":"none"}"#;

/// How many documents, of which each has so many types.
const DOCUMENTS: usize = 300;
const TYPES: usize = 60;

/// With the whole of a service, in seconds.
pub(super) fn whole_seconds(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let usage = whole(lab)?;
    let what = "`odatype validate` of a small payload with the whole of a service as XML, s";
    Ok(Row::info("", what, usage.elapsed).limits(1.0, 0.5))
}

/// The same in megabytes.
pub(super) fn whole_memory(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    Ok(Row::info("", "the same, MB", whole(lab)?.bytes / 1e6).limits(200.0, 100.0))
}

/// With several hundred documents, in seconds.
pub(super) fn many_seconds(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let (usage, size) = many(lab)?;
    let what = format!("`odatype validate` of a small payload with {DOCUMENTS} documents, {size} MB, s");
    Ok(Row::info("", what, usage.elapsed).limits(2.0, 1.0))
}

/// The same in megabytes.
pub(super) fn many_memory(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    Ok(Row::info("", "the same, MB", many(lab)?.0.bytes / 1e6).limits(400.0, 200.0))
}

fn whole(lab: &Lab) -> Result<Usage, Box<dyn Error>> {
    validate(lab, "a whole service", &[lab.metadata.with_file_name(METADATA)], "microsoft.graph.call")
}

fn many(lab: &Lab) -> Result<(Usage, u64), Box<dyn Error>> {
    let folder = lab.path("documents");
    fs::create_dir_all(&folder)?;
    let mut files = Vec::new();
    for number in 0..DOCUMENTS {
        let file = folder.join(format!("document{number}.xml"));
        fs::write(&file, document(number)?)?;
        files.push(file);
    }
    let size: u64 = files.iter().map(|file| fs::metadata(file).map(|data| data.len())).sum::<Result<u64, _>>()?;
    Ok((validate(lab, "many documents", &files, "d0.type0")?, size / 1_000_000))
}

fn validate(lab: &Lab, name: &str, schemas: &[PathBuf], ty: &str) -> Result<Usage, Box<dyn Error>> {
    let program = built(lab)?;
    lab.measure(&format!("odatype validate with {name}"), || {
        let payload = lab.path("payload.json");
        fs::write(&payload, PAYLOAD)?;
        let mut command = Command::new(&program);
        command.args(["validate", "--profile", "tolerant", "--type", ty]).arg(payload);
        for schema in schemas {
            command.arg("--schema").arg(schema);
        }
        fastest(|| Usage::of(&command))
    })
}

/// A document whose types have properties of types of other documents.
fn document(number: usize) -> Result<String, std::fmt::Error> {
    let mut out = String::from(
        r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>"#,
    );
    write!(out, r#"<Schema Namespace="d{number}" xmlns="http://docs.oasis-open.org/odata/ns/edm">"#)?;
    for ty in 0..TYPES {
        let base = if ty > 0 { format!(r#" BaseType="d{number}.type0""#) } else { String::new() };
        write!(out, r#"<ComplexType Name="type{ty}"{base} OpenType="true">"#)?;
        for property in 0..10 {
            let other = (number + property * 7 + 1) % DOCUMENTS;
            write!(out, r#"<Property Name="p{ty}_{property}" Type="d{other}.type{property}"/>"#)?;
            write!(out, r#"<Property Name="text{ty}_{property}" Type="Edm.String" MaxLength="64"/>"#)?;
        }
        out.push_str("</ComplexType>");
    }
    out.push_str("</Schema></edmx:DataServices></edmx:Edmx>");
    Ok(out)
}

//! Writes what the benchmark compares with: rivals from the same model as our types, JSON Schemas of what is checked,
//! and code that reads every declared property of our types.

#[path = "src/rival.rs"]
mod rival;
#[path = "src/touch_all.rs"]
mod touch_all;

use std::{env, error::Error, fmt::Write as _, fs, path::PathBuf};

use odatype_json_schema::{Deriver, Profile, Target};
use odatype_schema::{
    Rulebook,
    model::{Facets, Model, QualifiedName, TypeName, TypeRef},
};
use rival::{Framework, Instead, Style};

/// The JSON Schemas that rivals check with: the file's name and the target.
const CHECKED: [(&str, &str); 2] = [
    ("Notifications", "microsoft.graph.commsNotifications"),
    ("Answer", "microsoft.graph.answer(microsoft.graph.call)"),
];

/// What the payloads are, and what stands in them where anything may stand: only what these reach is written for
/// rivals.
const MEASURED: [&str; 5] = [
    "microsoft.graph.commsNotifications",
    "microsoft.graph.call",
    "microsoft.graph.participant",
    "microsoft.graph.answer(microsoft.graph.call)",
    "microsoft.graph.callRecords.callRecord",
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../schema/graph");
    let files = ["communications.csdl.json", "communications.overlay.json"].map(|file| folder.join(file));
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/rival.rs");
    println!("cargo::rerun-if-changed=src/touch_all.rs");
    let model = odatype_schema::load_files(&files[..1], &files[1..])?;
    let measured = odatype_schema::slice(&model, &MEASURED).map_err(|unknown| format!("{unknown:?}"))?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for name in ["plain", "boxed", "bare", "lossless", "by_miniserde", "by_facet"] {
        let framework = match name {
            "by_miniserde" => Framework::Miniserde,
            "by_facet" => Framework::Facet,
            _ => Framework::Serde,
        };
        let lossless = name == "lossless";
        let style = Style { framework, boxed: name != "plain", lossless, skips_absent: true, derives: "" };
        fs::write(out.join(format!("{name}.rs")), rival::source(&measured, style, &instead(name, &measured)))?;
    }
    fs::write(out.join("touch.rs"), touch_all::source(&model)?)?;
    let book = Rulebook::new(&model)?;
    let deriver = Deriver::new(book.table());
    let mut validators = String::new();
    for (name, target) in CHECKED {
        let file = out.join(format!("{name}.schema.json"));
        fs::write(&file, deriver.document(Target::parse(book.table(), target)?, Profile::Strict).to_string())?;
        let file = file.display().to_string();
        writeln!(validators, "/// What may be sent as `{target}`.")?;
        writeln!(validators, "#[jsonschema::validator(path = {file:?}, validate_formats = true)]\npub struct {name};")?;
    }
    fs::write(out.join("validators.rs"), validators)?;
    Ok(())
}

/// `resourceData` is declared as anything; a rival that knows what comes there says so. The bare one does not know what
/// our overlay adds to a call.
fn instead(name: &str, model: &Model) -> Instead {
    let resource = if name == "lossless" { "microsoft.graph.entity" } else { "microsoft.graph.call" };
    let known = QualifiedName::parse(resource).filter(|name| model.structured.contains_key(name));
    let ty = |name| TypeRef { collection: false, name: TypeName::Named(name), facets: Facets::default() };
    let mut instead = Instead::new();
    if let Some(known) = known {
        instead.insert("microsoft.graph.commsNotification/resourceData".to_owned(), Some(ty(known)));
    }
    if name == "bare" {
        instead.insert("microsoft.graph.call/applicationMetadata".to_owned(), None);
    }
    instead
}

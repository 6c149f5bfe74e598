//! Tools that are installed for the tests, once for all runs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

use serde_json::{Value, json};

const PACKAGES: [(&str, &str); 9] = [
    ("@dagrejs/dagre", "3.1.3"),
    ("@leeoniya/ufuzzy", "1.0.19"),
    ("@redocly/cli", "2.77.0"),
    ("@seriousme/openapi-schema-validator", "2.11.0"),
    ("ajv", "8.20.0"),
    ("ajv-formats", "3.0.1"),
    ("mermaid", "11.17.2"),
    ("playwright-core", "1.65.1"),
    ("vscode-json-languageservice", "5.7.2"),
];
const PYTHON: &str = "check-jsonschema==0.39.0";

/// A folder of this test's own.
pub(super) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("others").join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs a script of ours in Node with `job`, which is kept under `name`, and gives what it prints; `None` where it is
/// not there.
pub(super) fn node(script: &str, name: &str, job: &Value) -> Option<Value> {
    let modules = modules()?;
    let file = folder("jobs").join(format!("{name}.json"));
    fs::write(&file, job.to_string()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proof/others/scripts").join(script);
    let run = Command::new("node").arg(&script).arg(&file).arg(modules).output().unwrap();
    assert!(run.status.success(), "{}: {}", script.display(), String::from_utf8_lossy(&run.stderr));
    Some(serde_json::from_slice(&run.stdout).unwrap())
}

/// The folder that Node's packages are in, once for all tests.
pub(super) fn modules() -> Option<&'static Path> {
    static MODULES: OnceLock<Option<PathBuf>> = OnceLock::new();
    MODULES.get_or_init(npm).as_deref()
}

/// The browser, which comes from the system's packages.
pub(super) fn browser() -> Option<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = names.into_iter().find(|name| {
        let run = Command::new(name).arg("--version").output();
        run.is_ok_and(|output| output.status.success())
    });
    if found.is_none() {
        eprintln!("skipped: no browser is there: {}", names.join(", "));
    }
    found
}

/// Installs Node's packages, unless they are there.
fn npm() -> Option<PathBuf> {
    let folder = folder("node");
    let wanted = json!({ "private": true, "dependencies": PACKAGES.iter().copied().collect::<std::collections::BTreeMap<_, _>>() });
    let manifest = folder.join("package.json");
    let done = folder.join("done.json");
    if fs::read_to_string(&done).ok() != Some(wanted.to_string()) {
        fs::write(&manifest, wanted.to_string()).unwrap();
        let install = ["install", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000"];
        ran("npm", Command::new("npm").args(install).current_dir(&folder).output())?;
        fs::write(&done, wanted.to_string()).unwrap();
    }
    Some(folder.join("node_modules"))
}

/// The program `check-jsonschema`.
pub(super) fn check_jsonschema() -> Option<PathBuf> {
    let folder = folder("python");
    let done = folder.join("done.txt");
    if fs::read_to_string(&done).ok().as_deref() != Some(PYTHON) {
        ran("python3", Command::new("python3").args(["-m", "venv", "."]).current_dir(&folder).output())?;
        let install = ["-m", "pip", "install", "--quiet", "--retries", "0", "--timeout", "20", PYTHON];
        ran("pip", Command::new(folder.join("bin/python")).args(install).current_dir(&folder).output())?;
        fs::write(&done, PYTHON).unwrap();
    }
    Some(folder.join("bin/check-jsonschema"))
}

/// Whether it ran; if not, says so.
fn ran(what: &str, output: std::io::Result<Output>) -> Option<()> {
    let reason = match output {
        Ok(output) if output.status.success() => return Some(()),
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    eprintln!("skipped: `{what}` cannot be run: {}", reason.trim());
    None
}

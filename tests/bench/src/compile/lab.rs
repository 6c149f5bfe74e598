//! The place where crates are written and compiled: each measurement once, one at a time.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use odatype_schema::model::Model;

use super::usage::Usage;

/// How a crate is compiled.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mode {
    /// `cargo check`.
    Check,
    /// `cargo build`.
    Debug,
    /// `cargo build --release`.
    Release,
}

impl Mode {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// A crate to compile.
pub(super) struct Subject {
    /// Its name.
    pub(super) name: &'static str,
    /// Its dependencies, as in a manifest.
    pub(super) dependencies: String,
    /// Its only file and what is in it.
    pub(super) file: &'static str,
    /// What is in the file while its dependencies are compiled.
    pub(super) before: &'static str,
    /// Writes what is in the file.
    pub(super) source: String,
}

/// The laboratory.
pub(super) struct Lab {
    folder: PathBuf,
    /// The workspace's folder.
    pub(super) workspace: PathBuf,
    /// The metadata of the whole service.
    pub(super) metadata: PathBuf,
    /// The same, resolved.
    pub(super) model: Model,
    done: RefCell<BTreeMap<String, Usage>>,
}

impl Lab {
    /// A laboratory beside the other artefacts of this program.
    pub(super) fn open(metadata: PathBuf) -> Result<Self, Box<dyn Error>> {
        let program = std::env::current_exe()?;
        let target = program.parent().and_then(Path::parent).ok_or("this program is in no target folder")?;
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
        let folder = target.join("bench-build");
        fs::create_dir_all(&folder)?;
        let model = odatype_schema::load_files(std::slice::from_ref(&metadata), &[])?;
        Ok(Self { folder, workspace, metadata, model, done: RefCell::default() })
    }

    /// The place of `name`.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What `run` took, said on a line; measured once for each `key`.
    pub(super) fn measure(
        &self,
        key: &str,
        run: impl FnOnce() -> Result<Usage, Box<dyn Error>>,
    ) -> Result<Usage, Box<dyn Error>> {
        if let Some(known) = self.done.borrow().get(key) {
            return Ok(*known);
        }
        eprintln!("measuring {key} …");
        let usage = run()?;
        eprintln!("  {key}: {:.1} CPU s, {:.0} MB at most", usage.seconds, usage.bytes / 1e6);
        self.done.borrow_mut().insert(key.to_owned(), usage);
        Ok(usage)
    }

    /// What compiling `subject` alone takes, its dependencies being there.
    pub(super) fn compile(&self, subject: &Subject, mode: Mode) -> Result<Usage, Box<dyn Error>> {
        self.measure(&format!("{} {}", subject.name, mode.arguments().join(" ")), || {
            self.write(subject, subject.before)?;
            self.cargo(subject.name, mode).status().map_err(Box::<dyn Error>::from).and_then(|status| {
                if status.success() {
                    Ok(())
                } else {
                    Err(format!("`{}` has dependencies that fail", subject.name).into())
                }
            })?;
            self.write(subject, &subject.source)?;
            Usage::of(&self.cargo(subject.name, mode))
        })
    }

    /// What the compiler takes for `subject` up to where all macros are expanded and all names are known.
    pub(super) fn expansion(&self, subject: &Subject) -> Result<Usage, Box<dyn Error>> {
        self.compile(subject, Mode::Check)?;
        self.measure(&format!("{} expanded", subject.name), || {
            let output = self.cargo(subject.name, Mode::Check).arg("--message-format=json").output()?;
            let library = metadata_of("odatype", &String::from_utf8(output.stdout)?)?;
            let dependencies = library.parent().unwrap_or(&library).display().to_string();
            let mut command = Command::new("rustc");
            command.args(["--edition=2024", "--crate-type=lib", "--crate-name=expanded"]);
            command.arg(format!("--emit=dep-info={}", self.path("expanded.d").display()));
            command.arg(format!("--extern=odatype={}", library.display()));
            command.arg(format!("-Ldependency={dependencies}")).arg(Path::new("src").join(subject.file));
            let folder = self.path(subject.name);
            fastest(|| Usage::of(command.current_dir(&folder).env("CARGO_MANIFEST_DIR", &folder)))
        })
    }

    /// Writes `subject` with `source`.
    pub(super) fn write(&self, subject: &Subject, source: &str) -> Result<(), Box<dyn Error>> {
        let folder = self.path(subject.name);
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n[dependencies]\n{}\n",
            subject.name, subject.dependencies
        );
        let file = folder.join("src").join(subject.file);
        if fs::read_to_string(folder.join("Cargo.toml")).ok().as_ref() != Some(&manifest) {
            fs::write(folder.join("Cargo.toml"), manifest)?;
        }
        fs::copy(self.workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        fs::write(&file, source)?;
        // What is compiled again is what is newer than what was compiled.
        fs::File::options().append(true).open(&file)?.set_modified(SystemTime::now())?;
        Ok(())
    }

    fn cargo(&self, name: &str, mode: Mode) -> Command {
        let mut command = cargo(mode.arguments(), &self.path("target"));
        command.current_dir(self.path(name));
        command
    }
}

/// How often something short is repeated; the fastest counts.
const REPEATS: usize = 3;

/// The least of some measurements.
pub(super) fn fastest(mut run: impl FnMut() -> Result<Usage, Box<dyn Error>>) -> Result<Usage, Box<dyn Error>> {
    let mut best = run()?;
    for _ in 1..REPEATS {
        let usage = run()?;
        if usage.seconds < best.seconds {
            best = usage;
        }
    }
    Ok(best)
}

/// Where cargo's `messages` say that the metadata of the library `name` is.
fn metadata_of(name: &str, messages: &str) -> Result<PathBuf, Box<dyn Error>> {
    let artefacts = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let ours = artefacts.filter(|message| message["target"]["name"] == name);
    let files = ours.flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default());
    let mut files = files.filter_map(|file| file.as_str().map(PathBuf::from));
    let found = files.find(|file| file.extension().is_some_and(|extension| extension == "rmeta"));
    found.ok_or_else(|| format!("cargo does not say where `{name}` is").into())
}

/// Cargo, quiet, without the network, with its own target folder.
pub(super) fn cargo(arguments: &[&str], target: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).args(["--quiet", "--offline"]).env("CARGO_TARGET_DIR", target);
    for inherited in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(inherited);
    }
    // As cargo compiles a dependency: without a cache for the next time, which would cost both sides about the same.
    command.env("CARGO_INCREMENTAL", "0");
    command
}

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

/// Cargo, quiet, without the network, with its own target folder.
pub(super) fn cargo(arguments: &[&str], target: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).args(["--quiet", "--offline"]).env("CARGO_TARGET_DIR", target);
    for inherited in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_INCREMENTAL"] {
        command.env_remove(inherited);
    }
    command
}

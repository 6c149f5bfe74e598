//! What the macro says of mistakes, and what the types refuse; each case shows one topic.
//!
//! After a change of messages: `TRYBUILD=overwrite cargo test -p odatype-tests --test ui`, and read them as somebody who
//! meets them for the first time.

use std::{fs, io, path::Path};

/// What is right, compiled with this test.
macro_rules! pass {
    ($($name:ident => $file:literal),+ $(,)?) => {$(
        #[path = $file]
        mod $name;

        #[test]
        fn $name() {
            $name::main();
        }
    )+};
}

pass! {
    renamed => "../ui/pass/renamed.rs",
    renamed_dependency => "../ui/pass/renamed_dependency.rs",
    several_files => "../ui/pass/several_files.rs",
}

#[test]
fn mistakes_are_explained() {
    schemas().unwrap_or_else(|error| panic!("the schemas cannot be copied: {error}"));
    let cases = trybuild::TestCases::new();
    for topic in ["arguments", "names", "schema", "misuse"] {
        cases.compile_fail(format!("ui/{topic}/*.rs"));
    }
}

/// Paths are relative to the crate's manifest, which for these cases is the one that `trybuild` writes: the schemas are
/// put beside it.
fn schemas() -> io::Result<()> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap_or(Path::new("."));
    let to = target.join("tests").join("trybuild").join(env!("CARGO_PKG_NAME")).join("ui").join("schemas");
    fs::create_dir_all(&to)?;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join("schemas"))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

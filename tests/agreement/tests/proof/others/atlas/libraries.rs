//! Libraries that the page brings.

use std::{fs, path::PathBuf};

use crate::others::tools::modules;

#[test]
fn libraries_are_what_is_published() {
    let Some(modules) = modules() else { return };
    let vendor = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema/atlas/page/vendor");
    for (ours, theirs) in [
        ("dagre.min.js", "@dagrejs/dagre/dist/dagre.min.js"),
        ("dagre.LICENSE", "@dagrejs/dagre/LICENSE"),
        ("uFuzzy.iife.min.js", "@leeoniya/ufuzzy/dist/uFuzzy.iife.min.js"),
        ("uFuzzy.LICENSE", "@leeoniya/ufuzzy/LICENSE"),
    ] {
        let text =
            |path: PathBuf| fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let published = text(modules.join(theirs));
        let lines = published.lines().filter(|line| !line.starts_with("//# sourceMappingURL="));
        assert!(lines.eq(text(vendor.join(ours)).lines()), "{ours}");
    }
}

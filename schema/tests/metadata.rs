//! The readers on whole schemas of a real service.

use std::path::PathBuf;

/// The data folder, if the environment names one; in CI it must.
fn data() -> Option<PathBuf> {
    let found = std::env::var_os("ODATYPE_DATA").map(PathBuf::from);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "ODATYPE_DATA is not set");
        println!("skipped: ODATYPE_DATA is not set");
    }
    found
}

fn metadata() -> Vec<PathBuf> {
    let Some(data) = data() else { return Vec::new() };
    let folder = std::fs::read_dir(data.join("metadata")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_file_loads_unedited() {
    for file in metadata() {
        let start = std::time::Instant::now();
        let model = odatype_schema::load_files(&[&file], &[]).unwrap_or_else(|faults| panic!("{faults}"));
        println!("{}: {:?}", file.display(), start.elapsed());
        println!(
            "{} structured, {} enums, {} actions, other {}",
            model.structured.len(),
            model.enums.len(),
            model.actions.len(),
            model.other_annotations.len()
        );
        let text = odatype_schema::write(&model);
        let source = odatype_schema::Source { name: "written.json".into(), text: text.as_str().into() };
        let again = odatype_schema::load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"));
        assert!(odatype_schema::write(&again) == text);
    }
}

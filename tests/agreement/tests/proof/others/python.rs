//! `check-jsonschema`, which is Python's `jsonschema`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use odatype_json_schema::Deriver;
use serde_json::Value;

use super::{
    sample::{PROFILES, Sample, samples},
    tools::{check_jsonschema, folder},
};
use crate::{harness::Trial, whole::schemas};

#[test]
fn says_what_ours_say() {
    let Some(program) = check_jsonschema() else { return };
    check(&program, &schemas::calls(), "calls");
    check(&program, &schemas::shapes(), "shapes");
}

/// Checks that the documents of each type are schemas, and holds payloads against some of them, which refer to others.
fn check(program: &Path, trial: &Trial, name: &str) {
    let deriver = Deriver::new(&trial.table);
    // Of few types, since the program compiles them anew each time.
    let samples = samples(trial, (2, 60), &[]);
    let mut by_type: BTreeMap<&str, Vec<&Sample>> = BTreeMap::new();
    for sample in &samples {
        by_type.entry(&sample.name).or_default().push(sample);
    }
    let folder = folder(name);
    for (which, (profile, word)) in PROFILES.into_iter().enumerate() {
        let documents = folder.join(word);
        fs::create_dir_all(&documents).unwrap();
        let write = |(name, document): (String, Value)| {
            let path = documents.join(name);
            fs::write(&path, document.to_string()).unwrap();
            path
        };
        let files: Vec<PathBuf> = deriver.schema_files(profile).into_iter().map(write).collect();
        let check = Command::new(program).arg("--check-metaschema").args(files).output().unwrap();
        assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
        for (name, samples) in &by_type {
            let mut wrong = BTreeSet::new();
            let mut payloads = Vec::new();
            for (index, sample) in samples.iter().enumerate() {
                let Some(verdicts) = sample.verdicts else { continue };
                let path = folder.join(format!("{index}.payload"));
                fs::write(&path, &sample.text).unwrap();
                if !verdicts[which] {
                    wrong.insert(path.display().to_string());
                }
                payloads.push(path);
            }
            let mut check = Command::new(program);
            check.args(["--default-filetype", "json", "--output-format", "json", "--schemafile"]);
            let check = check.arg(documents.join(format!("{name}.json"))).args(&payloads).output().unwrap();
            let said: Value = serde_json::from_slice(&check.stdout)
                .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&check.stderr)));
            assert_eq!(said["parse_errors"].as_array().map_or(0, Vec::len), 0, "{said}");
            let errors = said["errors"].as_array().unwrap().iter();
            let found: BTreeSet<String> = errors.map(|error| error["filename"].as_str().unwrap().to_owned()).collect();
            let differ = found.symmetric_difference(&wrong).take(3);
            let texts: Vec<_> = differ.map(|path| fs::read_to_string(path).unwrap()).collect();
            assert!(texts.is_empty(), "{word} {name}: {texts:#?} {said}");
            assert!(!wrong.is_empty() && wrong.len() < payloads.len(), "{word} {name}: {} are wrong", wrong.len());
        }
    }
}

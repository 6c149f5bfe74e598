//! Seeds, and what chance makes of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The seeds of a target, and the words of its dictionary.
pub struct Seeds {
    /// Each with its file.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    words: Vec<Vec<u8>>,
}

/// Those of the target `name`.
///
/// # Panics
/// If there are none.
#[must_use]
pub fn seeds(name: &str) -> Seeds {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder.join("corpus").join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no seeds of {name}");
    let files = paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    let dictionary =
        if ["csdl", "overlay", "manifest", "diff"].contains(&name) { "schema.dict" } else { "payload.dict" };
    let text = fs::read_to_string(folder.join("dictionaries").join(dictionary)).unwrap();
    let words = text.lines().filter(|line| line.starts_with('"')).map(unquoted).collect();
    Seeds { files, words }
}

/// A word as a dictionary of libFuzzer has it: in quotes, with `\\`, `\"` and `\xAB`.
fn unquoted(line: &str) -> Vec<u8> {
    let inner =
        line.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_else(|| panic!("{line}"));
    let mut bytes = inner.bytes();
    let mut word = Vec::new();
    while let Some(byte) = bytes.next() {
        word.push(match byte {
            b'\\' => match bytes.next().unwrap_or_default() {
                b'x' => {
                    let digits = [bytes.next(), bytes.next()].map(Option::unwrap_or_default);
                    u8::from_str_radix(str::from_utf8(&digits).unwrap(), 16).unwrap()
                }
                other => other,
            },
            byte => byte,
        });
    }
    word
}

impl Seeds {
    /// A seed after a few changes: bytes, words, parts of other seeds, parts twice or nowhere.
    pub fn mutated(&self, random: &mut fastrand::Rng) -> Vec<u8> {
        let mut pick = || &self.files[random.usize(..self.files.len())].1;
        let (mut bytes, other) = (pick().clone(), pick().clone());
        for _ in 0..=random.usize(..6) {
            let at = random.usize(..=bytes.len());
            let end = (at + random.usize(..24)).min(bytes.len());
            match random.u8(..8) {
                0 if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
                1 if at < bytes.len() => bytes[at] = random.u8(..),
                2 => drop(bytes.drain(at..end)),
                3 => drop(bytes.splice(at..end, other[other.len().min(at)..other.len().min(end)].to_vec())),
                4 => {
                    let part = bytes[at..end].to_vec();
                    let times = if random.u8(..16) == 0 { 300 } else { 1 };
                    bytes.splice(at..at, part.repeat(times));
                }
                5 => {
                    let from = random.usize(..=other.len());
                    let to = (from + random.usize(..60)).min(other.len());
                    bytes.splice(at..at, other[from..to].to_vec());
                }
                _ => {
                    let word = &self.words[random.usize(..self.words.len())];
                    bytes.splice(at..if random.bool() { at } else { end }, word.clone());
                }
            }
        }
        bytes
    }
}

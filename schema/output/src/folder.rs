//! Folders of files that belong together.

use std::{
    collections::HashMap,
    ffi::{OsStr, OsString},
    fs,
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    hidden::{self, Hidden},
    known::Known,
    place::{self, Place},
};

/// Where the new folder is made, beside the one that it is for.
const NEW: &str = ".odatype-new-folder";
/// Where the old one is while the new one takes its place.
const OLD: &str = ".odatype-old-folder";

/// Makes the folder at `path` one of `files`, each a name and what is in it, and of nothing else. What was there is
/// gone then, so that all of it must be files of which `is_ours` says, given what is in them, that they may go. The
/// folder, and the files that are in it again, keep what they have as in [`crate::write`]; what is new in it has what
/// the folder says.
///
/// # Errors
/// If it cannot be written, something is there that is not ours, or the folder or a file in it has what cannot be
/// kept, as in [`crate::write`]; the folder is then as it was, or still is not. Who is killed between the two moves,
/// of the old folder and of the new one, leaves both beside it, as `.odatype-old-folder` and `.odatype-new-folder`.
pub fn write_folder<'f>(
    path: &Path,
    files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
    is_ours: &dyn Fn(&[u8]) -> bool,
) -> io::Result<()> {
    let known = match fs::metadata(path) {
        Ok(_) => true,
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => false,
        Err(error) => return Err(error),
    };
    // A link stays, what it points to is replaced.
    let target = if known { fs::canonicalize(path)? } else { path.components().collect() };
    // Nobody else is at it while this is held.
    let lock = Hidden::new(&target, None)?;
    let known = known.then(|| Known::of(&target)).transpose()?;
    let mut files_known = if known.is_some() { check(&target, is_ours)? } else { HashMap::new() };
    let new = Making::new(place::folder(&target).join(NEW))?;
    // While it is empty: what is made in it has what it says, and a folder that one may not write to stays as it was.
    known.iter().try_for_each(|known| known.give_to_folder(&new.0))?;
    for (name, bytes) in files {
        let known = files_known.remove(OsStr::new(name));
        // Two names may be one where letter case does not count.
        let mut file = hidden::options(known.as_deref()).open(new.0.join(name)).map_err(|error| of(name, &error))?;
        file.write_all(bytes).map_err(|error| of(name, &error))?;
        if let Some(known) = known {
            known.give(&file).map_err(|error| in_it(OsStr::new(name), &error))?;
        }
    }
    let result = swap(&new.0, &target, known.is_some());
    drop((new, lock));
    result
}

/// Moves the new folder to its place.
fn swap(new: &Path, target: &Path, known: bool) -> io::Result<()> {
    if !known {
        return fs::rename(new, target);
    }
    let old = place::folder(target).join(OLD);
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    fs::remove_dir_all(&old)
}

/// What the files in `folder` have, by their names.
///
/// # Errors
/// If something in it may not go.
fn check(folder: &Path, is_ours: &dyn Fn(&[u8]) -> bool) -> io::Result<HashMap<OsString, Box<Known>>> {
    let mut all = HashMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !entry.file_type()?.is_file() || !is_ours(&fs::read(entry.path())?) {
            let reason = format!("`{}` in it is nothing that may be written over", name.display());
            return Err(io::Error::new(ErrorKind::InvalidInput, reason));
        }
        // As if it were written alone.
        match place::find(&entry.path()).map_err(|error| in_it(&name, &error))? {
            Place::File { known: Some(known), .. } => drop(all.insert(name, known)),
            // Somebody took it away a moment ago.
            Place::File { known: None, .. } | Place::Device => {}
        }
    }
    Ok(all)
}

fn in_it(name: &OsStr, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("`{}` in it: {error}", name.display()))
}

fn of(name: &str, error: &io::Error) -> io::Error {
    let kind = error.kind();
    io::Error::new(kind, format!("the file `{name}` cannot be made in it: {kind}"))
}

/// A folder that is gone at the end unless it took its place.
struct Making(PathBuf);

impl Making {
    fn new(path: PathBuf) -> io::Result<Self> {
        // What somebody left who was killed.
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => fs::create_dir(&path)?,
        }
        Ok(Self(path))
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        // The next who writes here tries again.
        let _: io::Result<()> = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write_folder;

    #[test]
    fn whole_or_not_at_all() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("all");
        let is_ours = |bytes: &[u8]| bytes.starts_with(b"ours");
        let names = |folder: &std::path::Path| {
            let entries = fs::read_dir(folder).unwrap();
            let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        let write = |files: &[(&'static str, &'static str)]| {
            write_folder(&folder, files.iter().map(|(name, text)| (*name, text.as_bytes())), &is_ours)
        };
        write(&[("a", "ours 1"), ("b", "ours 2")]).unwrap();
        assert_eq!(names(&folder), ["a", "b"]);
        write(&[("b", "ours 3")]).unwrap();
        assert_eq!(
            (names(&folder), fs::read_to_string(folder.join("b")).unwrap()),
            (vec!["b".into()], "ours 3".into())
        );
        // One file that cannot be written: nothing is changed.
        let error = write(&[("c", "ours"), ("c", "ours")]).unwrap_err().to_string();
        assert!(error.starts_with("the file `c` cannot be made in it"), "{error}");
        write(&[("no/such", "ours")]).unwrap_err();
        assert_eq!(names(&folder), ["b"]);
        fs::write(folder.join("mine"), "a text").unwrap();
        assert_eq!(
            write(&[("b", "ours")]).unwrap_err().to_string(),
            "`mine` in it is nothing that may be written over"
        );
        assert_eq!(names(&folder), ["b", "mine"]);
        assert_eq!(names(parent.path()), ["all"]);
        write_folder(&parent.path().join("no/folder"), [], &is_ours).unwrap_err();
    }
}

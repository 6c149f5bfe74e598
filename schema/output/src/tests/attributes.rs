//! Extended attributes and access control lists. Not every file system has them, and not every user may set each.

use std::{
    ffi::OsStr,
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::Path,
};

use super::{files, unix::said_to_nobody, write};
use crate::write_folder;

const USER: &str = "user.odatype.test";
/// Of a kind that only the system and root write.
const LABEL: &str = "security.odatype_test";
const ACCESS: &str = "system.posix_acl_access";
const DEFAULT: &str = "system.posix_acl_default";

/// An access control list as Linux keeps it, by which user 12,345 may read, and the group has the bits of `group`.
fn list(group: u16) -> Vec<u8> {
    const NOBODY: u32 = u32::MAX;
    let entries: [(u16, u16, u32); 5] =
        [(1, 6, NOBODY), (2, 4, 12_345), (4, group, NOBODY), (0x10, 4, NOBODY), (0x20, 0, NOBODY)];
    let mut bytes = 2_u32.to_le_bytes().to_vec();
    for (tag, permissions, id) in entries {
        bytes.extend([tag.to_le_bytes(), permissions.to_le_bytes()].concat());
        bytes.extend(id.to_le_bytes());
    }
    bytes
}

/// Sets an attribute; `false`, and a word why the test ends, where that is not possible.
fn set(path: &Path, name: &str, value: &[u8]) -> bool {
    let set = xattr::set(path, name, value);
    if let Err(error) = &set {
        println!("skipped: `{name}` cannot be set here: {error}");
    }
    set.is_ok()
}

fn get(path: &Path, name: &str) -> Option<Vec<u8>> {
    xattr::get(path, name).unwrap()
}

#[test]
fn are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a");
    fs::write(&file, "old").unwrap();
    if !set(&file, USER, b"value \0 of any bytes") {
        return;
    }
    write(&file, b"new").unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    assert_eq!(get(&file, USER).as_deref(), Some(&b"value \0 of any bytes"[..]));
    // One that is not there is not invented.
    xattr::remove(&file, USER).unwrap();
    write(&file, b"newer").unwrap();
    assert_eq!(get(&file, USER), None);
    assert_eq!(files(folder.path()), ["a"]);
}

#[test]
fn access_control_lists_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a");
    fs::write(&file, "old").unwrap();
    if !set(&file, ACCESS, &list(6)) {
        return;
    }
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    write(&file, b"new").unwrap();
    assert_eq!(get(&file, ACCESS), Some(list(6)));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode(), mode);
}

/// New files have the list that their folder has for them; a file that had none before has none.
#[test]
fn what_the_folder_gives_opens_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let [file, new] = ["a", "b"].map(|name| folder.path().join(name));
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    if !set(folder.path(), DEFAULT, &list(4)) {
        return;
    }
    write(&file, b"new").unwrap();
    assert_eq!(get(&file, ACCESS), None, "user 12,345 could not read it before");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    write(&new, b"new").unwrap();
    assert!(get(&new, ACCESS).is_some(), "what is new has what the folder says");
}

#[test]
fn what_cannot_be_kept_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a");
    fs::write(&file, "old").unwrap();
    if !set(&file, LABEL, b"label") {
        return;
    }
    // Root may keep it.
    write(&file, b"new").unwrap();
    assert_eq!(get(&file, LABEL).as_deref(), Some(&b"label"[..]));
    if fs::metadata(&file).unwrap().uid() != 0 {
        return;
    }
    chown(&file, Some(65_534), Some(65_534)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let Some(said) = said_to_nobody(folder.path()) else {
        println!("skipped: no process can be run as nobody");
        return;
    };
    assert_eq!(said, r#"Err("its extended attribute `security.odatype_test` would be lost: permission denied")"#);
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    assert_eq!(get(&file, LABEL).as_deref(), Some(&b"label"[..]));
    assert_eq!(files(folder.path()), ["a"]);
}

#[test]
fn folders_and_what_is_in_them_keep_theirs() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("all");
    let write =
        |names: &[&'static str]| write_folder(&folder, names.iter().map(|name| (*name, &b"ours"[..])), &|_| true);
    write(&["a", "b"]).unwrap();
    let file = folder.join("a");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o750)).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    if !set(&folder, USER, b"folder") || !set(&file, USER, b"file") {
        return;
    }
    write(&["a", "c"]).unwrap();
    assert_eq!(files(&folder), ["a", "c"]);
    assert_eq!(get(&folder, USER).as_deref(), Some(&b"folder"[..]));
    assert_eq!(get(&file, USER).as_deref(), Some(&b"file"[..]));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&file)), (0o750, 0o600));
    // Of a file that has other names only one would be renewed.
    fs::hard_link(&file, parent.path().join("hard")).unwrap();
    let error = write(&["a"]).unwrap_err().to_string();
    assert_eq!(error, "`a` in it: it has 2 names (hard links), of which only this one would be renewed");
    assert_eq!(files(&folder), ["a", "c"]);
    assert!(files(parent.path()).iter().map(OsStr::new).eq(["all", "hard"]));
}

/// As it would be had the files been written into the folder that was there.
#[test]
fn what_is_new_in_a_folder_has_what_the_folder_says() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("all");
    let write =
        |names: &[&'static str]| write_folder(&folder, names.iter().map(|name| (*name, &b"ours"[..])), &|_| true);
    write(&["a"]).unwrap();
    if !set(&folder, DEFAULT, &list(4)) {
        return;
    }
    write(&["a", "b"]).unwrap();
    assert_eq!(get(&folder, DEFAULT), Some(list(4)));
    assert_eq!(get(&folder.join("a"), ACCESS), None, "it had none");
    assert!(get(&folder.join("b"), ACCESS).is_some());
}

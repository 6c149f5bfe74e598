//! Everything that can be where a file is to be written, and everybody who can be killed.

use std::{fs, io::ErrorKind, path::Path};

use super::{hidden::Hidden, is_input, known::Known, write};

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What is said of `path`, which is not written to.
#[track_caller]
fn refused(path: &Path) -> String {
    let folder = path.parent().unwrap().to_owned();
    let (files_before, text) = (files(&folder), fs::symlink_metadata(path).is_ok_and(|known| known.is_file()));
    let text = text.then(|| fs::read(path).unwrap());
    let error = write(path, b"new").unwrap_err();
    assert_eq!(files(&folder), files_before);
    assert!(text.is_none_or(|text| fs::read(path).unwrap() == text));
    error.to_string()
}

#[test]
fn replaces_files_and_leaves_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.json");
    for text in ["first, which is longer", "second"] {
        write(&file, text.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
    assert_eq!(files(folder.path()), ["a.json"]);
}

#[test]
fn what_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(write(folder.path(), b"").unwrap_err().to_string(), "it is a folder");
    let error = write(&folder.path().join("none/a.json"), b"").unwrap_err().to_string();
    assert_eq!(error, format!("there is no folder `{}`", folder.path().join("none").display()));
    let file = folder.path().join("read-only");
    fs::write(&file, "old").unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert_eq!(refused(&file), "it is read-only");
}

#[test]
fn one_who_does_not_end_is_not_waited_for_forever() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a");
    let other = Hidden::new(&file, None).unwrap();
    let error = write(&folder.path().join("b"), b"new").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResourceBusy, "{error}");
    drop(other);
    write(&file, b"new").unwrap();
    assert_eq!(files(folder.path()), ["a"]);
}

#[test]
fn many_at_once_do_not_mix() {
    let folder = tempfile::tempdir().unwrap();
    let text = |number: usize| number.to_string().repeat(1000);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let file = folder.path().join(format!("{}", number % 4));
            scope.spawn(move || {
                for _ in 0..5 {
                    match write(&file, text(number).as_bytes()) {
                        Err(error) if error.kind() != ErrorKind::ResourceBusy => panic!("{error}"),
                        _ => {}
                    }
                }
            });
        }
    });
    for name in files(folder.path()) {
        let number: usize = name.parse().unwrap();
        let found = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(found == text(number) || found == text(number + 4));
    }
}

#[test]
fn inputs_by_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let [file, other, gone] = ["a", "b", "c"].map(|name| folder.path().join(name));
    fs::write(&file, "").unwrap();
    fs::write(&other, "").unwrap();
    let inputs = [other.clone(), file.clone()];
    assert_eq!(is_input(&folder.path().join(".").join("a"), &inputs), Some(&*file));
    assert_eq!(is_input(&gone, std::slice::from_ref(&gone)), None, "what is not there was not read");
    #[cfg(unix)]
    {
        let [soft, hard] = ["soft", "hard"].map(|name| folder.path().join(name));
        std::os::unix::fs::symlink(&file, &soft).unwrap();
        fs::hard_link(&other, &hard).unwrap();
        assert_eq!(is_input(&soft, &inputs), Some(&*file));
        assert_eq!(is_input(&hard, &inputs), Some(&*other));
    }
}

#[cfg(unix)]
mod attributes;

#[cfg(unix)]
mod unix {
    use std::{
        io::{BufRead as _, BufReader, Write as _},
        os::unix::{
            fs::{MetadataExt as _, PermissionsExt as _, symlink},
            process::CommandExt as _,
        },
        process::{Command, Stdio},
        time::Duration,
    };

    use super::*;

    #[test]
    fn keeps_permissions_and_links() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, chain] = ["a", "b", "c"].map(|name| folder.path().join(name));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        symlink("b", &chain).unwrap();
        write(&chain, b"new").unwrap();
        assert!(
            fs::symlink_metadata(&link).unwrap().is_symlink() && fs::symlink_metadata(&chain).unwrap().is_symlink()
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o7777, 0o640);
    }

    #[test]
    fn links_that_would_be_lost_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let [file, hard, dangling] = ["a", "b", "c"].map(|name| folder.path().join(name));
        fs::write(&file, "old").unwrap();
        fs::hard_link(&file, &hard).unwrap();
        assert_eq!(refused(&hard), "it has 2 names (hard links), of which only this one would be renewed");
        symlink("nowhere", &dangling).unwrap();
        assert_eq!(refused(&dangling), "it is a symbolic link to what is not there");
        assert!(fs::symlink_metadata(&dangling).unwrap().is_symlink());
    }

    #[test]
    fn pipes_and_devices() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // Nobody reads it, so that opening it would wait forever.
        assert_eq!(refused(&pipe), "it is no regular file; expected one, or standard output");
        write(Path::new("/dev/null"), b"new").unwrap();
        if Path::new("/dev/full").exists() {
            assert_eq!(write(Path::new("/dev/full"), b"new").unwrap_err().kind(), ErrorKind::StorageFull);
        }
    }

    #[test]
    fn a_link_where_the_new_file_is_made_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let [file, prey, trap] = ["a", "prey", ".odatype-new"].map(|name| folder.path().join(name));
        fs::write(&prey, "old").unwrap();
        symlink(&prey, &trap).unwrap();
        assert!(refused(&file).ends_with("where the new file is made, is no regular file"));
        assert_eq!(fs::read_to_string(&prey).unwrap(), "old");
    }

    /// The variable by which [`child`] is told where to write, and until where.
    const FOLDER: &str = "ODATYPE_TEST_FOLDER";

    /// What other tests run as a process of its own; by itself it does nothing.
    #[test]
    fn child() {
        let Some(folder) = std::env::var_os(FOLDER) else { return };
        let file = Path::new(&folder).join("a");
        if std::env::var_os("ODATYPE_TEST_WRITES").is_some() {
            println!("\nsaid {:?}", write(&file, b"new").map_err(|error| error.to_string()));
            return;
        }
        let mut hidden = Hidden::new(&file, Known::of(&file).ok().as_ref()).unwrap();
        hidden.fill(b"half of what is n").unwrap();
        println!("\nready");
        std::io::stdout().flush().unwrap();
        std::thread::sleep(Duration::from_mins(1));
    }

    fn child_in(folder: &Path) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "tests::unix::child", "--nocapture"]).env(FOLDER, folder).stdout(Stdio::piped());
        command
    }

    #[test]
    fn killed_in_between() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "old").unwrap();
        for _ in 0..3 {
            let mut child = child_in(folder.path()).spawn().unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            assert!(lines.map_while(Result::ok).any(|line| line == "ready"));
            child.kill().unwrap();
            child.wait().unwrap();
            assert_eq!(files(folder.path()), [".odatype-new", "a"], "one, however often");
            assert_eq!(fs::read_to_string(&file).unwrap(), "old");
        }
        write(&folder.path().join("other"), b"new").unwrap();
        assert_eq!(files(folder.path()), ["a", "other"]);
    }

    /// What somebody who is not root is told of the file `a` in `folder`.
    pub(super) fn said_to_nobody(folder: &Path) -> Option<String> {
        let mut command = child_in(folder);
        command.env("ODATYPE_TEST_WRITES", "");
        if fs::metadata(folder).unwrap().uid() == 0 {
            // Root may do everything; the user and group of nobody may not.
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().ok()?;
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().find_map(|line| line.strip_prefix("said ")).map(str::to_owned)
    }

    #[test]
    fn folders_and_owners_that_do_not_allow_it() {
        let folder = tempfile::tempdir().unwrap();
        let (file, mode) = (folder.path().join("a"), fs::Permissions::from_mode);
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, mode(0o666)).unwrap();
        fs::set_permissions(folder.path(), mode(0o555)).unwrap();
        let Some(said) = said_to_nobody(folder.path()) else {
            println!("skipped: no process can be run as nobody");
            return;
        };
        assert!(said.contains("no file can be made in the folder") && said.contains("permission denied"), "{said}");
        fs::set_permissions(folder.path(), mode(0o777)).unwrap();
        let said = said_to_nobody(folder.path()).unwrap();
        if fs::metadata(&file).unwrap().uid() == 0 {
            assert!(said.contains("it belongs to user 0 and group 0, whose it would be no more"), "{said}");
            assert_eq!(fs::read_to_string(&file).unwrap(), "old");
            // Root gives it back to whom it belongs.
            std::os::unix::fs::chown(&file, Some(65_534), Some(65_534)).unwrap();
            write(&file, b"newer").unwrap();
            let known = fs::metadata(&file).unwrap();
            assert_eq!((known.uid(), known.gid(), known.permissions().mode() & 0o777), (65_534, 65_534, 0o666));
        } else {
            assert_eq!(said, "Ok(())");
        }
        assert_eq!(files(folder.path()), ["a"]);
    }
}

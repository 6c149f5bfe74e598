//! Extended attributes, among which Linux has access control lists.

use std::{fs::File, io, path::Path};

#[cfg(unix)]
pub(crate) use unix::Attributes;

/// Where files have none that this crate can read, or access control lists of another kind.
#[cfg(not(unix))]
pub(crate) struct Attributes;

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
impl Attributes {
    pub(crate) fn of(_: &Path) -> io::Result<Self> {
        Ok(Self)
    }

    #[expect(clippy::unused_self, reason = "elsewhere it has some")]
    pub(crate) fn give(&self, _: &File) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(unix)]
mod unix {
    use std::{
        ffi::{OsStr, OsString},
        io::ErrorKind,
        os::unix::ffi::OsStrExt as _,
    };

    use xattr::FileExt as _;

    use super::{File, Path, io};

    /// What the system says of a file's content, and takes away itself when that is written to; and who made the file,
    /// which it says of each.
    const OF_THE_SYSTEM: [&str; 5] =
        ["security.capability", "security.evm", "security.ima", "com.apple.provenance", "com.apple.macl"];

    /// Those of a file or folder: of each its name and its value.
    pub(crate) struct Attributes(Vec<(OsString, Vec<u8>)>);

    impl Attributes {
        /// What the file or folder at `path`, which is no link, has.
        ///
        /// # Errors
        /// If one may not be read.
        pub(crate) fn of(path: &Path) -> io::Result<Self> {
            let mut all = Vec::new();
            for name in names(xattr::list(path))? {
                match xattr::get(path, &name) {
                    Ok(Some(value)) => all.push((name, value)),
                    // Somebody took it away a moment ago.
                    Ok(None) => {}
                    Err(error) => return Err(lost(&name, &error)),
                }
            }
            Ok(Self(all))
        }

        /// Gives them to `file`, and takes from it those that only its folder gave it.
        ///
        /// # Errors
        /// If that is not allowed.
        pub(crate) fn give(&self, file: &File) -> io::Result<()> {
            for (name, value) in &self.0 {
                if !matches!(file.get_xattr(name), Ok(Some(own)) if own == *value) {
                    file.set_xattr(name, value).map_err(|error| lost(name, &error))?;
                }
            }
            for name in names(file.list_xattr())? {
                // Labels nobody can take away.
                let is_label = name.as_bytes().starts_with(b"security.");
                if !is_label && self.0.iter().all(|(known, _)| *known != name) {
                    file.remove_xattr(&name).map_err(|error| gained(&name, &error))?;
                }
            }
            Ok(())
        }
    }

    /// Their names; none where there are no attributes.
    fn names(listed: io::Result<xattr::XAttrs>) -> io::Result<Vec<OsString>> {
        match listed {
            Ok(names) => Ok(names.filter(|name| OF_THE_SYSTEM.iter().all(|system| name != system)).collect()),
            Err(error) if error.kind() == ErrorKind::Unsupported => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    fn lost(name: &OsStr, error: &io::Error) -> io::Error {
        told(format_args!("its extended attribute `{}` would be lost", name.display()), error)
    }

    fn gained(name: &OsStr, error: &io::Error) -> io::Error {
        told(format_args!("it would have the extended attribute `{}`, which it has not", name.display()), error)
    }

    fn told(what: std::fmt::Arguments<'_>, error: &io::Error) -> io::Error {
        io::Error::new(error.kind(), format!("{what}: {}", error.kind()))
    }

    #[cfg(test)]
    mod tests {
        use super::{ErrorKind, io, names};

        #[test]
        fn where_there_are_none() {
            // `EOPNOTSUPP` of Linux.
            #[cfg(target_os = "linux")]
            assert!(names(Err(io::Error::from_raw_os_error(95))).unwrap().is_empty());
            assert!(names(Err(ErrorKind::Unsupported.into())).unwrap().is_empty());
            assert!(names(Err(ErrorKind::PermissionDenied.into())).is_err());
        }
    }
}

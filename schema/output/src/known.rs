//! What a file or folder has that the one which takes its place must have too.

use std::{
    fs::{self, File, Metadata},
    io,
    path::Path,
};

use crate::attributes::Attributes;

/// Of something that is there already.
pub(crate) struct Known {
    metadata: Metadata,
    attributes: Attributes,
}

impl Known {
    /// What the file or folder at `path`, which is no link, has.
    ///
    /// # Errors
    /// If it may not be read.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        Ok(Self { metadata: fs::metadata(path)?, attributes: Attributes::of(path)? })
    }

    /// Gives it to `file`.
    ///
    /// # Errors
    /// If that is not allowed.
    pub(crate) fn give(&self, file: &File) -> io::Result<()> {
        keep_owner(file, &self.metadata)?;
        self.attributes.give(file)?;
        // After both: giving a file away takes rights from it, and a list of who may access it says what its group may.
        file.set_permissions(self.metadata.permissions())
    }

    /// Gives it to the folder at `path`.
    ///
    /// # Errors
    /// If that is not allowed.
    pub(crate) fn give_to_folder(&self, path: &Path) -> io::Result<()> {
        // Elsewhere folders cannot be opened as files are.
        if cfg!(unix) { self.give(&File::open(path)?) } else { fs::set_permissions(path, self.metadata.permissions()) }
    }
}

/// Gives `file` to whom `known` belongs.
#[cfg(unix)]
fn keep_owner(file: &File, known: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let own = file.metadata()?;
    let wanted = |own: u32, known: u32| (own != known).then_some(known);
    let (user, group) = (wanted(own.uid(), known.uid()), wanted(own.gid(), known.gid()));
    if user.is_none() && group.is_none() {
        return Ok(());
    }
    fchown(file, user, group).map_err(|error| {
        let kind = error.kind();
        let reason =
            format!("it belongs to user {} and group {}, whose it would be no more: {kind}", known.uid(), known.gid());
        io::Error::new(kind, reason)
    })
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn keep_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

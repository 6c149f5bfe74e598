//! What checking finds: faults, each with what it is wrong with.

use crate::{
    fault::{Fault, Level},
    model::QualifiedName,
};

/// Something that is wrong, and the type, operation, term or container that it is wrong with.
#[derive(Debug)]
pub(crate) struct Found {
    #[cfg_attr(not(feature = "write"), expect(dead_code, reason = "only who cuts a part out asks whose fault it is"))]
    pub(crate) owner: QualifiedName,
    pub(crate) fault: Fault,
}

/// What becomes of a value whose type nobody declares.
pub(super) const RAW: &str = "values of it are any JSON";

impl Found {
    /// Takes it as an error, since it can be mended.
    pub(crate) fn deny(&mut self) {
        self.fault.level = Level::Error;
        let help = self.fault.help.take();
        self.fault.help = help.and_then(|help| match help.strip_suffix(RAW) {
            Some("") => None,
            Some(rest) => Some(rest.trim_end_matches("; ").to_owned()),
            None => Some(help),
        });
    }
}

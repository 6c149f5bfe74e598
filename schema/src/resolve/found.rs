//! What checking finds: faults, each with what it is wrong with.

use crate::{fault::Fault, model::QualifiedName};

/// Something that is wrong, and the type, operation, term or container that it is wrong with.
#[derive(Debug)]
pub(crate) struct Found {
    #[cfg_attr(not(feature = "write"), expect(dead_code, reason = "only who cuts a part out asks whose fault it is"))]
    pub(crate) owner: QualifiedName,
    pub(crate) fault: Fault,
}

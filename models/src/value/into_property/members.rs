//! Members of enumeration types.

use super::{Borrowed, Given, IntoProperty, Member};
use crate::{node::Edited, value::Enumeration};

#[diagnostic::do_not_recommend]
impl<E: Enumeration> IntoProperty<E, Member<Given>> for E {
    fn into_property(self) -> Edited {
        Edited::text(self.wire())
    }
}

#[diagnostic::do_not_recommend]
impl<E: Enumeration> IntoProperty<E, Member<Borrowed>> for &E {
    fn into_property(self) -> Edited {
        Edited::text(self.wire())
    }
}

//! Namespaces of XML: which are those of CSDL, and which those of OData before 4.
//!
//! Source: OData CSDL XML 4.01, sections 2 and 3.

use quick_xml::{
    events::Event,
    name::{Namespace, ResolveResult},
};

/// Those of CSDL.
pub(super) const NAMESPACES: [&str; 2] =
    ["http://docs.oasis-open.org/odata/ns/edmx", "http://docs.oasis-open.org/odata/ns/edm"];

/// What an element's namespace says.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Known {
    /// It is one of the two namespaces of CSDL, or there is none at all.
    Odata,
    /// It is one of OData before 4; the version, where it is a schema's.
    Older(Option<u8>),
    /// It is any other.
    Foreign,
}

/// What the namespace of an event says.
pub(super) fn known<'a>((namespace, event): (ResolveResult<'_>, Event<'a>)) -> (Known, Event<'a>) {
    let known = match namespace {
        ResolveResult::Bound(Namespace(uri)) => of(bare(uri)),
        ResolveResult::Unbound => Known::Odata,
        ResolveResult::Unknown(_) => Known::Foreign,
    };
    (known, event)
}

/// A URI without scheme, and without a slash at the end: some write the scheme that browsers are led to.
fn bare(uri: &str) -> &str {
    uri.split_once("://").map_or(uri, |(_, rest)| rest).trim_end_matches('/')
}

/// What the namespace of this [`bare`] URI says.
///
/// Source: [MC-CSDL], section 2.1.2 (Schema); [MC-EDMX], section 2.2.1.
fn of(uri: &str) -> Known {
    if NAMESPACES.iter().any(|known| bare(known) == uri) {
        return Known::Odata;
    }
    match uri.strip_prefix("schemas.microsoft.com/ado/") {
        Some("2007/06/edmx") => Known::Older(None),
        Some("2009/11/edm") => Known::Older(Some(3)),
        Some("2006/04/edm" | "2007/05/edm" | "2008/01/edm" | "2008/09/edm" | "2009/08/edm") => Known::Older(Some(2)),
        _ => Known::Foreign,
    }
}

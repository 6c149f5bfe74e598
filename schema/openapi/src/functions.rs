//! Functions: what they are given in URLs, what they give, where they can be called.
//!
//! Source: OData Protocol 4.01, section 11.5.4 (functions); OData URL Conventions 4.01, sections 4.5 (addressing
//! operations) and 5.3 (parameter aliases); OData to OpenAPI Mapping 1.0, section on paths.

use odatype_schema::{
    Rulebook,
    model::{Operation, Parameter},
};

use crate::{body, operations, paths::Paths, reach::Reach, schemas::Schemas};

/// All functions, each where it can be called.
pub(crate) fn functions<'m>(rulebook: &Rulebook<'m>, schemas: &Schemas, reach: &Reach<'m>, paths: &mut Paths) {
    for function in rulebook.model().functions.values().flatten() {
        let returned = body::returned(rulebook, schemas, function.returns.as_ref());
        let addresses = operations::addresses(function, reach);
        for given in choices(function) {
            let object = operations::object(function, &function.key_given(given.iter().copied()), returned.clone());
            for address in &addresses {
                let address = address.called(rulebook, given.iter().copied());
                let parameters = address.parameters(rulebook, schemas);
                paths.add(&address.path, &parameters, "get", object.clone());
            }
        }
    }
}

/// What a function may be given: what it requires, and one optional parameter after the other. A path can have or not
/// have a parameter, and a document with each choice of some would have a thousand paths for ten of them.
fn choices(function: &Operation) -> Vec<Vec<&Parameter>> {
    let (optional, required): (Vec<_>, Vec<_>) = function.given().partition(|parameter| parameter.is_optional());
    let choice = |count| required.iter().chain(optional.iter().take(count)).copied().collect();
    (0..=optional.len()).map(choice).collect()
}

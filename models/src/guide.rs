// Of two definitions of a link the first counts: here it leads to a module, and where the text stands alone, to a file.
//! [odata]: odata
//! [your_own_service]: your_own_service
//! [calls]: calls
//! [null_and_absent]: null_and_absent
//! [unknown]: unknown
//! [a_bad_field]: a_bad_field
//! [testing]: testing
//! [updates]: updates
//! [from_json]: from_json
#![doc = include_str!("../guide/README.md")]

#[doc = include_str!("../guide/odata.md")]
pub mod odata {}
#[doc = include_str!("../guide/your_own_service.md")]
pub mod your_own_service {}
#[doc = include_str!("../guide/calls.md")]
pub mod calls {}
#[doc = include_str!("../guide/null_and_absent.md")]
pub mod null_and_absent {}
#[doc = include_str!("../guide/unknown.md")]
pub mod unknown {}
#[doc = include_str!("../guide/a_bad_field.md")]
pub mod a_bad_field {}
#[doc = include_str!("../guide/testing.md")]
pub mod testing {}
#[doc = include_str!("../guide/updates.md")]
pub mod updates {}
#[doc = include_str!("../guide/from_json.md")]
pub mod from_json {}

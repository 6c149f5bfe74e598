//! A user's crate: types by the macro.
#![deny(warnings)]

pub mod garage {
    odatype::schema! {
        path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/garage.csdl.json"),
        overlay = "../shared/garage.overlay.json",
        roots = ["garage.hall", "garage.park"],
        rename = { "garage.vehicle.make" = "maker" },
    }
}
#[path = "../../shared/uses.rs"]
pub mod uses;

//! Generates the types.

fn main() -> Result<(), odatype_build::Error> {
    odatype_build::Builder::new()
        .schema("schema/garage.csdl.json")
        .overlay("../shared/garage.overlay.json")
        .root("garage.hall")
        .root("garage.park")
        .rename("garage.vehicle.make", "maker")
        .without_docs()
        .write("garage.rs")
}

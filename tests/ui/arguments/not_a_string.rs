mod model {
    odatype::schema! {
        path = schemas,
        overlay = [1, "ui/schemas/stale.overlay.json"],
    }
}

fn main() {
    // Nothing can be made without a schema.
}

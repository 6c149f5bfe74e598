mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        overlay = "ui/schemas/stale.overlay.json",
    }
}

fn main() {
    // Nothing can be made without a schema.
}

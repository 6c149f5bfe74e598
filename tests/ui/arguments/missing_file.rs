mod model {
    odatype::schema! {
        path = "ui/schemas/absent.csdl.json",
        overlay = "ui/schemas/absent.overlay.json",
    }
}

fn main() {
    // Nothing can be made without a schema.
}

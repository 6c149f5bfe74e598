mod model {
    odatype::schema! {
        path = "ui/schemas/broken.csdl.json",
    }
}

fn main() {
    // Nothing can be made without a schema.
}

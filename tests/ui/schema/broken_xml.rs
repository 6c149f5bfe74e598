mod model {
    odatype::schema! {
        path = ["ui/schemas/good.csdl.json", "ui/schemas/broken.xml"],
    }
}

fn main() {
    // Nothing can be made without a schema.
}

mod model {
    odatype::schema! {
        path = "ui/schemas/not.csdl.json",
    }
}

fn main() {
    // Nothing can be made without a schema.
}

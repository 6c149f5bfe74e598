mod model {
    odatype::schema! {
        path = "ui/schemas/absent.csdl.json",
        roots = 1,
        rename = { "a" },
        pah = "x",
    }
}

fn main() {
    // Nothing can be made without a schema.
}

mod model {
    odatype::schema! {
        path = ["ui/schemas/good.txt", "ui/schemas/good"],
    }
}

fn main() {
    // Nothing can be made without a schema.
}

mod model {
    odatype::schema! {
        overlay = [],
    }
}

fn main() {
    // Nothing can be made without a schema.
}

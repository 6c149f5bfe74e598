mod model {
    odatype::schema! {
        path = "ui/schemas/collision.csdl.json",
    }
}

fn main() {
    let _ = model::shop::Colour::Red;
}

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        roots = ["shop.bok", "shop.book", "book"],
    }
}

fn main() {
    // Which types are wanted is not known.
}

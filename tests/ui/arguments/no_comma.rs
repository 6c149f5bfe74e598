mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json"
        roots = ["shop.book"],
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

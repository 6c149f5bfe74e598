mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        roots = ["shop.book"],
        roots = ["shop.product"],
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

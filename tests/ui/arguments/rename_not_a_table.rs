mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        rename = ["shop.book.final"],
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

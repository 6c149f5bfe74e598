mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        rename = { "shop.books" = "Volume", "shop.book.name" = "title" },
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

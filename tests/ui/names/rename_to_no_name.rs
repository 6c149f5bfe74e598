mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        rename = { "shop.book" = "my book", "shop.book.final" = "1st" },
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        rename = { "shop.book.final" = last, "shop.book", "shop.book.pages" = "length", "shop.book.pages" = "size" },
    }
}

fn main() {
    let _ = model::shop::Book::new().length();
}

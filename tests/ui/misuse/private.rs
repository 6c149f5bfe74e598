mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let book = model::shop::Book::new();
    let _ = book.0;
}

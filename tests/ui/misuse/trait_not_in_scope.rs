use model::shop::Book;

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = Book::new().with(Book::PAGES, 3);
}

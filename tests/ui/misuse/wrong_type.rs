use model::shop::Book;
use odatype::Structured;

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = Book::new().with(Book::PAGES, "three");
}

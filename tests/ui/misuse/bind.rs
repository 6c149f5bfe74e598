use model::shop::Book;
use odatype::{EntityRef, Structured};

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = Book::new().with_bind(Book::PAGES, EntityRef::new("books").key(1));
}

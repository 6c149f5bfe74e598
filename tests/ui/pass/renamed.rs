use model::shop::Book;
use odatype::Structured;

mod model {
    odatype::schema! {
        path = "ui/schemas/collision.csdl.json",
        rename = {
            "shop.Book" = "Volume",
            "shop.book.page-count" = "page_total",
            "shop.anyThing" = "SomeThing",
            "shop.big" = "Large",
            "shop.colour.Red" = "Scarlet",
        },
    }
}

pub(crate) fn main() {
    let _ = Book::new().with(Book::PAGE_COUNT, 3).with(Book::PAGE_TOTAL, 4);
    let _ = (model::shop::Volume::new(), model::shop::SomeThing::new(), model::shop::Colour::Scarlet);
}

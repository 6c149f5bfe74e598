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
    let _ = model::shop::Book::new().with_page_count(3).with_page_total(4);
    let _ = (model::shop::Volume::new(), model::shop::SomeThing::new(), model::shop::Colour::Scarlet);
}

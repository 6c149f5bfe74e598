mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        rename = { "shop.boook" = "Volume", "shop.book.page" = "sheets", "shop.boook.final" = "last" },
    }
}

fn main() {}

mod model {
    odatype::schema! {
        path = "ui/schemas/properties.csdl.json",
    }
}

fn main() {
    let _ = model::shop::Book::new().with_page_count(3);
}

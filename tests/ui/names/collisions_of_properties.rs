mod model {
    odatype::schema! {
        path = "ui/schemas/properties.csdl.json",
    }
}

fn main() {
    let _ = model::shop::Book::new().page_count();
}

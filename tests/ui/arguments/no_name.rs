mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        "ui/schemas/other.csdl.json",
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

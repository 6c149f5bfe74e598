mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        overlay =,
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

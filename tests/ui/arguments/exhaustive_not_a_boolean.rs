mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        exhaustive = 1,
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
        overlay "ui/schemas/stale.overlay.json",
    }
}

fn main() {
    let _ = model::shop::Book::new().pages();
}

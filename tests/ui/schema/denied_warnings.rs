mod model {
    odatype::schema! {
        path = "ui/schemas/odd.csdl.json",
        deny_warnings = true,
    }
}

fn main() {
    // What can be made is there all the same.
    let _ = model::shop::Book::new();
}

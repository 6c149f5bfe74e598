use model::shop::functions::shelf::Picture;

mod model {
    odatype::schema! {
        path = "ui/schemas/functions.csdl.json",
    }
}

fn main() {
    let _ = serde_json::to_string(&Picture::new());
}

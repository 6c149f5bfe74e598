const FOLDER: &str = "ui/schemas";

mod model {
    odatype::schema! {
        path = [concat!(FOLDER, "/good.csdl.json"), format!("ui/schemas/{}", 1), concat!("ui/schemas/", 7, ".csdl.json")],
        overlay = concat!(env!("CARGO_MANIFEST_DIRR"), "/x.json") "more",
    }
}

fn main() {
    let _ = FOLDER;
}

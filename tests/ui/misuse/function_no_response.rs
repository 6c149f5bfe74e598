use model::shop::functions::shelf::Picture;
use odatype::Operation;

mod model {
    odatype::schema! {
        path = "ui/schemas/functions.csdl.json",
    }
}

fn main() {
    let _ = Picture::decode_response(b"{}");
}

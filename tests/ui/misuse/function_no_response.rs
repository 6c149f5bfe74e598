use model::depot::functions::sheet::{Picture, PictureRequired};
use odatype::Operation;

mod model {
    odatype::schema! {
        path = "golden/functions.csdl.json",
    }
}

fn main() {
    let _ = PictureRequired { new_: true };
    let _ = Picture::decode_response(b"{}");
}

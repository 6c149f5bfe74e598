use model::shop::{Shelf, actions::shelf::Clear};
use odatype::EntityRef;

mod model {
    odatype::schema! {
        path = "ui/schemas/functions.csdl.json",
    }
}

fn main() {
    let _ = EntityRef::new("shelves").function(&Clear::new());
    let _ = EntityRef::new("shelves").function(&Shelf::new());
}

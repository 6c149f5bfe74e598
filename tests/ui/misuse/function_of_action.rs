use model::depot::{Sheet, actions::sheet::Clear};
use odatype::EntityRef;

mod model {
    odatype::schema! {
        path = "golden/functions.csdl.json",
    }
}

fn main() {
    let _ = EntityRef::new("Sheets").function(&Clear::new());
    let _ = EntityRef::new("Sheets").function(&Sheet::new());
}

use model::shop::functions::shelf::{Find, FindRequired};

mod model {
    odatype::schema! {
        path = "ui/schemas/functions.csdl.json",
    }
}

fn main() {
    let _ = Find::new(FindRequired { title: "t" });
    let _ = Find::new(FindRequired { title: odatype::Null, author: odatype::Null });
    // Null may be given where the schema allows it, but something is.
    let _ = Find::new(FindRequired { title: "t", author: None::<String> });
    let _ = Find::default();
}

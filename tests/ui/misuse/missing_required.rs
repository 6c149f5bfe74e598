mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = model::shop::actions::Order::new(model::shop::actions::OrderRequired { what: model::shop::Book::new() });
}

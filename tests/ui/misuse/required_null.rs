use model::shop::actions::{Order, OrderRequired};

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = Order::new(OrderRequired { what: odatype::Null, count: None::<i32> });
}

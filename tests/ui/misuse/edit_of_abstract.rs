use model::shop::{Book, actions::{Order, OrderRequired}};
use odatype::Structured;

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = Order::new(OrderRequired { what: Book::new(), count: 1 }).edit(Order::WHAT);
}

use model::shop::{Book, actions::{Order, OrderRequired}};
use odatype::Structured;

mod model {
    odatype::schema! {
        path = ["ui/schemas/good.csdl.json"],
        roots = ["shop.order", "shop.book"],
    }
}

pub(crate) fn main() {
    let order = Order::new(OrderRequired { what: Book::new().with(Book::NAME, "x"), count: 2 }).with(Order::NOTE, "soon");
    assert_eq!(order.count(), Some(2));
    assert!(model::types().any(|ty| ty.name() == "shop.book"));
}

use model::shop::{Book, actions::Order};
use odatype::Structured;

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let order: Option<Order> = None;
    let _ = order.map(|order| order.with(Book::PAGES, 3));
    let _ = Book::new().presence(Order::NOTE);
}

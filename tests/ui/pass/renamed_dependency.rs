//! A user may give the dependency another name, and have something else of ours.

extern crate odatype as models;

mod odatype {}

mod model {
    super::models::schema! {
        path = "ui/schemas/good.csdl.json",
        roots = ["shop.order"],
    }
}

pub(crate) fn main() {
    let order = model::shop::actions::Order::new(model::shop::Book::new(), 1);
    assert_eq!(order.count(), Some(1));
}

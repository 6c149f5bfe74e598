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
    let required = model::shop::actions::OrderRequired { what: model::shop::Book::new(), count: 1 };
    let order = model::shop::actions::Order::new(required);
    assert_eq!(order.count(), Some(1));
}

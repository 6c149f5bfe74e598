mod model {
    odatype::schema! {
        path = ["ui/schemas/good.csdl.json"],
        roots = ["shop.order", "shop.book"],
    }
}

pub(crate) fn main() {
    let order = model::shop::actions::Order::new(model::shop::Book::new().with_name("x"), 2).with_note("soon");
    assert_eq!(order.count(), Some(2));
    assert!(model::types().any(|ty| ty.name() == "shop.book"));
}

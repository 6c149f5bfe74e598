use model::shop::actions::Order;
use odatype::Operation;

mod model {
    odatype::schema! {
        path = "ui/schemas/good.csdl.json",
    }
}

fn main() {
    let _ = Order::decode_response(b"{}");
    let _ = response::<Order>(b"{}");
}

fn response<A: Operation>(json: &[u8]) -> Option<A::Response> {
    A::decode_response(json).ok()
}

use odatype::graph::Call;

fn main() {
    odatype::assert_valid!(Call);
    odatype::assert_round_trip!(Call);
    odatype::assert_json_eq!("{}");
}

use odatype::graph::Call;

fn main() {
    odatype::assert_valid!(String, "{}");
    odatype::assert_round_trip!(Call, 5);
    odatype::assert_json_eq!(Call::new(), Some("{}"));
}

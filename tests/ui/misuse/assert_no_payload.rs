fn main() {
    odatype::assert_valid!(odatype::graph::Call);
    odatype::assert_round_trip!(odatype::graph::Call);
    odatype::assert_json_eq!("{}");
}

use odatype::graph::Call;

fn main() {
    odatype::assert_valid!(Call);
}

//! Code that was generated for another version of the runtime.

static SCHEMA: odatype::Schema = odatype::Schema::new(1, &["complex\tns.old\t-\t-"], &[], "", &[]);

fn main() {
    assert_eq!(SCHEMA.types().count(), 1);
}

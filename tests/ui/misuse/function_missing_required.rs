use model::depot::functions::sheet::{CellsByAddress, CellsByAddressRequired, CellsByRowColumnNameWithFormatRequired};

mod model {
    odatype::schema! {
        path = "golden/functions.csdl.json",
    }
}

fn main() {
    let _ = CellsByAddress::new(CellsByAddressRequired {});
    let _ = CellsByAddress::new(CellsByAddressRequired { address: odatype::Null });
    let _ = CellsByAddress::default();
    // Null may be given where the schema allows it, and nothing may not.
    let required = CellsByRowColumnNameWithFormatRequired { row: 1, column_name: None::<String> };
    let _ = model::depot::functions::sheet::CellsByRowColumnNameWithFormat::new(required);
}

//! Files that people wrote, with something added: comments, order and layout stay.

mod overlay;

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Table, value};

pub(crate) use overlay::overlay;

/// The manifest `text` with `names` in its table `rename`.
///
/// # Errors
/// If there is no place for them.
pub(crate) fn manifest(text: &str, names: &BTreeMap<String, String>) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let table = document.entry("rename").or_insert_with(|| Item::Table(Table::new()));
    let table = table.as_table_like_mut().ok_or("`rename` is no table")?;
    for (key, name) in names {
        table.insert(key, value(name));
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::manifest;

    #[test]
    fn manifests_keep_their_comments() {
        let names = [("n.a".to_owned(), "A2".to_owned())].into();
        for (text, expected) in [
            ("# c\na = 1 # d\n", "# c\na = 1 # d\n\n[rename]\n\"n.a\" = \"A2\"\n"),
            (
                "[rename]\n# why\n\"n.b\" = 'B'\n\n[roots]\nt = [\n  1, # e\n]\n",
                "[rename]\n# why\n\"n.b\" = 'B'\n\"n.a\" = \"A2\"\n\n[roots]\nt = [\n  1, # e\n]\n",
            ),
            ("rename = { \"n.b\" = 'B' }\n", "rename = { \"n.b\" = 'B' , \"n.a\" = \"A2\" }\n"),
        ] {
            assert_eq!(manifest(text, &names).unwrap(), expected);
        }
        assert!(manifest("rename = 1", &names).is_err());
    }
}

//! Metadata files into slices: what `odatype slice` and `odatype update` write.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range, path::Path};

use sha2::{Digest as _, Sha256};

use super::manifest::parse;
use crate::{
    draft::{draft, draft_files},
    fault::{Fault, Faults},
    file::{documents, read_bytes},
    model::Model,
    places::Places,
    rules, source,
    versions::Versions,
    write,
};

/// A slice, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// CSDL JSON.
    pub text: String,
    /// What is wrong in the metadata but did not keep it from being cut, sorted by place.
    pub warnings: Vec<Fault>,
    /// The manifest's text with the SHA-256 of these metadata files, where it names those of others.
    pub manifest: Option<String>,
}

/// Reads metadata files and a manifest and cuts the slice.
///
/// # Errors
/// All faults of the metadata, or else all of the manifest; also if it names the SHA-256 of other files.
pub fn slice_files<P: AsRef<Path>>(metadata: &[P], manifest: &Path) -> Result<Slice, Faults> {
    cut_files(metadata, manifest, true)
}

/// [`slice_files`] of metadata that may be other than what the manifest names: of another version of the service.
///
/// # Errors
/// Those of [`slice_files`], but for that.
pub fn slice_other_files<P: AsRef<Path>>(metadata: &[P], manifest: &Path) -> Result<Slice, Faults> {
    cut_files(metadata, manifest, false)
}

/// Reads metadata files and writes all of them as one CSDL JSON document: every declaration, every annotation and every
/// container. What it holds is read back to the same model.
///
/// # Errors
/// All faults of the metadata, or else every name that CSDL JSON cannot hold.
pub fn whole_files<P: AsRef<Path>>(metadata: &[P], versions: Versions) -> Result<Slice, Faults> {
    let mut whole = draft_files(metadata, &[]).with_versions(versions).whole()?;
    Faults::check(write::unwritable(&whole), ())?;
    let warnings = warnings(&mut whole);
    Ok(Slice { text: write::write(&whole), warnings, manifest: None })
}

/// What is odd about a model that is to be written, rules too.
fn warnings(model: &mut Model) -> Vec<Fault> {
    let mut warnings = std::mem::take(&mut model.warnings);
    warnings.extend(rules::check(model).into_iter().map(Fault::warning));
    warnings.sort();
    warnings.dedup();
    warnings
}

fn cut_files<P: AsRef<Path>>(metadata: &[P], manifest: &Path, is_pinned: bool) -> Result<Slice, Faults> {
    let mut sources = Vec::new();
    let mut sums = BTreeMap::new();
    let mut faults = Vec::new();
    let mut paths = Vec::new();
    for path in metadata {
        match documents(path.as_ref()) {
            Ok(found) => paths.extend(found),
            Err(fault) => faults.push(fault),
        }
    }
    for path in &paths {
        match read_bytes(path).and_then(|bytes| {
            let sum = checksum(&bytes);
            source::text_of(path, bytes).map(|source| (source, sum))
        }) {
            Ok((source, sum)) => {
                sources.push(source);
                sums.insert(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), sum);
            }
            Err(fault) => faults.push(fault),
        }
    }
    let read = source::read_text(manifest).and_then(|source| parse(&source).map(|manifest| (source, manifest)));
    let (source, manifest) = match read {
        Ok(read) if faults.is_empty() => read,
        read => {
            faults.extend(read.err());
            return Err(Faults::sorted(faults));
        }
    };
    let places = Places::new(&source.name.as_str().into(), &source.text);
    let other = manifest.other_sources(&sums);
    if let Some(pinned) = other.filter(|_| is_pinned) {
        let found: Vec<String> = sums.iter().map(|(name, sum)| format!("`{name}` has {sum}")).collect();
        let message = format!("the metadata is not what the manifest names by its SHA-256: {}", found.join(", "));
        let fault = Fault::new(&places.at(pinned.span().start), message);
        return Err(fault.help("give it that metadata, or let `odatype update` take this one").into());
    }
    let renewed = other.map(|pinned| renew(&source.text, pinned.span(), &sums));
    let versions = manifest.versions(&places)?;
    let mut slice = draft(&sources, &[]).with_versions(versions).cut(|model| manifest.cut(model, &places))?;
    Faults::check(write::unwritable(&slice), ())?;
    let warnings = warnings(&mut slice);
    if let Some(provenance) = &mut slice.provenance {
        provenance.sha256 = sums;
    }
    Ok(Slice { text: write::write(&slice), warnings, manifest: renewed })
}

/// The manifest `text` with the sums of other metadata at `span`.
fn renew(text: &str, span: Range<usize>, sums: &BTreeMap<String, String>) -> String {
    let sums: Vec<String> = sums.values().map(|sum| format!("\"{sum}\"")).collect();
    let (before, after) = (text.get(..span.start).unwrap_or(text), text.get(span.end..).unwrap_or(""));
    format!("{before}[{}]{after}", sums.join(", "))
}

fn checksum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

//! Modules in pieces that all processors format at once: of a whole service's schema, formatting takes longer than all
//! else together.

use std::{
    fmt::Write as _,
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use proc_macro2::TokenStream;

use super::{ALLOW, FormatError};
use crate::{
    Options, Plan,
    plan::{Item, Module, Types},
    render::module_items,
};

/// How many items make a piece.
const PIECE: usize = 32;

/// Some of a module's items.
type Piece<'p> = (&'p Module, &'p [Item]);

/// Appends the modules of `plan`, formatted.
pub(super) fn modules(plan: &Plan, options: &Options, out: &mut String) -> Result<(), FormatError> {
    let mut pieces = Vec::new();
    collect(&plan.modules, &mut pieces);
    let mut texts = format_all(&pieces, &plan.types, &options.runtime)?.into_iter();
    for module in &plan.modules {
        write(module, 0, &mut texts, out);
    }
    Ok(())
}

/// All pieces in the order in which [`write`] wants them.
fn collect<'p>(modules: &'p [Module], pieces: &mut Vec<Piece<'p>>) {
    for module in modules {
        pieces.extend(module.items.chunks(PIECE).map(|items| (module, items)));
        collect(&module.modules, pieces);
    }
}

/// The text of each piece.
fn format_all(pieces: &[Piece<'_>], types: &Types, runtime: &TokenStream) -> Result<Vec<String>, FormatError> {
    let runtime = runtime.to_string();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(pieces.len()));
    let work = || {
        // Tokens stay in the thread that made them.
        let runtime: TokenStream = runtime.parse().unwrap_or_default();
        while let Some((place, (module, items))) = {
            let place = next.fetch_add(1, Ordering::Relaxed);
            pieces.get(place).map(|piece| (place, *piece))
        } {
            let text = format_piece(module, items, types, &runtime);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((place, text));
        }
    };
    thread::scope(|scope| {
        let helpers = thread::available_parallelism().map_or(1, NonZero::get).min(pieces.len());
        for _ in 1..helpers {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(place, _)| *place);
    done.into_iter()
        .map(|(_, text)| text.map_err(|reason| FormatError(syn::Error::new(proc_macro2::Span::call_site(), reason))))
        .collect()
}

/// One piece; the error as text, as tokens and their places stay in their thread.
fn format_piece(module: &Module, items: &[Item], types: &Types, runtime: &TokenStream) -> Result<String, String> {
    let file = syn::parse2(module_items(module, items, types, runtime)).map_err(|error| error.to_string())?;
    Ok(prettyplease::unparse(&file))
}

/// Appends a module, whose items' texts come next in `texts`.
fn write(module: &Module, depth: usize, texts: &mut impl Iterator<Item = String>, out: &mut String) {
    let indent = "    ".repeat(depth);
    for line in module.doc.lines() {
        let _ = writeln!(out, "{indent}{}", format!("/// {}", line.trim()).trim_end());
    }
    if depth == 0 {
        let _ = writeln!(out, "{ALLOW}");
    }
    let _ = writeln!(out, "{indent}pub mod {} {{", module.ident.token());
    for text in texts.by_ref().take(module.items.len().div_ceil(PIECE)) {
        for line in text.lines() {
            let _ = if line.is_empty() { writeln!(out) } else { writeln!(out, "{indent}    {line}") };
        }
    }
    for module in &module.modules {
        write(module, depth + 1, texts, out);
    }
    let _ = writeln!(out, "{indent}}}");
}

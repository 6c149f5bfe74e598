//! The generator's own work.

use std::{
    error::Error,
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use odatype_codegen::{Options, Renames, plan::plan, render};
use odatype_schema::model::Model;

use super::{
    lab::{Lab, cargo, fastest},
    subject::Subjects,
    usage::Usage,
};
use crate::row::Row;

/// The type that a slice of about a hundred types starts from.
const ROOTS: [&str; 1] = ["microsoft.graph.call"];
/// How often the stages are timed; the fastest counts.
const REPEATS: usize = 5;

/// The command on the whole service.
pub(super) fn command(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let program = built(lab)?;
    let usage = lab.measure("odatype expand", || expand(&program, &lab.metadata, lab))?;
    let note = format!("{:.2} CPU s on all processors, {:.0} MB at most", usage.seconds, usage.bytes / 1e6);
    Ok(Row::info("", "`odatype expand` on the whole service, s", usage.elapsed).limits(1.5, 0.7).note(note))
}

/// The command's time for each type, few types to all.
pub(super) fn per_type(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let program = built(lab)?;
    let slice = odatype_schema::slice(&lab.model, &ROOTS)
        .map_err(|unknown| unknown.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let seconds = |name: &str, model: &Model| -> Result<(f64, usize), Box<dyn Error>> {
        let file = lab.path(&format!("{name}.csdl.json"));
        fs::write(&file, odatype_schema::write(model))?;
        let usage = lab.measure(&format!("odatype expand of {name} in CSDL JSON"), || expand(&program, &file, lab))?;
        Ok((usage.seconds, types(model)))
    };
    let ((few, few_types), (all, all_types)) = (seconds("few", &slice)?, seconds("all", &lab.model)?);
    let each = |seconds: f64, types: usize| seconds * 1e6 / f64::from(u32::try_from(types).unwrap_or(u32::MAX));
    let (few, all) = (each(few, few_types), each(all, all_types));
    let what = format!("`odatype expand`, CPU s for each type, all {all_types} types to {few_types}");
    let note = format!("all {all:.0} µs, few {few:.0} µs");
    Ok(Row::info("", what, all / few).limits(1.2, 1.0).note(note))
}

/// What the command and the macro share, in this process: from text to tokens.
pub(super) fn stages(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let mut best = [f64::INFINITY; 3];
    for _ in 0..REPEATS {
        let load = Instant::now();
        let model = odatype_schema::load_files(std::slice::from_ref(&lab.metadata), &[])?;
        let load = load.elapsed();
        let planning = Instant::now();
        let plan = plan(&odatype_schema::Rulebook::new(&model)?, &Renames::default())?;
        let (planning, rendering) = (planning.elapsed(), Instant::now());
        let options = Options { runtime: "::odatype".parse()?, docs: false, files: Vec::new() };
        black_box(render(&plan, &options));
        let stages = [load, planning, rendering.elapsed()];
        best = std::array::from_fn(|stage| best[stage].min(stages[stage].as_secs_f64()));
    }
    let [load, plan, render] = best;
    let note = format!("load {load:.3} s, plan {plan:.3} s, render {render:.3} s");
    Ok(Row::info("", "load, plan and render the whole service in one process, s", load + plan + render).note(note))
}

/// What the compiler takes more with the macro than with its expansion, until all names are known. The macro is
/// compiled as a user's is who sets nothing: without optimisation.
pub(super) fn in_macro(lab: &Lab, all: &Subjects) -> Result<Row, Box<dyn Error>> {
    let (by_macro, expanded) = (lab.expansion(&all.by_macro)?.seconds, lab.expansion(&all.ours)?.seconds);
    let note = format!("with the macro {by_macro:.2} CPU s, with its expansion in a file {expanded:.2}");
    let what =
        "the macro's own work on the whole service, not optimised, beyond reading its expansion from a file, CPU s";
    Ok(Row::info("", what, by_macro - expanded).limits(1.5, 0.7).note(note))
}

/// How many types are generated, what operations are given among them.
fn types(model: &Model) -> usize {
    model.structured.len() + model.enums.len() + model.operations().count()
}

/// The command's work on `schema`.
fn expand(program: &Path, schema: &Path, lab: &Lab) -> Result<Usage, Box<dyn Error>> {
    let mut command = Command::new(program);
    command.arg("expand").arg(schema).arg("--no-docs").arg("--output").arg(lab.path("expanded.rs"));
    fastest(|| Usage::of(&command))
}

/// The command, optimised.
pub(super) fn built(lab: &Lab) -> Result<PathBuf, Box<dyn Error>> {
    let target = lab.path("target");
    eprintln!("building the command …");
    let status = cargo(&["build", "--release", "-p", "odatype-cli"], &target).current_dir(&lab.workspace).status()?;
    if !status.success() {
        return Err("the command does not compile".into());
    }
    Ok(target.join("release").join(format!("odatype{}", std::env::consts::EXE_SUFFIX)))
}

//! The rows of the result: what was measured, what must be reached, what is aimed at.

use std::fmt::Write as _;

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name, as `--only` takes it.
    pub id: String,
    /// What was compared.
    pub what: String,
    /// What came out.
    pub measured: f64,
    /// What it must not exceed, if it is more than information.
    pub must: Option<f64>,
    /// What it should not exceed.
    pub aim: Option<f64>,
    /// The figures that it was made from.
    pub note: String,
}

impl Row {
    /// A row that only informs.
    pub fn info(id: impl Into<String>, what: impl Into<String>, measured: f64) -> Self {
        Self { id: id.into(), what: what.into(), measured, must: None, aim: None, note: String::new() }
    }

    /// The same row with limits.
    #[must_use]
    pub fn limits(self, must: f64, aim: f64) -> Self {
        Self { must: Some(must), aim: Some(aim), ..self }
    }

    /// The same row with the figures that it was made from.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// Whether its limit is exceeded, or nothing came out.
    pub fn is_missed(&self) -> bool {
        self.must.is_some_and(|must| self.measured.is_nan() || self.measured > must)
    }
}

/// The rows as a table in Markdown.
pub fn table(rows: &[Row]) -> String {
    let mut out =
        "| row | what | measured | must | aim | | figures |\n| --- | --- | --- | --- | --- | --- | --- |\n".to_owned();
    for row in rows {
        let limit = |limit: Option<f64>| limit.map_or_else(|| "–".to_owned(), |limit| format!("≤ {}", figure(limit)));
        let verdict = match (row.must, row.aim) {
            (None, _) => "",
            _ if row.is_missed() => "**missed**",
            (_, Some(aim)) if row.measured <= aim => "aim",
            _ => "must",
        };
        let (must, aim) = (limit(row.must), limit(row.aim));
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {must} | {aim} | {verdict} | {} |",
            row.id,
            row.what,
            figure(row.measured),
            row.note
        );
    }
    out
}

/// The rows as JSON.
pub fn json(rows: &[Row]) -> serde_json::Value {
    let row = |row: &Row| {
        serde_json::json!({
            "row": row.id, "what": row.what, "measured": row.measured, "must": row.must, "aim": row.aim, "note": row.note,
        })
    };
    rows.iter().map(row).collect()
}

/// A number as it is read best.
pub fn figure(value: f64) -> String {
    if value.fract() == 0.0 || value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

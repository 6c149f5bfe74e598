//! `--color`.

use std::io::IsTerminal as _;

use clap::ValueEnum;

/// Whether what is printed has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal that has them, unless the environment variable `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Whether standard output gets colours.
    pub(super) fn is_on(self) -> bool {
        // Source: no-color.org, by which an empty variable says nothing.
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self {
            Self::Auto => {
                let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
                !is_set("NO_COLOR") && !is_dumb && std::io::stdout().is_terminal()
            }
            Self::Always => true,
            Self::Never => false,
        }
    }
}

//! The procedural macro.

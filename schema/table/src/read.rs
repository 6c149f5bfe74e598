//! Rows from text.

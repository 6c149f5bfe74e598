//! Which texts are values of the built-in types.

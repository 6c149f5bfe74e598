//! The documents in the hands of tools that are not Rust: validators of other languages, which must compile every
//! document in their strictest mode and say of payloads what ours say; an editor's language service; validators of
//! OpenAPI; and a browser that opens atlases.
//!
//! They are installed from their registries. Without network, Node or Python a test says that it was skipped.

mod ajv;
mod atlas;
mod editor;
mod openapi;
mod python;
mod sample;
mod tools;

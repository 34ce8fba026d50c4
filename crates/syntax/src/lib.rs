//! Python source to our own tree with spans, and diagnostics: the only crate that knows ruff's parser.

pub mod tree;

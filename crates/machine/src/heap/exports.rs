//! Bytearrays whose bytes are read without the GIL: their size must not change meanwhile (`ob_exports` in CPython).

use super::Heap;
use crate::value::{Value, is_same};

impl Heap {
    /// Somebody begins to read a bytearray's bytes.
    pub fn export(&mut self, bytearray: Value) {
        self.exports.push(bytearray);
    }

    /// Somebody who did so is ready.
    pub fn end_export(&mut self, bytearray: Value) {
        let place = self.exports.iter().position(|other| is_same(*other, bytearray));
        if let Some(place) = place {
            self.exports.swap_remove(place);
        }
    }

    /// Whether somebody reads a bytearray's bytes.
    pub fn is_exported(&self, bytearray: Value) -> bool {
        self.exports.iter().any(|other| is_same(*other, bytearray))
    }
}

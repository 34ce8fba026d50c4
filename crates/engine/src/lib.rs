//! The wasm module that runs in the engine worker.

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_feature = "atomics")]
pub use wasm_bindgen_rayon::init_thread_pool;

/// Whether this engine was built with threads.
#[wasm_bindgen]
#[must_use]
pub fn has_threads() -> bool {
    cfg!(target_feature = "atomics")
}

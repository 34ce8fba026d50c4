//! Web Workers as Python's threads: they share this module's memory and wait for jobs from the start.

use std::sync::{Arc, OnceLock};

use live::Pool;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many Python threads can live at once; the classic examples start a hundred beside the main thread.
const WORKERS: u32 = 112;

/// The workers.
pub(crate) fn pool() -> &'static Arc<Pool> {
    static POOL: OnceLock<Arc<Pool>> = OnceLock::new();
    POOL.get_or_init(|| Pool::new(WORKERS))
}

/// How many workers to start.
#[wasm_bindgen]
#[must_use]
pub fn workers() -> u32 {
    WORKERS
}

/// What a worker needs to share this module: the module itself.
#[wasm_bindgen]
#[must_use]
pub fn shared_module() -> JsValue {
    wasm_bindgen::module()
}

/// What a worker needs to share this module: its memory.
#[wasm_bindgen]
#[must_use]
pub fn shared_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// A worker's main loop; it never returns.
#[wasm_bindgen]
pub fn work(worker: u32) {
    pool().work(worker);
}

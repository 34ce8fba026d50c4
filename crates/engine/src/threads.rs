//! Web Workers as threads, of Python and of search: they share this module's memory and wait for jobs from the start.

use std::sync::{Arc, OnceLock};

use live::Pool;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// How many Python threads can live at once; the classic examples start a hundred beside the main thread.
const WORKERS: u32 = 112;

/// The workers.
pub(crate) fn pool() -> &'static Arc<Pool> {
    static POOL: OnceLock<Arc<Pool>> = OnceLock::new();
    POOL.get_or_init(|| Pool::new(WORKERS))
}

/// How many workers to start for Python.
#[wasm_bindgen]
#[must_use]
pub fn workers() -> u32 {
    WORKERS
}

/// How many workers wait for a job.
#[wasm_bindgen]
#[must_use]
pub fn free_workers() -> usize {
    pool().free()
}

/// Makes the first workers search's own: rayon's threads are jobs that never end. So many workers must have been started
/// already, and none beyond: they need larger stacks than Python's.
///
/// # Panics
/// When it is called twice.
#[wasm_bindgen]
pub fn start_search(workers: usize) {
    rayon::ThreadPoolBuilder::new()
        .num_threads(workers)
        .spawn_handler(|thread| {
            pool().run(move |_| thread.run());
            Ok(())
        })
        .build_global()
        .expect("nothing has searched before");
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

/// Begins a worker's main loop. It blocks the worker until there is a job, and comes back to the worker's event loop where a
/// job awaits something.
#[wasm_bindgen]
pub fn work(worker: u32) {
    spawn_local(pool().worker(worker));
}

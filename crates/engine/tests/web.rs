//! The engine in a worker.
#![cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn flavour() {
    assert_eq!(engine::has_threads(), cfg!(target_feature = "atomics"));
}

//! Starts the workers that a page's engine worker starts (`www/engine/worker.js`), from the test's own module.

/// Without threads there is nothing to start.
#[cfg(not(target_feature = "atomics"))]
pub async fn start() {}

#[cfg(target_feature = "atomics")]
pub use threads::start;

#[cfg(target_feature = "atomics")]
mod threads {
    use std::sync::atomic::{AtomicBool, Ordering};

    use js_sys::{JsString, Promise};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen_futures::JsFuture;

    /// Threads of search, which come first and have the usual stacks.
    const SEARCHERS: u32 = 2;
    /// Enough for what the tests start beside them.
    const WORKERS: u32 = 6;
    /// Bytes of stack of a worker: Python's calls are not on it.
    const STACK: u32 = 256 << 10;

    #[wasm_bindgen(inline_js = "
        export function startWorkers(glue, module, memory, first, count, stack) {
            const text = `
                import init, * as wasm from '${glue}';
                onmessage = async ({ data: { module, memory, number, stack } }) => {
                    await init({ module_or_path: module, memory, thread_stack_size: stack });
                    postMessage(null);
                    wasm.work(number);
                };
            `;
            const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
            const start = (_, number) => new Promise((resolve, reject) => {
                const worker = new Worker(url, { type: 'module' });
                worker.onmessage = () => resolve(worker);
                worker.onerror = reject;
                worker.postMessage({ module, memory, number: first + number, stack });
            });
            return Promise.all(Array.from({ length: count }, start));
        }
    ")]
    extern "C" {
        #[wasm_bindgen(js_name = startWorkers)]
        fn start_workers(
            glue: &JsString,
            module: JsValue,
            memory: JsValue,
            first: u32,
            count: u32,
            stack: Option<u32>,
        ) -> Promise;
    }

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
        static GLUE: JsString;
    }

    /// Starts them once for all tests.
    pub async fn start() {
        static STARTED: AtomicBool = AtomicBool::new(false);
        if STARTED.swap(true, Ordering::Relaxed) {
            return;
        }
        start_some(0, SEARCHERS, None).await;
        engine::start_search(SEARCHERS as usize);
        start_some(SEARCHERS, WORKERS, Some(STACK)).await;
    }

    async fn start_some(first: u32, count: u32, stack: Option<u32>) {
        let glue = GLUE.with(Clone::clone);
        let (module, memory) = (wasm_bindgen::module(), wasm_bindgen::memory());
        let started = JsFuture::from(start_workers(&glue, module, memory, first, count, stack)).await;
        started.expect("workers start");
    }
}

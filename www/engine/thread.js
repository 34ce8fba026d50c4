// A worker that stands in for a Python thread: it enters the engine's module once and waits there for jobs.
import init, * as wasm from './engine.js';

onmessage = async ({ data: { module, memory, number } }) => {
    // Python's calls lie in the heap, so a small stack does.
    await init({ module_or_path: module, memory, thread_stack_size: 262144 });
    postMessage(null);
    wasm.work(number);
};

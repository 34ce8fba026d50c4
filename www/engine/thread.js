// A worker that stands in for a thread: it enters the engine's module once and waits there for jobs.
import init, * as wasm from './engine.js';

onmessage = async ({ data: { module, memory, stack, number } }) => {
    await init({ module_or_path: module, memory, thread_stack_size: stack });
    postMessage(null);
    wasm.work(number);
};

// The engine worker: lies beside the engine's own files in both of its folders, so one text serves both.
import init, * as wasm from './engine.js';

let engine;
const waiting = [];
let scheduled = false;

function send(messages) {
    for (const message of messages) {
        const bytes = message.bytes();
        postMessage(bytes, [bytes.buffer]);
    }
}

// Between two slices of work the worker looks at its messages, so Stop is heard. A message channel comes round at once,
// where a nested timer would wait 4 ms.
const channel = new MessageChannel();
channel.port1.onmessage = () => {
    scheduled = false;
    send(engine.work());
    schedule();
};

// Where workers do the work this one only looks: almost at once behind a request, so that a short run is told at once, later
// at each frame.
const FIRST = 1;
const FRAME = 16;
let wait = FIRST;

function schedule() {
    if (scheduled || !engine.is_busy()) return;
    scheduled = true;
    if (!engine.only_watches()) {
        channel.port2.postMessage(null);
        return;
    }
    setTimeout(channel.port1.onmessage, wait);
    wait = Math.min(2 * wait, FRAME);
}

// Workers that are started at once wait for one another; a few at a time come up quickest.
const AT_ONCE = 4;

// Firefox may collect a worker that nobody refers to, busy or not (its bug 1702191).
const threads = [];

/** A worker that dies may hold locks that others wait for: this one fails too, and the page starts another engine. */
function fail(event) {
    event.preventDefault();
    setTimeout(() => {
        throw new Error(`a worker has failed: ${event.message}`);
    });
}

/** Starts workers until there are `count`; resolves when all are there. */
function startThreads(count, stack) {
    const [module, memory] = [wasm.shared_module(), wasm.shared_memory()];
    return new Promise((resolve) => {
        let missing = count - threads.length;
        const start = () => {
            if (threads.length === count) return;
            // A run goes first, and Stop, as long as there are workers for its next threads.
            if (engine.is_busy() && wasm.free_workers() >= AT_ONCE) {
                setTimeout(start, FRAME);
                return;
            }
            const thread = new Worker(new URL('./thread.js', import.meta.url), { type: 'module' });
            thread.onerror = fail;
            thread.onmessage = () => {
                missing -= 1;
                if (missing === 0) resolve();
                else start();
            };
            thread.postMessage({ module, memory, stack, number: threads.length });
            threads.push(thread);
        };
        for (let i = 0; i < AT_ONCE; i += 1) start();
    });
}

/** Workers for search first, with the usual stacks; then those for Python, whose calls lie in the heap, with small ones. */
async function startAllThreads(searchers) {
    await startThreads(searchers);
    wasm.start_search(searchers);
    // The first of them can begin while others are on their way.
    startThreads(searchers + wasm.workers(), 256 << 10);
    engine.warm_up();
}

function take(request) {
    send(engine.request(request));
    wait = FIRST;
    schedule();
}

let serves = false;
onmessage = ({ data }) => (serves ? take(data) : waiting.push(data));

await init();
const cores = navigator.hardwareConcurrency ?? 1;
engine = new wasm.Engine();
const ready = engine.ready(cores);
postMessage(ready, [ready.buffer]);
// Behind that: the page is there for the learner while workers start; what is asked of it meanwhile waits for search's.
if (wasm.has_threads()) await startAllThreads(Math.min(cores, 8));
serves = true;
waiting.splice(0).forEach(take);

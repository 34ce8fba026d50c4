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

// Workers that are started at once wait for one another; a few at a time come up quickest, and the first can begin.
const AT_ONCE = 4;

function startThreads() {
    const [module, memory] = [wasm.shared_module(), wasm.shared_memory()];
    const count = wasm.workers();
    let next = 0;
    const start = () => {
        if (next === count) return;
        const thread = new Worker(new URL('./thread.js', import.meta.url), { type: 'module' });
        thread.onmessage = start;
        thread.postMessage({ module, memory, number: next });
        next += 1;
    };
    for (let i = 0; i < AT_ONCE; i += 1) start();
}

function take(request) {
    send(engine.request(request));
    wait = FIRST;
    schedule();
}

onmessage = ({ data }) => (engine ? take(data) : waiting.push(data));

await init();
if (wasm.has_threads()) {
    await wasm.initThreadPool(Math.min(navigator.hardwareConcurrency ?? 1, 8));
    startThreads();
}
engine = new wasm.Engine();
const ready = engine.ready(navigator.hardwareConcurrency ?? 1);
postMessage(ready, [ready.buffer]);
waiting.splice(0).forEach(take);

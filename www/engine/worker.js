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

function schedule() {
    if (!scheduled && engine.is_busy()) {
        scheduled = true;
        channel.port2.postMessage(null);
    }
}

function take(request) {
    send(engine.request(request));
    schedule();
}

onmessage = ({ data }) => (engine ? take(data) : waiting.push(data));

await init();
engine = new wasm.Engine();
const ready = engine.ready(navigator.hardwareConcurrency ?? 1);
postMessage(ready, [ready.buffer]);
waiting.splice(0).forEach(take);

// Runs in an empty document beside the built page: starts the page's engine and Pyodide, each in a worker, as both are
// meant to be used, and takes the time from a request to its answer.
async function startEngine() {
    const page = new URL('page/', document.baseURI);
    const html = new DOMParser().parseFromString(await (await fetch(page)).text(), 'text/html');
    const folder = html.querySelector('meta[name=engine-threads]').content;
    const worker = new Worker(new URL(`${folder}/worker.js`, page), { type: 'module' });
    await answer(worker, () => true);
    return worker;
}

async function startPyodide() {
    const start = performance.now();
    const text = `import { loadPyodide } from '${new URL('pyodide/pyodide.mjs', document.baseURI)}';
        const python = await loadPyodide();
        onmessage = ({ data }) => postMessage(python.runPython(data));
        postMessage(null);`;
    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), { type: 'module' });
    await answer(worker, () => true);
    return [worker, performance.now() - start];
}

// The first message that is the last one.
function answer(worker, isLast) {
    return new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message ?? 'a worker did not start'));
        worker.onmessage = ({ data }) => isLast(data) && resolve(data);
    });
}

let engine;
let pyodide;
globalThis.engines = {
    async startEngine() {
        engine = await startEngine();
    },
    // How long it took.
    async startPyodide() {
        let took;
        [pyodide, took] = await startPyodide();
        return took;
    },
    // `going` are the first bytes of the replies that come before the last one.
    async runEngine(request, going) {
        const start = performance.now();
        engine.postMessage(new Uint8Array(request));
        const reply = await answer(engine, (bytes) => !going.includes(bytes[0]));
        return { took: performance.now() - start, reply: Array.from(reply) };
    },
    async runPyodide(source) {
        const start = performance.now();
        pyodide.postMessage(source);
        const value = await answer(pyodide, () => true);
        return { took: performance.now() - start, value };
    },
};

// Runs in an empty document: starts Pyodide in a worker, as it is meant to be used.
let pyodide;

// The first message.
function answer(worker) {
    return new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message ?? 'a worker did not start'));
        worker.onmessage = ({ data }) => resolve(data);
    });
}

// How long it took.
window.startPyodide = async () => {
    const start = performance.now();
    const text = `import { loadPyodide } from '${new URL('pyodide/pyodide.mjs', document.baseURI)}';
        const python = await loadPyodide();
        onmessage = ({ data }) => postMessage(python.runPython(data));
        postMessage(null);`;
    pyodide = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), { type: 'module' });
    await answer(pyodide);
    return performance.now() - start;
};

window.runPyodide = async (source) => {
    const start = performance.now();
    pyodide.postMessage(source);
    const value = await answer(pyodide);
    return { took: performance.now() - start, value };
};

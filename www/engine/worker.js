// The engine worker: lies beside the engine's own files in both of its folders, so one text serves both.
import init, * as engine from './engine.js';

await init();
postMessage({ threads: engine.has_threads() });

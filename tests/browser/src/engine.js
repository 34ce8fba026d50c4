// Runs in a document without the page: starts the page's engine in its worker, and takes the time from a request to its answer.
window.engine = {
    // `folder` is where the page lies, seen from this document.
    async start(folder) {
        const page = new URL(folder, document.baseURI);
        const html = new DOMParser().parseFromString(await (await fetch(page)).text(), 'text/html');
        const address = html.querySelector('meta[name=engine-threads]').content;
        this.worker = new Worker(new URL(`${address}/worker.js`, page), { type: 'module' });
        await this.answer(this.worker, () => true);
    },
    // The first message that is the last one.
    answer(worker, isLast) {
        return new Promise((resolve, reject) => {
            worker.onerror = (event) => reject(new Error(event.message ?? 'a worker did not start'));
            worker.onmessage = ({ data }) => isLast(data) && resolve(data);
        });
    },
    // `going` are the first bytes of the replies that come before the last one.
    async run(request, going) {
        const start = performance.now();
        this.worker.postMessage(new Uint8Array(request));
        const reply = await this.answer(this.worker, (bytes) => !going.includes(bytes[0]));
        return { took: performance.now() - start, reply: Array.from(reply) };
    },
};

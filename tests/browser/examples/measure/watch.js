// Runs in the page before its own scripts: notes when each part can be used, and when a run first prints.
// All times are in milliseconds since navigation began.
const marks = { run: null, editor: null, engine: null, interactive: null };
const parts = {
    run: '[data-testid=run]:enabled',
    editor: '[data-testid=editor][data-ready=true]',
    engine: '[data-testid=run-region][data-engine=ready]',
};
let press = null;

function look() {
    const now = performance.now();
    for (const [name, selector] of Object.entries(parts)) {
        if (marks[name] === null && document.querySelector(selector)) marks[name] = now;
    }
    if (marks.interactive === null && Object.keys(parts).every((name) => marks[name] !== null)) marks.interactive = now;
    if (!press || press.took !== null) return;
    const region = document.querySelector('[data-testid=run-region]');
    if (region.dataset.runId !== press.before && document.querySelector('[data-testid=console] .out')) {
        press.took = now - press.at;
    }
}

new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
// A window hears of a click before anything in it does.
addEventListener('click', (event) => {
    if (!event.target.closest('[data-testid=run]')) return;
    const region = document.querySelector('[data-testid=run-region]');
    press = { at: event.timeStamp, before: region.dataset.runId, took: null };
}, true);
globalThis.watch = { marks, took: () => press?.took ?? null };

// Registers the service worker. Where the host did not isolate the page, the worker can, after one reload.
// One: a mark for this tab prevents a second if the first did not help.

const MARK = 'interleave-reloaded';

// An isolated page needs the worker for its next visit only: it must not compete with this one's start. In milliseconds.
const LATER = 3000;

async function isolate() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  if (crossOriginIsolated) await new Promise((done) => setTimeout(done, LATER));
  await serviceWorker.register('service-worker.js');
  const { active } = await serviceWorker.ready;
  if (crossOriginIsolated) {
    sessionStorage.removeItem(MARK);
    active.postMessage('keep');
    return;
  }
  // A frame is as isolated as the page around it, whatever its own headers say.
  if (window !== window.top || sessionStorage.getItem(MARK)) {
    active.postMessage('keep');
    return;
  }
  sessionStorage.setItem(MARK, 'yes');
  location.reload();
}

isolate().catch((error) => {
  // Private windows and odd hosts refuse it; the page then works without threads and only with a network.
  console.info('No service worker:', error.message);
});

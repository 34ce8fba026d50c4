// Sends the isolation headers where the host cannot, and keeps the page for use without a network.
// The build writes two lines before this text: BUILD, the name of this build, and FILES, what belongs to it.

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

// A name that carries a fingerprint of the content stands for the same bytes for ever.
const FINGERPRINT = /[-_./][0-9a-f]{16}[-_./]/;

// Installing waits for nothing, so that the one reload for isolation comes before anybody has typed.
addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil(forget().then(() => clients.claim())));

addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keep());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(answer(request).then(isolated));
});

/** From the cache if it cannot have changed; else from the network, and without one from the cache after all. */
async function answer(request) {
  const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept && FINGERPRINT.test(request.url)) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

function isolated(response) {
  // An opaque answer or a redirect cannot be built anew; the browser deals with it.
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** Loads what is not kept yet; most of it comes from the browser's own cache, where the page just put it. */
async function keep() {
  const cache = await caches.open(BUILD);
  const kept = await cache.keys();
  if (kept.length < FILES.length) await cache.addAll(FILES);
}

/** Drops old builds but the last one: a tab that still shows it may yet ask for its files. */
async function forget() {
  const builds = (await caches.keys()).filter((name) => name.startsWith('interleave-') && name !== BUILD);
  await Promise.all(builds.slice(0, -1).map((name) => caches.delete(name)));
}

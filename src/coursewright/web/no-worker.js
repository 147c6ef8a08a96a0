/**
 * The kill switch: the service worker that takes the course's service worker away. It stands as
 * sw.js in a preview and in a course with `offline: 0`, and can be put there by hand. It removes
 * itself and the pages that were kept. What the reader answered is in a database that no worker
 * touches.
 */
const PAUSE = 1000; // milliseconds
const SCOPE = new URL("./", self.location);

async function end() {
  await caches.delete(`coursewright-pages:${encodeURIComponent(SCOPE.pathname)}`).catch(() => {});
  await self.registration.unregister();
}

/** Chromium lets a worker wait for ever that asks before the one in charge has come to rest. */
async function insist() {
  await new Promise((done) => setTimeout(done, PAUSE));
  await self.skipWaiting();
}

self.addEventListener("install", (event) => event.waitUntil(insist()));
self.addEventListener("activate", (event) => event.waitUntil(end()));
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());

/**
 * The kill switch: the service worker that takes the course's service worker away. It stands as
 * sw.js in a preview and in a course with `offline: 0`, and can be put there by hand. It removes
 * itself and the pages that were kept. What the reader answered is in a database that no worker
 * touches.
 */
const SCOPE = new URL("./", self.location);
let asking = 0;

/** Take over now. Chromium may forget who asks while the worker in charge is busy: ask again. */
function insist() {
  clearInterval(asking);
  asking = setInterval(() => self.skipWaiting(), 1000);
  self.skipWaiting();
}

async function end() {
  clearInterval(asking);
  await caches.delete(`coursewright-pages:${encodeURIComponent(SCOPE.pathname)}`).catch(() => {});
  await self.registration.unregister();
}

self.addEventListener("install", insist);
self.addEventListener("activate", (event) => event.waitUntil(end()));

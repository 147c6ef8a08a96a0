/**
 * The service worker of a published course: keeps all of it on the phone, and gives it from there.
 * The build writes BUILD, the edition's name, and FILES, a Map from each file's path to its SHA-256
 * (Base64), above this text. So an edition is one file: who has it knows every file that belongs
 * to it, and what each must be.
 *
 * All editions share one cache, named after this worker's own address, in which a file stands under
 * its path and its SHA-256. A new edition fetches what is new and takes nothing away before it is
 * in charge; an install that was interrupted goes on where it stopped.
 */
const SCOPE = new URL("./", self.location);
const STORE = `coursewright-pages:${encodeURIComponent(SCOPE.pathname)}`;
const NOT_SAVED = "503.html";
const AT_ONCE = 3; // fetches; the reader's own come first
const TOO_MANY = 5; // failures, after which the rest waits for the next try

let asking = 0;

const isFull = (error) => error.name === "QuotaExceededError";

/** Where the store keeps a file. */
function keyOf(path) {
  return new URL(`${encodeURIComponent(path)}?${FILES.get(path)}`, SCOPE).href;
}

/** Where the site has a file; a folder's own page is asked for by the folder's address. */
function addressOf(path) {
  const steps = path.replace(/(^|\/)index\.html$/, "$1").split("/");
  return new URL(steps.map(encodeURIComponent).join("/"), SCOPE).href;
}

/** The path of the file at an address, kept or not; null outside of this course. */
function pathAt({ origin, pathname }) {
  if (origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return null;
  try {
    return decodeURIComponent(pathname.slice(SCOPE.pathname.length)).replace(/(^|\/)$/, "$1index.html");
  } catch {
    return null; // no text: "%E0%"
  }
}

async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return btoa(String.fromCharCode(...bytes));
}

/** A file from the net as a fresh answer, whatever redirects led to it, and whether it is ours. */
async function fetched(path, options) {
  const answer = await fetch(addressOf(path), options);
  const bytes = await answer.arrayBuffer();
  const type = answer.headers.get("Content-Type");
  const headers = type ? { "Content-Type": type } : {};
  const isRight = answer.ok && (await digest(bytes)) === FILES.get(path);
  return { response: new Response(bytes, { status: answer.status, headers }), isRight };
}

/** A kept file; undefined where there is none, or no store. */
async function kept(path) {
  try {
    return await caches.match(keyOf(path), { cacheName: STORE });
  } catch {
    return undefined;
  }
}

async function missingFrom(cache) {
  const present = new Set((await cache.keys()).map(({ url }) => url));
  return [...FILES.keys()].filter((path) => !present.has(keyOf(path)));
}

/** Fetch one file past the browser's own cache, which may hold another edition's. */
async function keep(cache, path) {
  const { response, isRight } = await fetched(path, { cache: "reload", priority: "low" });
  if (!isRight) throw new Error(`${path} is not this edition's (${response.status})`);
  await cache.put(keyOf(path), response);
}

/** Fetch what is missing. Rejects unless all of it is there in the end; what came stays for the
 * next try, but where the phone is full, the answers need the room more. */
async function fill() {
  const cache = await caches.open(STORE);
  const waiting = await missingFrom(cache);
  const came = [];
  const failures = [];
  const work = async () => {
    while (waiting.length && failures.length < TOO_MANY && !failures.some(isFull)) {
      const path = waiting.shift();
      await keep(cache, path).then(() => came.push(path), (error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const full = failures.find(isFull);
  if (full) await Promise.all(came.map((path) => cache.delete(keyOf(path))));
  if (failures.length) throw full ?? failures[0];
  if ((await missingFrom(cache)).length) throw new Error("Files left while others came");
}

/** Be installed with every file of this edition, or not at all, and then log why. */
async function install() {
  try {
    await fill();
  } catch (error) {
    console.error(`coursewright: edition ${BUILD} was not kept. ${error.message}`);
    if (isFull(error)) await tellAll("full");
    throw error;
  }
}

async function tellAll(news) {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const ours = pages.filter(({ url }) => url.startsWith(SCOPE.href));
  for (const page of ours) page.postMessage({ coursewright: news });
}

/** Take away what only other editions have, unless the next one is just being fetched. */
async function sweep() {
  if (self.registration.installing) return;
  const cache = await caches.open(STORE);
  const wanted = new Set([...FILES.keys()].map(keyOf));
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** Take over now. Chromium may forget who asks while the worker in charge is busy: ask again. */
function insist() {
  clearInterval(asking);
  asking = setInterval(() => self.skipWaiting(), 1000);
  self.skipWaiting();
}

async function takeOver() {
  clearInterval(asking);
  await sweep().catch(() => {}); // what is left over only takes room
  await self.clients.claim();
}

/** Say whether everything is here; if not, fetch it first, and say nothing where that fails. */
async function confirm(port) {
  try {
    await fill();
    port.postMessage(true);
  } catch {
    port.postMessage(false);
  }
}

async function notSaved() {
  return (await kept(NOT_SAVED)) ?? Response.error();
}

/** A file of this edition, from the phone; where it has vanished from there, from the net. */
async function give(event, path) {
  const found = await kept(path);
  if (found) return found;
  try {
    const { response, isRight } = await fetched(path, { cache: "no-cache" });
    if (isRight) event.waitUntil(put(path, response.clone()));
    return response;
  } catch {
    return event.request.mode === "navigate" ? notSaved() : Response.error();
  }
}

async function put(path, response) {
  try {
    await (await caches.open(STORE)).put(keyOf(path), response);
  } catch {
    // It could not be kept. The reader has it all the same.
  }
}

/** A page that this edition does not have: a folder without its slash, or something else's. */
async function lead(request, path) {
  const { origin, pathname, search } = new URL(request.url);
  if (FILES.has(`${path}/index.html`)) return Response.redirect(`${origin}${pathname}/${search}`, 301);
  return fetch(request).catch(notSaved);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? pathAt(new URL(request.url)) : null;
  if (path === null) return;
  if (FILES.has(path)) event.respondWith(give(event, path));
  else if (request.mode === "navigate") event.respondWith(lead(request, path));
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") insist();
  if (event.data === "all here?" && event.ports[0]) event.waitUntil(confirm(event.ports[0]));
});

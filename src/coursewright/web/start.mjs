/**
 * Starts a page's scripts when its text is on the screen: on a slow net they would come between the
 * reader and the first words. They are fetched side by side, and run in the order in which they are
 * named; `data-needs` names what those import.
 */
const PATIENCE = 1000; // milliseconds after the page is whole: one that nobody sees may never be painted

const { needs = "", starts = "" } = document.querySelector("script[data-starts]")?.dataset ?? {};
const listed = (addresses) => addresses.split(" ").filter(Boolean);

/** Resolves when there is something to read; at once where nobody looks, or nobody can tell. */
function painted() {
  const isTold = globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint");
  if (document.hidden || !isTold) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", resolve, { once: true });
    whole().then(() => setTimeout(resolve, PATIENCE));
    new PerformanceObserver((seen, observer) => {
      if (!seen.getEntriesByName("first-contentful-paint").length) return;
      observer.disconnect();
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}

async function whole() {
  if (document.readyState === "complete") return;
  await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

function add(name, facts, place) {
  place.append(Object.assign(document.createElement(name), facts));
}

painted().then(() => {
  for (const href of listed(needs)) add("link", { rel: "modulepreload", href }, document.head);
  for (const src of listed(starts)) add("script", { type: "module", async: false, src }, document.body);
});

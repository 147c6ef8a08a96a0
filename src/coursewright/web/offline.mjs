/**
 * On every page: has the course kept on the phone by sw.js, once the page itself is there and the
 * browser has nothing better to do. What only few pages need of that is fetched when it is needed.
 */
const { serviceWorker } = navigator;
const update = () => import("./update.mjs");

async function register() {
  try {
    const address = new URL("../../../sw.js", import.meta.url);
    return await serviceWorker.register(address, { updateViaCache: "none" });
  } catch {
    return null; // then the course works with a net, and promises nothing else
  }
}

async function begin() {
  const registration = await register();
  if (!registration) return;
  const look = async () => registration.active && registration.waiting && (await update()).offer(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
  if (registration.active && navigator.onLine) registration.update().catch(() => {});
}

function wait() {
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 1000));
  if (document.querySelector("cw-offline")) import("./offline-status.mjs");
  idle(begin);
}

if (serviceWorker) {
  let isFirst = !serviceWorker.controller; // a page takes its first worker as it is
  serviceWorker.addEventListener("controllerchange", async () => {
    if (!isFirst) update().then(({ renew }) => renew(), () => window.location.reload());
    isFirst = false;
  });
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  window.addEventListener("online", register);
}

/** The new edition of a course: offered in one line, and taken when the reader says so. */
import { storeAll } from "./draft.mjs";
import { box } from "./messages.mjs";

const AGAIN = 2000; // milliseconds until what could not be stored is tried again

let renewing = false;

/** Load this page again, once and with its answers stored: as long as one is not, the page stays.
 * The worker behind it is a new one, so this is not given up. */
export async function renew() {
  if (renewing) return;
  renewing = true;
  while (!(await storeAll())) await new Promise((resolve) => setTimeout(resolve, AGAIN));
  window.location.reload();
}

/** Let the new edition take over; every tab then renews itself. Text that cannot be stored waits. */
async function take(registration, note) {
  if (!(await storeAll())) {
    note.querySelector("p").textContent = note.dataset.unsaved;
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", renew);
  if (registration.waiting) registration.waiting.postMessage("take over");
  else renew();
}

/** Offer the edition that waits; where the page tells what is kept, else at its end. */
export function offer(registration) {
  if (document.querySelector(".cw-update")) return;
  const words = document.querySelector("script[data-update]").dataset;
  const note = box("update", words.update, [[words.take, () => take(registration, note)]]);
  note.classList.add("cw-update");
  note.dataset.unsaved = words.unsaved;
  note.setAttribute("role", "status");
  const status = document.querySelector("cw-offline");
  if (status) status.after(note);
  else document.querySelector("article").append(note);
}

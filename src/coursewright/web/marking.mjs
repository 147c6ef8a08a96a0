/**
 * The sentence that is being said, marked on the page without touching it: as a highlight of the
 * browser's where it knows them, else, and around controls, as a frame in a layer above the page.
 */
import { make } from "./elements.mjs";

const NAME = "cw-aloud";
const ROOM = 12; // pixels between the marked sentence and the edge of what is free to be seen

const frame = make("div", "cw-aloud-mark");
frame.setAttribute("aria-hidden", "true");

const isSmooth = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Mark a Range, or an element (a control, a figure), and bring it into view. */
export function mark(place) {
  unmark();
  const box = place.getBoundingClientRect();
  if (place instanceof Element || !globalThis.CSS?.highlights) putFrame(box);
  else CSS.highlights.set(NAME, new Highlight(place));
  bringIntoView(box);
}

export function unmark() {
  globalThis.CSS?.highlights?.delete(NAME);
  frame.hidden = true;
}

function putFrame({ left, top, width, height }) {
  document.body.append(frame);
  frame.hidden = false;
  frame.style.left = `${left + scrollX}px`;
  frame.style.top = `${top + scrollY}px`;
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
}

/** Nothing jumps for a sentence that can be seen already. */
function bringIntoView({ top, bottom }) {
  const high = (document.querySelector(".cw-header")?.getBoundingClientRect().bottom ?? 0) + ROOM;
  const low = (document.querySelector(".cw-aloud-bar")?.getBoundingClientRect().top ?? innerHeight) - ROOM;
  if (top >= high && bottom <= low) return;
  scrollBy({ top: top - high - (low - high) / 5, behavior: isSmooth() ? "smooth" : "auto" });
}

/**
 * Reading aloud: «Read aloud» on a page or an exercise begins there, and a bar at the foot of the
 * screen steers it. While the bar is there, a tap on a text goes on from that sentence. It ends with
 * the text, with «Stop» and Escape, and with the page.
 */
import { Bar } from "./aloud-bar.mjs";
import { readingWords, wear } from "./fetched.mjs";
import { Reader } from "./reader.mjs";
import { set, setting } from "./settings.mjs";
import { findVoice, silence } from "./voices.mjs";

const CONTROLS = "a, button, input, select, textarea, label, summary, dialog, .cw-sheet";

let current = null; // {button, bar, reader, stay}

/** Read the exercise that the button stands in, else the page; a second press ends it. */
export async function start(button) {
  const isSame = current?.button === button;
  stop();
  if (isSame) return;
  const mine = (current = { button, stay: new AbortController() });
  const [words, voice] = await Promise.all([readingWords(), findVoice(language()), wear("aloud.css")]);
  if (current !== mine) return;
  button.ariaPressed = "true";
  mine.bar = new Bar(words, acts(mine), setting("speed") ?? "1");
  document.body.append(mine.bar.element);
  if (voice) begin(mine, words, voice);
  else mine.bar.tell(words["no-voice"], { final: true });
  mine.bar.focus();
}

/** End it, and give the focus back if it was in the bar. */
export function stop() {
  if (!current) return;
  const { button, bar, reader, stay } = current;
  const hadFocus = bar?.element.contains(document.activeElement);
  current = null;
  stay.abort();
  silence();
  reader?.end();
  bar?.element.remove();
  button.removeAttribute("aria-pressed");
  if (hadFocus) button.focus({ preventScroll: true });
}

const language = () => document.documentElement.lang || "da";
const page = () => document.querySelector("article");

function begin(mine, words, voice) {
  const tell = (state, trouble) => {
    if (state === "ended") return mine === current && stop();
    mine.bar.show(state);
    if (trouble) mine.bar.tell(words[trouble]);
  };
  const root = mine.button.closest(".cw-exercise") ?? page();
  const rate = Number(setting("speed") ?? 1);
  mine.reader = new Reader(root, { words, voice, rate, tell });
  listen(mine);
  mine.reader.resume();
}

function acts(mine) {
  const ask = (act) => () => mine.reader && act(mine.reader);
  return {
    back: ask((reader) => reader.step(-1)),
    onward: ask((reader) => reader.step(1)),
    toggle: ask((reader) => (reader.state === "reading" ? reader.pause() : reader.resume())),
    speed: (value) => {
      set({ speed: value === "1" ? "" : value });
      mine.reader.rate = Number(value);
    },
    stop,
  };
}

function listen({ reader, stay: { signal } }) {
  addEventListener("pagehide", stop, { signal });
  document.addEventListener("visibilitychange", () => document.hidden && reader.pause(), { signal });
  document.addEventListener("click", (event) => follow(reader, event), { signal });
}

/** A tap on a text, where it does nothing else, is where to go on. */
function follow(reader, { target, clientX, clientY }) {
  const isFree = !target.closest(CONTROLS) && getSelection().isCollapsed;
  if (!isFree || !page()?.contains(target)) return;
  const place = placeAt(clientX, clientY);
  if (!place) return;
  if (!reader.root.contains(target)) reader.root = page();
  reader.jump(...place);
}

function placeAt(x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return [caret.offsetNode, caret.offset];
  const range = document.caretRangeFromPoint?.(x, y);
  return range && [range.startContainer, range.startOffset];
}

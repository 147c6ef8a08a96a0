/**
 * The base of elements that are about all answers of a course at once. Begins when the page is
 * there, draws again when an answer changes anywhere, and when the page comes back.
 */
import { inTurn } from "./database.mjs";
import { AnswerStore } from "./store.mjs";

const SOON = 1000; // milliseconds; so long at most for what can wait

/** Resolves when the browser has drawn what is more urgent. */
export function atRest() {
  const ask = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, SOON / 5));
  return new Promise((resolve) => ask(resolve, { timeout: SOON }));
}

export class WholeAnswers extends HTMLElement {
  store = null;
  words = {};
  #stay = null;

  /** Look into the store and show it: what `look()` does, one run after the other. */
  draw = inTurn(() => this.look());

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
    } else this.#begin();
  }

  disconnectedCallback() {
    this.#stay?.abort();
  }

  #begin() {
    if (!this.isConnected) return;
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    if (!this.store) {
      const spec = JSON.parse(this.querySelector("script.cw-spec").textContent);
      this.store = AnswerStore.for(this.dataset.course);
      this.words = spec.words;
      this.prepare(spec);
    }
    this.listen(signal);
    signal.addEventListener("abort", this.store.watch((news) => this.hear(news)));
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.draw(), { signal });
    this.draw();
  }

  /** Once: take what the server wrote beside `words`. */
  prepare() {}

  /** Wire listeners that end with `signal`: the element may leave the page and come back. */
  listen() {}

  /** News from the store, see its `watch()`. */
  hear({ state }) {
    if (!state) this.draw();
  }
}

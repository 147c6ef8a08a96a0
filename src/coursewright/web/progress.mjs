/**
 * <cw-progress data-course data-exercises='["a/b"]' data-words="{count} af {total} øvelser">:
 * how many of some exercises have been answered on this phone. Says nothing while it is none.
 */
import { fill } from "./messages.mjs";
import { AnswerStore } from "./store.mjs";

/** The ids of all exercises with an answer or an attempt. */
export function answeredIn({ answers, attempts }) {
  const filled = answers.filter(({ value }) => value.length);
  return new Set([...filled, ...attempts].map(({ exercise }) => exercise));
}

const readings = new Map(); // store → one reading for all elements that ask at the same moment

function reading(store) {
  if (!readings.has(store)) {
    readings.set(store, store.everything().finally(() => readings.delete(store)));
  }
  return readings.get(store);
}

class Progress extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    const store = AnswerStore.for(this.dataset.course);
    this.#stop = store.watch(({ wiped, state }) => {
      if (wiped) readings.delete(store);
      if (!state) this.#show(store);
    });
    this.#show(store);
  }

  disconnectedCallback() {
    this.#stop();
  }

  async #show(store) {
    try {
      const answered = answeredIn(await reading(store));
      const exercises = JSON.parse(this.dataset.exercises);
      this.#write(exercises.filter((exercise) => answered.has(exercise)).length, exercises.length);
    } catch {
      // Nothing can be read here: the page simply does not count.
    }
  }

  #write(count, total) {
    const bar = this.querySelector("progress");
    const text = this.querySelector('[data-role="text"]');
    const words = this.dataset.words ?? "{count} / {total}";
    if (text) text.textContent = count ? fill(words, { count, total }) : "";
    if (!bar) return;
    bar.max = total;
    bar.value = count;
    bar.hidden = !count;
  }
}

if (!customElements.get("cw-progress")) customElements.define("cw-progress", Progress);

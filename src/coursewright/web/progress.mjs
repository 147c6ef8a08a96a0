/**
 * <cw-progress data-course data-exercises='["a/b"]' data-words="{count} af {total} øvelser">:
 * how many of some exercises have been answered on this phone. Says nothing while it is none. An
 * exercise that was renamed is listed by all its ids, "now,earlier".
 */
import { fill } from "./messages.mjs";
import { AnswerStore } from "./store.mjs";

/** The ids of all exercises with an answer or an attempt. */
export function answeredIn({ answers, attempts }) {
  const filled = answers.filter(({ value }) => value.length);
  return new Set([...filled, ...attempts].map(({ exercise }) => exercise));
}

/** The exercises of an element's list, by their ids now. */
export function exercisesOf(element) {
  return listOf(element).map((ids) => ids.split(",")[0]);
}

const listOf = (element) => JSON.parse(element?.dataset.exercises ?? "[]");

/** Which exercises of this page's lists were answered; earlier ids are followed. */
export async function findAnswered(store) {
  const ids = [...document.querySelectorAll("cw-progress")].flatMap(listOf);
  const lists = ids.map((names) => names.split(","));
  const names = new Map(lists.flatMap(([now, ...was]) => was.map((id) => [id, now])));
  return answeredIn(await store.everything(names));
}

const readings = new Map(); // store → one reading for all elements that ask at the same moment

function reading(store) {
  if (!readings.has(store)) {
    readings.set(store, findAnswered(store).finally(() => readings.delete(store)));
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
      const answered = await reading(store);
      const exercises = exercisesOf(this);
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

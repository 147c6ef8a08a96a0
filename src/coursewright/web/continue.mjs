/**
 * <cw-continue data-course data-words="Fortsæt: {title}"> around a link that begins something:
 * once the reader has begun, it leads to the first step that is not finished. The steps are the
 * page's own [data-step] elements, each with a link and a <cw-progress>.
 */
import { fill } from "./messages.mjs";
import { exercisesOf, findAnswered } from "./progress.mjs";
import { AnswerStore } from "./store.mjs";

/** The steps of this page, in order: their link, and how many of their exercises are answered. */
function stepsWith(answered) {
  return [...document.querySelectorAll("[data-step]")].map((step) => {
    const link = step.querySelector("a");
    const exercises = exercisesOf(step.querySelector("cw-progress"));
    return { link, total: exercises.length, done: exercises.filter((id) => answered.has(id)).length };
  });
}

class Continue extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    const store = AnswerStore.for(this.dataset.course);
    const [link] = this.querySelectorAll("a");
    const begin = { href: link.href, text: link.textContent };
    const show = () => this.#show(store, link, begin);
    this.#stop = store.watch(show);
    show();
  }

  disconnectedCallback() {
    this.#stop();
  }

  async #show(store, link, { href, text }) {
    try {
      const steps = stepsWith(await findAnswered(store));
      const next = steps.some(({ done }) => done) && steps.find(({ done, total }) => done < total);
      link.href = next ? next.link.href : href;
      link.textContent = next ? fill(this.dataset.words, { title: next.link.textContent }) : text;
    } catch {
      // Nothing can be read here: the link begins, as it was written.
    }
  }
}

if (!customElements.get("cw-continue")) customElements.define("cw-continue", Continue);

/** One part at a time, and at the end all of them together. Who comes back sees all at once. */
import { fill } from "../../web/exercise.mjs";

export class Steps {
  #exercise;
  #parts;
  #at = 0; // which part shows; as many as there are: all of them
  #begun = false; // by the reader, in this stay

  constructor(exercise, parts) {
    this.#exercise = exercise;
    this.#parts = parts;
    const go = { back: () => this.#at - 1, next: () => this.#at + 1, "walk-again": () => 0 };
    for (const [role, where] of Object.entries(go)) {
      exercise.listen(this.#find(role), "click", () => this.#go(where()));
    }
    exercise.listen(exercise, "focusin", () => (this.#begun = true));
    this.#show();
  }

  /** Begin where it makes sense, until the reader decides. */
  resume(isAnswered) {
    if (this.#begun) return;
    this.#at = isAnswered ? this.#parts.length : 0;
    this.#show();
  }

  get #isWhole() {
    return this.#at >= this.#parts.length;
  }

  #find(role) {
    return this.#exercise.querySelector(`[data-role="${role}"]`);
  }

  #go(at) {
    this.#begun = true;
    this.#at = at;
    this.#show();
    const part = this.#isWhole ? this.#parts[0] : this.#parts[at];
    part.focus({ preventScroll: true });
    this.#exercise.scrollIntoView();
    if (!this.#isWhole) this.#exercise.say(this.#words());
  }

  #words() {
    return fill(this.#exercise.words.step, { number: this.#at + 1, total: this.#parts.length });
  }

  #show() {
    const [at, count, whole] = [this.#at, this.#parts.length, this.#isWhole];
    this.#parts.forEach((part, index) => (part.hidden = !whole && index !== at));
    const step = this.#find("step");
    step.hidden = this.#find("walk").hidden = whole;
    step.querySelector("p").textContent = whole ? "" : this.#words();
    step.querySelector("progress").value = at + 1;
    this.#find("walk-again").hidden = !whole;
    this.#find("back").hidden = at === 0;
    const { next, "see-all": all } = this.#exercise.words;
    this.#find("next").textContent = at < count - 1 ? next : all;
  }
}

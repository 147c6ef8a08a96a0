/** <cw-checklist>: counts what is answered, and shows the result when the reader asks for it. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { drawSeries, formatDate } from "../../web/series.mjs";
import { answeredOf, bandOf, picks, score } from "./scoring.mjs";

class Checklist extends Exercise {
  static manual = true;

  #asked = 0; // the round in which the reader asked for the result

  enhance() {
    this.listen(this.#part("see"), "click", () => this.#see());
    this.listen(this.#part("missing"), "click", (event) => this.#goTo(event));
    this.listen(this, "change", () => this.#follow());
  }

  refresh() {
    const answers = this.#answers();
    const items = this.#items();
    const count = answeredOf(items, answers).length;
    this.#part("count").textContent = fill(this.words.answered, { count, total: items.length });
    if (!count) this.#asked = 0;
    const missing = this.#part("missing");
    if (!missing.hidden) this.#showMissing(missing);
    if (this.#isShown()) this.#showResult(answers);
    else this.#hideResult();
  }

  /** What was answered becomes an attempt when the reader has asked for the result. */
  result() {
    if (!this.#isShown()) return null;
    const answers = this.#answers();
    const parts = this.#profile(answers).filter((part) => part.value !== null);
    if (!this.#hasTotal()) return { text: parts.map(({ title, text }) => `${title} ${text}`).join(", "), parts: parts.map(({ text: _, ...part }) => part) };
    const whole = this.#real(score(this.#items(), answers, this.spec.scale));
    const text = fill(this.words["out-of"], { value: this.#number(whole.value), high: this.#number(whole.to) });
    return { text, ...whole, parts };
  }
}

define("checklist", Checklist);

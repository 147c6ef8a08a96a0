/** One prompt on the page: what to answer, and the suggestions and criteria that come afterwards. */
import { fill } from "../../web/messages.mjs";
import { formatDate } from "../../web/series.mjs";
import { ownAnswer } from "./answers.mjs";

export class Turn {
  #id;
  #words;
  #prompt;
  #review;
  #models;
  #isRewriting = false;

  constructor(practice, id) {
    this.#id = id;
    this.#words = practice.words;
    this.#prompt = practice.querySelector(`[data-prompt="${id}"]`);
    this.#review = practice.querySelector(`[data-review="${id}"]`);
    this.#models = this.#review.querySelector("details");
    this.#models.querySelector("summary").hidden = true; // a button opens it
  }

  /** Show it if it is the one of this moment. number: its place in this round, 0: not drawn. */
  show(values, { number, total, isNow }) {
    const isSeen = `${this.#id}:seen` in values;
    this.#prompt.hidden = !isNow;
    this.#review.hidden = !isNow || !isSeen;
    this.#models.open = isSeen;
    for (const section of [this.#prompt, this.#review]) section.dataset.drawn = number > 0 ? "yes" : "no";
    for (const role of number ? ["number", "answers-to"] : []) {
      this.#part(role).textContent = fill(this.#words[role], { number, total });
    }
    this.#showSecond(values[this.#id], values[`${this.#id}:again`]);
  }

  /** Beside the suggestions: what the reader answered the last time, from that attempt. */
  showEarlier(attempt) {
    const box = this.#part("earlier");
    box.hidden = !attempt;
    if (!attempt) return;
    const [when, text] = box.querySelectorAll("p");
    when.textContent = fill(this.#words.earlier, { date: formatDate(attempt.at) });
    text.textContent = ownAnswer(attempt.response, this.#id);
  }

  focus() {
    this.#part("situation").focus({ preventScroll: true });
    this.#prompt.scrollIntoView({ block: "nearest" });
  }

  focusModels() {
    this.#models.querySelector("h3").focus();
  }

  rewrite() {
    this.#isRewriting = true;
    this.#part("rewrite").hidden = true;
    this.#part("second").hidden = false;
    this.#part("second").querySelector("textarea").focus();
  }

  #part(role) {
    const part = `[data-role="${role}"]`;
    return this.#prompt.querySelector(part) ?? this.#review.querySelector(part);
  }

  /** The second version stands under the first, which is kept as it was. */
  #showSecond(first = "", second = "") {
    this.#isRewriting &&= Boolean(first);
    const isShown = Boolean(second) || this.#isRewriting;
    this.#part("second").hidden = !isShown;
    this.#part("rewrite").hidden = isShown || !first;
    this.#part("first").hidden = !first;
    this.#part("first").textContent = fill(this.#words.first, { text: first });
  }
}

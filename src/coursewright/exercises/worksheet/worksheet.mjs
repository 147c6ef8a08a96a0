/** <cw-worksheet>: rows as many as are needed, one step at a time, and every version kept. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { Rows } from "../../web/rows.mjs";
import { answersIn, asLine } from "./answers.mjs";
import { Choices } from "./choices.mjs";
import { Steps } from "./steps.mjs";
import { showVersions } from "./versions.mjs";

class Worksheet extends Exercise {
  static late = true;
  static carries = true;

  #rows = [];
  #choices = [];
  #steps = null;

  enhance() {
    const all = (selector) => [...this.querySelectorAll(selector)];
    this.#rows = all("[data-rows]").map((box) => new Rows(this, box));
    this.#choices = all("[data-from]").map((line) => new Choices(this, line, this.#rowsOf(line)));
    if (this.#part("walk")) this.#steps = new Steps(this, all(".cw-worksheet__part"));
  }

  expect(fields) {
    for (const rows of this.#rows) rows.expect(fields);
  }

  refresh() {
    const result = this.result();
    for (const each of [...this.#rows, ...this.#choices]) each.show();
    this.#steps?.resume(result !== null);
    const filled = this.#part("filled");
    filled.hidden = !result;
    filled.textContent = result?.text ?? "";
    showVersions(this.#part("versions"), this.earlier(), this.words);
  }

  /** How much is filled in, and in which words; whether it is good is for the reader to say. */
  result() {
    const lines = this.#tasks().flatMap(answersIn);
    if (!lines.length) return null;
    const [count, total] = [lines.length, this.#tasks().length];
    const words = count === total ? this.words["all-filled"] : this.words.filled;
    return { text: fill(words, { count, total }), lines };
  }

  asText() {
    const parts = [...this.querySelectorAll(".cw-worksheet__part")].map((part) => {
      const lines = this.#tasks(part).flatMap(answersIn).map(asLine);
      const title = part.querySelector("h3")?.textContent;
      return lines.length ? [...(title ? [title.toUpperCase()] : []), ...lines].join("\n\n") : "";
    });
    return `${[this.dataset.title, ...parts].filter(Boolean).join("\n\n")}\n`;
  }

  #tasks(element = this) {
    return [...element.querySelectorAll("[data-task]")];
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  #rowsOf({ dataset: { into } }) {
    return this.#rows.find(({ name }) => name === into);
  }
}

define("worksheet", Worksheet);

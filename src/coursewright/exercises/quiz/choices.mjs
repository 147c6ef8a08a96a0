/** The choices of one question on the page: what is chosen, and what was right about it. */

export class Choices {
  #boxes = new Map(); // value → {input, box, word, said}, in the order of the page
  #words;

  /** `question` is the question's fieldset. Feedback moves from the key to its choice. */
  constructor(question, words) {
    this.#words = words;
    for (const box of question.querySelectorAll("[data-choice]")) {
      const value = box.dataset.choice;
      const feedback = question.querySelector(`[data-said="${value}"]`);
      this.#boxes.set(value, this.#prepare(box, feedback));
    }
  }

  /** The chosen values, in the order of the page. */
  get answer() {
    return [...this.#boxes.keys()].filter((value) => this.#boxes.get(value).input.checked);
  }

  focus() {
    const inputs = [...this.#boxes.values()].map(({ input }) => input);
    (inputs.find(({ checked }) => checked) ?? inputs[0]).focus();
  }

  /** Show marks, a map value → mark; an empty map takes them away. A screen reader reads hidden
   * descriptions, too, so what is said describes an option only while it is shown. */
  show(marks) {
    for (const [value, { input, box, word, said }] of this.#boxes) {
      const mark = marks.get(value);
      box.dataset.mark = mark ?? "";
      word.textContent = mark ? this.#words[mark] : "";
      said.hidden = !mark;
      if (mark) input.setAttribute("aria-describedby", said.id);
      else input.removeAttribute("aria-describedby");
    }
  }

  #prepare(box, feedback) {
    const input = box.querySelector("input");
    const said = document.createElement("div");
    const word = document.createElement("strong");
    said.className = "cw-quiz__said";
    said.id = `${input.id}-said`;
    said.hidden = true;
    word.className = "cw-quiz__mark";
    said.append(word, ...(feedback ? [" ", feedback] : []));
    box.append(said);
    return { input, box, word, said };
  }
}

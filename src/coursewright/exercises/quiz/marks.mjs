/** The parts of one question on the page (options, items, gaps), and how each of them was. */

const CONTROLS = "input:not([type=hidden]), select, button";

export class Marks {
  #parts = new Map(); // part → {box, word, said}, in the order of the page
  #words;

  /** `question` is the question's fieldset. Feedback moves from the key to its part. */
  constructor(question, words) {
    this.#words = words;
    for (const box of question.querySelectorAll("[data-part]")) {
      const value = box.dataset.part;
      this.#parts.set(value, this.#prepare(question, box, value));
    }
  }

  /** Give focus to a part: to what is chosen there, else to the first that can be. */
  focus(value) {
    const { box } = this.#parts.get(value) ?? this.#parts.values().next().value;
    (box.querySelector("input:checked") ?? control(box)).focus();
  }

  /** Show marks, a map part → mark; an empty map takes them away. A screen reader reads hidden
   * descriptions, too, so what is said describes a part only while it is shown. */
  show(marks) {
    for (const [value, { box, word, said }] of this.#parts) {
      const mark = marks.get(value);
      const told = box.matches("fieldset") ? box : control(box);
      for (const each of [box, said]) {
        if (mark) each.dataset.mark = mark;
        else delete each.dataset.mark;
      }
      word.textContent = mark ? this.#words[mark] : "";
      said.hidden = !mark;
      if (mark) told.setAttribute("aria-describedby", said.id);
      else told.removeAttribute("aria-describedby");
    }
  }

  /** In running text there is no room below a part: what is said of it stands below the text. */
  #prepare(question, box, value) {
    const feedback = question.querySelector(`[data-said="${value}"]`);
    const said = document.createElement("div");
    const word = document.createElement("strong");
    said.className = "cw-quiz__said";
    said.id = `${control(box).id}-said`;
    said.hidden = true;
    word.className = "cw-quiz__mark";
    const label = box.dataset.label ? [`${box.dataset.label}: `] : [];
    said.append(...label, word, ...(feedback ? [" ", feedback] : []));
    (question.querySelector('[data-role="said"]') ?? box).append(said);
    return { box, word, said };
  }
}

const control = (box) => box.querySelector(CONTROLS);

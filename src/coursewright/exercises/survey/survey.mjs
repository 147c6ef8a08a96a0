/** <cw-survey>: asks what the earlier answers lead to, and sums the answers up to be shared. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { linesIn } from "../../web/fields.mjs";
import { askedOf } from "./asking.mjs";
import { lineNodes } from "./lines.mjs";

class Survey extends Exercise {
  static late = true;

  #boxes = new Map(); // question's id → its part of the page
  #told = null; // the questions that stood there when the reader last answered
  #opened = 0; // the round in which the reader asked for the answers

  enhance() {
    for (const box of this.querySelectorAll("[data-question]")) this.#boxes.set(box.dataset.question, box);
    this.#part("bar").hidden = false;
    this.listen(this.#part("see"), "click", () => this.#see());
    this.listen(this, "change", () => this.#announce());
  }

  refresh() {
    const asked = this.#asked();
    for (const [id, box] of this.#boxes) box.hidden = !asked.includes(id);
    this.#told ??= asked;
    const result = this.result();
    const isOpen = Boolean(result) && this.#isOpen();
    this.#part("count").textContent = this.#counted();
    this.#part("bar").hidden = isOpen;
    this.#part("see").hidden = !result;
    this.#part("result").hidden = !isOpen;
    this.#part("afterwards")?.toggleAttribute("hidden", !isOpen);
    if (!isOpen) return;
    this.dataset.state = "result";
    this.#part("answered").textContent = result.text;
    this.#part("lines").replaceChildren(...lineNodes(result, this.earlier(), this.words));
  }

  result() {
    const values = this.values();
    const asked = this.#asked().filter((id) => id in values);
    if (!asked.length) return null;
    const questions = this.spec.questions.filter(({ id }) => asked.includes(id));
    const scales = questions.filter(({ to }) => to !== undefined);
    const parts = scales.map(({ id, title, from, to }) => ({ title, value: Number(values[id]), from, to }));
    const lines = questions.map((question) => ({ title: question.title, text: this.#answerTo(question) }));
    return { text: this.#counted(), parts, lines };
  }

  asText() {
    const { text = "", lines = [] } = this.result() ?? {};
    const said = lines.map((line) => `${line.title}\n${line.text}`);
    return [this.dataset.title, text, ...said].filter(Boolean).join("\n\n");
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  /** An answer in words; a number with the ends of its scale: «4 (1–5)». */
  #answerTo({ id, from, to }) {
    const [{ text }] = linesIn(this.#boxes.get(id));
    return to === undefined ? text : `${text} (${from}–${to})`.replaceAll("-", "−");
  }

  #asked() {
    return askedOf(this.spec.questions, this.values());
  }

  /** «3 af 5 besvaret»; a box that is not ticked says something, too, so it is not missing. */
  #counted() {
    const values = this.values();
    const asked = this.#asked();
    const ticks = this.spec.questions.filter(({ tick }) => tick).map(({ id }) => id);
    const total = asked.filter((id) => id in values || !ticks.includes(id)).length;
    const count = asked.filter((id) => id in values).length;
    return fill(this.words.answered, { count, total });
  }

  /** Shown once asked for; after that also when the reader comes back to this round. */
  #isOpen() {
    return this.#opened === this.round || this.attempts.some(({ round }) => round === this.round);
  }

  #see() {
    const panel = this.#part("result");
    this.#opened = this.round;
    this.keep();
    this.refresh();
    this.say(this.result().text);
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }

  /** Say what has come up because of the answer; focus stays where it was. */
  #announce() {
    const asked = this.#asked();
    for (const { id, title } of this.spec.questions) {
      if (asked.includes(id) && !this.#told.includes(id)) this.say(title);
    }
    this.#told = asked;
  }
}

define("survey", Survey);

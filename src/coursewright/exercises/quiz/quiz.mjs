/** <cw-quiz>: questions that say how the answer was when the reader asks. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { Choices } from "./choices.mjs";
import { best, markAnswer, verdict } from "./marking.mjs";

/** What a question of each type is answered with. */
const ANSWERED_WITH = { one: Choices, many: Choices, "true-false": Choices };

/** One question on the page. Whether it is checked is stored beside the answer, as a copy of the
 * answer that was checked: another choice makes it unchecked by itself. */
class Question {
  #quiz;
  #key;
  #box;
  #input;
  #asked = false; // checked without an answer: the reader is told what is missing

  constructor(quiz, key) {
    this.#quiz = quiz;
    this.#key = key;
    this.#box = quiz.querySelector(`[data-question="${key.id}"]`);
    this.#input = new ANSWERED_WITH[key.choose](this.#box, quiz.words);
    const feedback = this.#part("feedback");
    if (feedback) this.#part("after").append(feedback);
    this.#part("key").remove();
    quiz.listen(this.#part("check"), "click", () => this.#check());
    quiz.listen(this.#part("retry"), "click", () => this.#retry());
  }

  /** How the answer was, or null while it is not checked. */
  get outcome() {
    const { answer } = this.#input;
    const isChecked = answer.length > 0 && this.#quiz.values()[this.#field] === answer.join(" ");
    return isChecked ? markAnswer(this.#key, answer) : null;
  }

  show() {
    const { outcome } = this;
    this.#asked &&= this.#input.answer.length === 0;
    this.#input.show(outcome?.marks ?? new Map());
    const text = outcome ? this.#verdict(outcome) : this.#asked ? this.#quiz.words["choose-first"] : "";
    this.#part("verdict").textContent = text;
    this.#part("verdict").hidden = !text;
    this.#part("after").hidden = !outcome || !this.#part("after").hasChildNodes();
    this.#part("check").hidden = Boolean(outcome);
    this.#part("retry").hidden = !outcome || outcome.isRight;
  }

  get #field() {
    return `${this.#key.id}.checked`;
  }

  #part(role) {
    return this.#box.querySelector(`[data-role="${role}"]`);
  }

  #verdict(outcome) {
    const { found, extra } = outcome;
    const values = { found, extra, total: this.#key.right.length };
    return fill(this.#quiz.words[verdict(this.#key, outcome)], values);
  }

  #check() {
    const { answer } = this.#input;
    this.#asked = answer.length === 0;
    if (this.#asked) {
      this.show();
      this.#quiz.say(this.#quiz.words["choose-first"]);
      this.#input.focus();
      return;
    }
    this.#quiz.set(this.#field, answer.join(" "));
    this.#quiz.keep();
    this.#part("verdict").focus({ preventScroll: true });
  }

  /** The earlier choice stays until the reader makes another. */
  #retry() {
    this.#quiz.set(this.#field, "");
    this.#input.focus();
  }
}

class Quiz extends Exercise {
  static manual = true;
  #questions = [];

  enhance() {
    this.#questions = this.spec.questions.map((key) => new Question(this, key));
  }

  refresh() {
    for (const question of this.#questions) question.show();
    const result = this.result();
    const isShown = Boolean(result) && this.#questions.length > 1;
    this.#part("result").hidden = !isShown;
    if (result) this.dataset.state = "result";
    if (!isShown) return;
    this.#part("score").textContent = result.text;
    const earlier = this.earlier().map((attempt) => attempt.result);
    this.#part("rounds").hidden = earlier.length === 0;
    if (earlier.length === 0) return;
    const values = { best: best([...earlier, result]).text, last: earlier.at(-1).text };
    this.#part("rounds").textContent = fill(this.words.rounds, values);
  }

  result() {
    const outcomes = this.#questions.map(({ outcome }) => outcome);
    if (outcomes.length === 0 || outcomes.includes(null)) return null;
    const count = outcomes.filter(({ isRight }) => isRight).length;
    const total = outcomes.length;
    return { text: fill(this.words.score, { count, total }), value: count, from: 0, to: total };
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }
}

define("quiz", Quiz);

/** <cw-quiz>: questions that say how the answer was when the reader asks. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { draw } from "./draw.mjs";
import { best, change, checked, wasRight } from "./marking.mjs";
import { Question } from "./question.mjs";

const ASKED = ".asked"; // the questions that were drawn, from the first answer on
const AGAIN = ".again"; // those that have come back

class Quiz extends Exercise {
  static manual = true;
  #questions = [];

  enhance() {
    const { questions } = this.spec;
    if (!this.#questions.length) this.#questions = questions.map((key) => new Question(this, key));
    for (const type of ["input", "change"]) this.listen(this, type, () => this.#hold());
    const comeBack = this.#part("come-back");
    if (comeBack) this.listen(comeBack, "click", () => this.#comeBack());
  }

  set(field, value) {
    super.set(field, value);
    this.#hold();
  }

  refresh() {
    const values = this.values();
    const asked = this.#asked(values);
    const again = listed(values[AGAIN]);
    for (const question of this.#questions) {
      const { id } = question.key;
      const number = asked.indexOf(question) + 1;
      question.item.hidden = number === 0 || (again.length > 0 && !again.includes(id));
      if (number > 0) question.number(asked.length > 1 ? fill(this.words["question-of"], { number, total: asked.length }) : "");
      question.show(values);
    }
    const result = this.result();
    if (result) this.dataset.state = "result";
    const isChecked = asked.every(({ key }) => checked(key, values));
    this.#showResult(asked, isChecked && result);
    this.#showAgain(asked, values);
  }

  result() {
    const values = this.values();
    const asked = this.#asked(values);
    const outcomes = asked.map(({ key }) => wasRight(key, values));
    if (outcomes.length === 0 || outcomes.includes(null)) return null;
    const count = outcomes.filter(Boolean).length;
    const total = outcomes.length;
    const isMastered = this.spec.mastery && count < total && this.#wrong(asked, values).length === 0;
    const text = fill(this.words[isMastered ? "score-mastered" : "score"], { count, total });
    return { text, value: count, from: 0, to: total };
  }

  /** Whether a question has come back in this round. */
  isBack(id) {
    return listed(this.values()[AGAIN]).includes(id);
  }

  /** A question was checked: keep it, and tell the result when it was the last one. */
  settled() {
    this.keep();
    const result = this.result();
    if (result && !this.#part("result").hidden) this.say(result.text);
  }

  /** The questions of this round. Drawn by chance that stays the same until it is stored; who
   * answered before this script came keeps that question. */
  #asked(values) {
    const { pick } = this.spec;
    if (!pick) return this.#questions;
    const ids = this.#questions.map(({ key }) => key.id);
    const known = listed(values[ASKED]);
    const seed = `${this.exercise}/${this.round}/${this.earlier().at(-1)?.at ?? ""}`;
    const begun = this.#questions.filter((question) => question.fields(values).length).map(({ key }) => key.id);
    const drawn = known.some((id) => ids.includes(id)) ? known : draw(ids, pick, seed, this.#before(), begun);
    return this.#questions.filter(({ key }) => drawn.includes(key.id));
  }

  /** Store what was drawn as soon as the reader has begun on it. */
  #hold() {
    const values = this.values();
    if (!this.spec.pick || values[ASKED] || Object.keys(values).length === 0) return;
    super.set(ASKED, this.#asked(values).map(({ key }) => key.id).join(" "));
  }

  /** Question → whether it was right last time, null where it was not asked. */
  #before() {
    const { response = {} } = this.earlier().at(-1) ?? {};
    return new Map(this.#questions.map(({ key }) => [key.id, wasRight(key, response)]));
  }

  /** With `mastery`, those that have not been right yet. */
  #wrong(asked, values) {
    return asked.filter(({ key }) => values[`${key.id}.first`] === "wrong");
  }

  /** Ask again what was wrong, alone and without the answer. */
  #comeBack() {
    const values = this.values();
    const wrong = this.#wrong(this.#asked(values), values);
    for (const question of wrong) {
      for (const field of question.fields(values)) this.set(field, "");
      this.set(`${question.key.id}.checked`, "");
    }
    this.set(AGAIN, wrong.map(({ key }) => key.id).join(" "));
    wrong[0].focus();
  }

  #showResult(asked, result) {
    const isShown = Boolean(result) && (asked.length > 1 || this.spec.mastery);
    this.#part("result").hidden = !isShown;
    if (!isShown) return;
    this.#part("score").textContent = result.text;
    const earlier = this.earlier().map((attempt) => attempt.result);
    this.#part("rounds").hidden = this.#part("changes").hidden = earlier.length === 0;
    if (earlier.length === 0) return;
    const values = { best: best([...earlier, result]).text, last: earlier.at(-1).text };
    this.#part("rounds").textContent = fill(this.words.rounds, values);
    const [now, before] = [this.values(), this.#before()];
    const changes = asked.map(({ key, words }) => this.#change(key, words, now, before));
    this.#part("changes").replaceChildren(...changes);
  }

  #change(key, words, now, before) {
    const item = document.createElement("li");
    const what = document.createElement("strong");
    item.dataset.change = change(wasRight(key, now), before.get(key.id));
    what.textContent = `${this.words[item.dataset.change]}: `;
    item.append(what, ...words);
    return item;
  }

  /** One way on: what was wrong, while there is any; then the whole quiz. */
  #showAgain(asked, values) {
    const { spec, words } = this;
    const { length: count } = spec.mastery ? this.#wrong(asked, values) : [];
    const again = this.querySelector('[data-role="again"]');
    if (this.#questions.length === 1) again.textContent = words["again-one"];
    if (asked.length === 1) again.hidden ||= !checked(asked[0].key, values)?.isRight;
    if (!spec.mastery) return;
    again.hidden ||= count > 0;
    this.#part("left").textContent = count === 1 ? words["left-one"] : fill(words.left, { count });
    this.#part("come-back").textContent = count === 1 ? words["come-back-one"] : words["come-back"];
    this.#part("left").hidden = count === 0;
    this.#part("come-back").hidden = count === 0;
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }
}

const listed = (text = "") => text.split(" ").filter(Boolean);

define("quiz", Quiz);

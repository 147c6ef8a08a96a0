/** One question of a quiz on the page. */
import { fill } from "../../web/exercise.mjs";
import { Marks } from "./marks.mjs";
import { answerIn, checked, markAnswer, verdict, written } from "./marking.mjs";

/** What makes answering easier than the plain controls do; fetched where it is used. */
const EASIER = {
  sort: async () => (await import("./sorting.mjs")).Sorting,
  order: async () => (await import("./arranging.mjs")).Arranging,
  match: async () => (await import("./slots.mjs")).Slots,
  gap: async () => (await import("./slots.mjs")).Slots,
};

/**
 * Whether a question is checked is stored beside the answer, as a copy of the answer that was
 * checked: another answer makes it unchecked by itself. With `mastery` the first outcome is
 * stored, too: "right", "wrong", or "learnt" where it was right when it came back.
 */
export class Question {
  key;
  #quiz;
  #box;
  #easier;
  #marks;
  #told = null; // {text, force, about}: what is missing, and the answer it was said of

  constructor(quiz, key) {
    this.key = key;
    this.#quiz = quiz;
    this.#box = quiz.querySelector(`[data-question="${key.id}"]`);
    this.#marks = new Marks(this.#box, quiz.words);
    const feedback = this.#part("feedback");
    if (feedback) this.#part("after").append(feedback);
    this.#part("key").classList.remove("cw-noscript");
    this.#part("check").addEventListener("click", () => this.#check());
    this.#part("retry").addEventListener("click", () => this.#retry());
    if (EASIER[key.choose]) this.#ease(EASIER[key.choose]);
  }

  get item() {
    return this.#box.parentElement;
  }

  /** The question's words, as a copy of their nodes. */
  get words() {
    return this.#part("asked").cloneNode(true).childNodes;
  }

  number(text) {
    const number = this.#part("number");
    if (number) number.textContent = text;
  }

  focus() {
    this.#marks.focus();
  }

  /** The fields that hold the answer, not those that hold what became of it. */
  fields(values) {
    const { id } = this.key;
    return Object.keys(values).filter((field) => field === id || field.startsWith(`${id}.part.`));
  }

  show(values) {
    const { words } = this.#quiz;
    const answer = answerIn(this.key, values);
    const outcome = checked(this.key, values);
    if (outcome || this.#told?.about !== written(answer)) this.#told = null;
    this.#easier?.show(answer, Boolean(outcome));
    this.#marks.show(outcome?.marks ?? new Map());
    const text = outcome ? this.#verdict(outcome) : (this.#told?.text ?? "");
    this.#part("verdict").textContent = text;
    this.#part("verdict").hidden = !text;
    this.#part("after").hidden = !outcome || !this.#part("after").hasChildNodes();
    this.#part("check").hidden = Boolean(outcome);
    this.#part("check").textContent = this.#told?.force ?? words.check;
    this.#part("retry").hidden = !outcome || outcome.isRight || this.#quiz.spec.mastery;
    this.#part("key").hidden = !outcome || outcome.isRight || this.#isGuessed;
  }

  async #ease(fetched) {
    const Easier = await fetched();
    this.#easier = new Easier(this.#quiz, this.#box, this.key);
    if (this.#quiz.dataset.state) this.show(this.#quiz.values());
  }

  #verdict(outcome) {
    const word = verdict(this.key, outcome);
    const { words, spec } = this.#quiz;
    return fill(words[word === "not-right" && spec.mastery ? "comes-back" : word], outcome);
  }

  /** Whether another try shows the answer sooner or later, so that there is no need to give it. */
  get #isGuessed() {
    return ["one", "many", "true-false"].includes(this.key.choose);
  }

  #part(role) {
    return this.#box.querySelector(`[data-role="${role}"]`);
  }

  /** What is missing before an answer can be checked, and the words to check it all the same. */
  #missing(answer) {
    const { words } = this.#quiz;
    if (this.key.choose === "order") {
      return answer.length ? null : { text: words.unmoved, force: words["as-it-is"] };
    }
    if (answer.length === 0) return { text: words["choose-first"] };
    const count = Array.isArray(this.key.right) ? 0 : Object.keys(this.key.right).length - answer.length;
    const text = count === 1 ? words["lacks-one"] : fill(words.lacks, { count });
    return count ? { text, force: words["check-anyway"] } : null;
  }

  #check() {
    const answer = answerIn(this.key, this.#quiz.values());
    const missing = this.#missing(answer);
    if (missing && !this.#told?.force) return this.#tell(missing, answer);
    if (answer.length === 0) this.#easier?.answer();
    this.#settle(answerIn(this.key, this.#quiz.values()));
    this.#part("verdict").focus({ preventScroll: true });
  }

  #tell(missing, answer) {
    this.#told = { ...missing, about: written(answer) };
    this.show(this.#quiz.values());
    this.#quiz.say(missing.text);
    if (!missing.force) this.#marks.focus();
  }

  #settle(answer) {
    const { id } = this.key;
    const { isRight } = markAnswer(this.key, answer);
    if (this.#quiz.spec.mastery) {
      const first = this.#quiz.values()[`${id}.first`];
      const isBack = first === "wrong" && this.#quiz.isBack(id);
      if (!first) this.#quiz.set(`${id}.first`, isRight ? "right" : "wrong");
      else if (isBack && isRight) this.#quiz.set(`${id}.first`, "learnt");
    }
    this.#quiz.set(`${id}.checked`, written(answer));
    this.#quiz.settled();
  }

  /** The earlier answer stays until the reader makes another. */
  #retry() {
    const { marks } = checked(this.key, this.#quiz.values());
    this.#quiz.set(`${this.key.id}.checked`, "");
    this.#marks.focus([...marks].find(([, mark]) => mark !== "right")?.[0]);
  }
}

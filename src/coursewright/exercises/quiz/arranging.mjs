/** The items of an `order` question: they begin mixed, and that is no answer. */
import { Reorder } from "../../web/reorder.mjs";
import { mixed } from "./draw.mjs";

export class Arranging {
  #quiz;
  #key;
  #list;
  #given; // items' values, as the server mixed them

  constructor(quiz, box, key) {
    this.#quiz = quiz;
    this.#key = key;
    const onChange = ({ said }) => {
      this.answer();
      quiz.say(said);
    };
    this.#list = new Reorder(box.querySelector("ol"), { words: quiz.words, onChange });
    this.#given = this.#list.order;
  }

  /** Say that it is as it stands. */
  answer() {
    this.#quiz.set(this.#key.id, this.#list.order.join(" "));
  }

  show(answer) {
    this.#list.order = answer.length ? answer : this.#start;
  }

  /** The first time as it came, so that nothing jumps; then mixed anew in each round. */
  get #start() {
    const { exercise, round } = this.#quiz;
    return round === 1 ? this.#given : mixed(this.#key.right, `${exercise}/${this.#key.id}/${round}`);
  }
}

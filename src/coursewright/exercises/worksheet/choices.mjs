/** What was chosen in another exercise, put into rows at a tap. */
import { fill } from "../../web/exercise.mjs";

const textOf = (row, column) => row.querySelector(`[name$=".${column}"]`).value.trim();

export class Choices {
  #exercise;
  #line;
  #rows;

  /** line: the element with data-from (address) and data-column. rows: the Rows they go into. */
  constructor(exercise, line, rows) {
    this.#exercise = exercise;
    this.#line = line;
    this.#rows = rows;
    exercise.listen(this.#button, "click", () => this.#take());
  }

  show() {
    this.#button.hidden = !this.#fresh().length;
  }

  get #button() {
    return this.#line.querySelector('[data-role="take"]');
  }

  /** What is chosen there and stands in no row. */
  #fresh() {
    const { from, column } = this.#line.dataset;
    const items = this.#exercise.linked(from).attempts.at(-1)?.result.items ?? [];
    const there = this.#rows.rows.map((row) => textOf(row, column));
    return items.filter((item) => !there.includes(item.trim()));
  }

  #take() {
    const { words } = this.#exercise;
    const taken = this.#fresh().map((item) => this.#put(item));
    const [first, next = first] = taken[0].querySelectorAll("input, select, textarea");
    next.focus();
    const said = words[taken.length === 1 ? "taken-one" : "taken"];
    this.#exercise.say(fill(said, { count: taken.length }));
  }

  #put(item) {
    const { into, column } = this.#line.dataset;
    const { rows, filled } = this.#rows;
    const row = rows.find((each) => !each.hidden && !filled.includes(each)) ?? this.#rows.add();
    this.#exercise.set(`${into}.${row.dataset.row}.${column}`, item);
    return row;
  }
}

/** An exercise with rows, a date and a link, kept when the reader leaves, and revised. */
import { Exercise, define } from "/web/exercise.mjs";
import { linesIn } from "/web/fields.mjs";
import { Rows } from "/web/rows.mjs";

class Rowed extends Exercise {
  static late = true;
  static carries = true;
  #rows;

  enhance() {
    this.#rows = new Rows(this, this.querySelector("[data-rows]"));
  }

  expect(fields) {
    this.#rows.expect(fields);
  }

  refresh() {
    this.#rows.show();
  }

  result() {
    const lines = linesIn(this);
    return lines.length ? { text: `${lines.length} linjer`, lines } : null;
  }
}

define("rowed", Rowed);

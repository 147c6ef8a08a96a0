/** An exercise with every kind of control, as small as a room can be. */
import { Exercise, define, fill } from "/web/exercise.mjs";

class Sample extends Exercise {
  refresh() {
    const { value } = this.values();
    this.dataset.shown = value ?? "";
    if (value) this.dataset.state = "result";
  }

  result() {
    const { value } = this.values();
    if (!value) return null;
    return { text: fill("{value} af 10", { value }), value: Number(value), from: 1, to: 10 };
  }
}

define("sample", Sample);

/** <cw-balance>: lists for and against, what they weigh, and how the balance hangs; no verdict. */
import { formatDate } from "../../web/dates.mjs";
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { Rows } from "../../web/rows.mjs";
import { drawBeam } from "./beam.mjs";
import { heaviestOf, leanOf, onPan, sumOf } from "./weighing.mjs";

const tidy = (text) => text.trim().replace(/\s+/g, " ");

class Balance extends Exercise {
  static late = true;
  static carries = true;

  #rows = [];

  enhance() {
    this.#rows = [...this.querySelectorAll("[data-rows]")].map((box) => new Rows(this, box));
    this.listen(this, "change", ({ target }) => target.type === "radio" && this.say(this.#lean()));
  }

  expect(fields) {
    for (const rows of this.#rows) rows.expect(fields);
  }

  refresh() {
    for (const rows of this.#rows) rows.show();
    const items = this.#items();
    const pans = this.#pans(items);
    if (sumOf(items)) this.dataset.state = "result";
    if (this.#part("result")) this.#showResult(items, pans);
    this.#showLast();
  }

  result() {
    const items = this.#items();
    const lines = this.#lines(items);
    if (!lines.length) return null;
    if (!sumOf(items)) return { text: this.#counted("listed", items.length), lines };
    const parts = this.#pans(items).map((pan, index) => ({ title: this.spec.pans[index], value: sumOf(pan) }));
    return { text: parts.map(({ title, value }) => `${title} ${value}`).join(", "), parts, lines };
  }

  asText() {
    const lists = this.#lines(this.#items()).map(({ title, text }) => `${title}\n${text}`);
    return `${[this.dataset.title, this.result()?.text, ...lists].filter(Boolean).join("\n\n")}\n`;
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  /** Every line that says something, in the order of the lists. */
  #items() {
    const values = this.values();
    return this.spec.lists.flatMap((list, index) => {
      const names = this.#rows[index].rows.map((row) => `${list.name}.${row.dataset.row}`);
      const items = names.map((name) => {
        const text = tidy(values[`${name}.text`] ?? "");
        return { text, weight: Number(values[`${name}.weight`] ?? 0), pan: list.pan, list };
      });
      return items.filter(({ text }) => text);
    });
  }

  #pans(items) {
    return [0, 1].map((pan) => onPan(items, pan));
  }

  #counted(key, count) {
    return fill(this.words[count === 1 ? `${key}-one` : key], { count });
  }

  /** What was written, list by list, and the answer to the last question. */
  #lines(items) {
    const lists = this.spec.lists.map((list) => {
      const own = items.filter((item) => item.list === list);
      const said = own.map(({ text, weight }) => (weight ? `${text} (${weight})` : text));
      return { title: [list.way, list.title].filter(Boolean).join(": "), text: said.join("\n") };
    });
    const [label] = this.querySelector('[name="tip"]').labels;
    const tip = { title: label.textContent, text: this.values().tip ?? "" };
    return [...lists, tip].filter(({ text }) => text);
  }

  #showResult(items, pans) {
    const sums = pans.map(sumOf);
    const { most, pans: titles } = this.spec;
    this.#part("result").hidden = !sums.some(Boolean);
    if (!sums.some(Boolean)) return;
    this.#part("beam").replaceChildren(drawBeam(pans, leanOf(sums).tilt, most));
    for (const [role, texts] of Object.entries({ pan: titles, sum: sums })) {
      this.querySelectorAll(`[data-role="${role}"]`).forEach((place, index) => (place.textContent = texts[index]));
    }
    this.#part("tilt").textContent = this.#lean();
    const sentences = this.#sentences(items, pans).map((text) => {
      const sentence = document.createElement("li");
      sentence.textContent = text;
      return sentence;
    });
    this.#part("words").replaceChildren(...sentences);
  }

  /** How it hangs, in words; "" while nothing is weighed. */
  #lean() {
    const sums = this.#pans(this.#items()).map(sumOf);
    if (!sums.some(Boolean)) return "";
    const { how, pan } = leanOf(sums);
    return fill(this.words[how], { title: this.spec.pans[pan] });
  }

  #sentences(items, pans) {
    const loaded = pans.filter((pan) => pan.length);
    const heaviest = loaded.map((pan) => {
      const named = heaviestOf(pan).map((item) => this.#named(item));
      return fill(this.words.heaviest, { title: this.spec.pans[pan[0].pan], items: named.join(", ") });
    });
    const loose = items.filter(({ weight }) => !weight).length;
    const rest = loose ? this.#counted("loose", loose) : "";
    return [...heaviest, this.#toEven(pans), rest].filter(Boolean);
  }

  /** How much the lighter pan lacks; "" where one is empty or both weigh the same. */
  #toEven(pans) {
    const [left, right] = pans.map(sumOf);
    if (!left || !right || left === right) return "";
    const title = this.spec.pans[Number(left > right)];
    return fill(this.words["to-even"], { title, count: Math.abs(left - right) });
  }

  /** A line with its weight, and what it speaks against where it weighs for the other way. */
  #named({ text, weight, pan, list: { title, way } }) {
    const isOwn = !way || way === this.spec.pans[pan];
    return isOwn ? `${text} (${weight})` : fill(this.words.placed, { text, weight, title, way });
  }

  #showLast() {
    const last = this.earlier().at(-1);
    const line = this.#part("last");
    line.hidden = !last;
    if (last) line.textContent = fill(this.words["last-time"], { date: formatDate(last.at), text: last.result.text });
  }
}

define("balance", Balance);

/** <cw-scale>: the follow-ups that fit the number, what a pair has moved, and earlier numbers. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { drawPair } from "../../web/pair.mjs";
import { drawSeries, formatDate } from "../../web/series.mjs";

/** A number as it is written, with a real minus. */
const shown = (number) => String(number).replace("-", "−");

class Scale extends Exercise {
  enhance() {
    this.listen(this, "change", ({ target }) => target.type === "radio" && this.#announce());
  }

  refresh() {
    const numbers = this.#numbers();
    this.#ask(numbers.after ?? numbers.before ?? numbers.value);
    if (this.spec.pair) this.#showChange(numbers);
    else if (this.spec.since) this.#showChange({ before: this.#since?.result.value, after: numbers.value });
    this.#showHistory(this.result());
  }

  result() {
    const { from, to, pair } = this.spec;
    const { before, after, value = after } = this.#numbers();
    if (value === undefined || (pair && before === undefined)) return null;
    const ends = { from, to };
    if (!pair) return { text: this.#sinceInWords(value), value, ...ends };
    const parts = [before, after].map((number, index) => ({ title: pair[index], value: number, ...ends }));
    return { text: this.#changeInWords(before, after), value, ...ends, parts };
  }

  /** The numbers chosen: {value}, or {before, after} of a pair; a number not chosen is not there. */
  #numbers() {
    const values = this.values();
    const names = ["value", "before", "after"].filter((name) => name in values);
    return Object.fromEntries(names.map((name) => [name, Number(values[name])]));
  }

  /** The newest number of the scale where the same was asked earlier. */
  get #since() {
    const { attempts } = this.linked(this.spec.since);
    return attempts.findLast((attempt) => this.#isComparable(attempt));
  }

  #sinceInWords(value) {
    const since = this.spec.since && this.#since;
    return since ? this.#changeInWords(since.result.value, value) : this.#inWords(value);
  }

  /** «7 af 10», where 10 says how many there are; else «7 på skalaen fra −5 til 5». */
  #inWords(value) {
    const { from, to } = this.spec;
    const words = from === 0 || from === 1 ? this.words["out-of"] : this.words["on-scale"];
    return fill(words, { value: shown(value), from: shown(from), to: shown(to) });
  }

  #changeInWords(before, after) {
    const count = Math.abs(after - before) / this.spec.step;
    if (!count) return fill(this.words.unchanged, { value: shown(after) });
    const way = after > before ? "up" : "down";
    const difference = fill(this.words[count === 1 ? `${way}-one` : way], { count });
    return fill(this.words.change, { before: shown(before), after: shown(after), difference });
  }

  /** Show the follow-ups for this number, with the number in them; none without a number. */
  #ask(value) {
    for (const ask of this.querySelectorAll(".cw-scale__ask")) {
      const { first, last } = ask.dataset;
      ask.hidden = !(first <= value && value <= last);
    }
    const numbers = { value, lower: value - this.spec.step, higher: value + this.spec.step };
    for (const place of this.querySelectorAll("[data-fill]")) {
      const name = place.dataset.fill;
      place.textContent = value === undefined ? this.words[`neutral-${name}`] : shown(numbers[name]);
    }
  }

  #showChange({ before, after }) {
    const change = this.querySelector('[data-role="change"]');
    change.hidden = before === undefined || after === undefined;
    if (change.hidden) return;
    const [words] = change.querySelectorAll("p");
    words.textContent = this.#changeInWords(before, after);
    change.querySelector("svg")?.remove();
    words.before(drawPair([before, after], this.spec, shown));
  }

  /** Earlier numbers come under the new one, not before it: they would draw it towards them. */
  #showHistory(result) {
    const history = this.querySelector('[data-role="history"]');
    const earlier = this.earlier();
    history.hidden = !result || !earlier.length;
    if (history.hidden) return;
    const last = earlier.at(-1);
    const isNumber = this.#isComparable(last) && !this.spec.pair;
    const value = isNumber ? shown(last.result.value) : last.result.text;
    const said = fill(this.words["last-time"], { date: formatDate(last.at), value });
    history.querySelector('[data-role="last"]').textContent = said;
    const points = earlier.filter((attempt) => this.#isComparable(attempt));
    const now = this.attempts.findLast(({ round }) => round === this.round);
    points.push({ at: now?.at ?? new Date().toISOString(), result });
    const dated = points.map(({ at, result: kept }) => ({ at, value: kept.value }));
    drawSeries(history.querySelector('[data-role="series"]'), dated, this.spec);
  }

  /** A number from before the author changed the ends says something else. */
  #isComparable({ result }) {
    return result.from === this.spec.from && result.to === this.spec.to;
  }

  #announce() {
    const change = this.querySelector('[data-role="change"]:not([hidden]) > p');
    if (change) this.say(change.textContent);
    for (const question of this.querySelectorAll(".cw-scale__ask:not([hidden]) > [data-role='question']")) {
      this.say(question.textContent);
    }
  }
}

define("scale", Scale);

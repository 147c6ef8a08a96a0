/** <cw-logbook>: dated entries, the newest first; older ones folded, numbers as a line over time. */
import { formatDay } from "../../web/dates.mjs";
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { drawSeries } from "../../web/series.mjs";
import { Entries } from "./entries.mjs";

class Logbook extends Exercise {
  static late = true;
  static endless = true;

  #entries;

  enhance() {
    this.#entries = new Entries(this, this.querySelector("[data-rows]"));
  }

  expect(fields) {
    this.#entries.expect(fields);
  }

  refresh() {
    this.#entries.present();
    const written = this.#entries.written;
    this.#showCount(written.length);
    this.#showLines(written);
  }

  result() {
    const written = this.#entries.written;
    if (!written.length) return null;
    const count = written.length;
    const days = written.map((entry) => this.#entries.dayOf(entry)).sort();
    const date = formatDay(days.at(-1)) || this.words.undated;
    const text = fill(this.words[count === 1 ? "count-one" : "count"], { count, date });
    return { text, lines: written.map((entry) => this.#line(entry)) };
  }

  asText() {
    const entries = this.#entries.written.map((entry) => {
      const { title, text } = this.#line(entry);
      return `${title}\n${text}`;
    });
    return `${[this.dataset.title, ...entries].join("\n\n")}\n`;
  }

  #line(entry) {
    const text = this.#entries.linesOf(entry).map(({ title, text: said }) => `${title}: ${said}`);
    const title = formatDay(this.#entries.dayOf(entry)) || this.words.undated;
    return { title, text: text.join("\n") };
  }

  #showCount(count) {
    const { askFor: total } = this.spec;
    if (!total) return;
    const place = this.querySelector('[data-role="count"]');
    const words = count < total ? this.words["on-the-way"] : this.words.there;
    place.hidden = false;
    place.querySelector("p").textContent = fill(words, { count, total });
    place.querySelector("progress").value = Math.min(count, total);
  }

  /** Each number that the entries ask for, as a line over time. */
  #showLines(written) {
    const place = this.querySelector('[data-role="lines"]');
    const drawn = this.spec.counted.map((asked) => this.#drawn(asked, written)).filter(Boolean);
    place.replaceChildren(...drawn);
    place.hidden = !drawn.length;
  }

  #drawn({ field, title, ...ends }, written) {
    const values = this.values();
    const points = written.toReversed().flatMap((entry) => {
      const [value, day] = [values[`entry.${entry.dataset.row}.${field}`], this.#entries.dayOf(entry)];
      return value && day ? [{ at: `${day}T12:00`, value: Number(value) }] : [];
    });
    if (points.length < 2) return null;
    const box = document.createElement("div");
    const heading = document.createElement("p");
    heading.className = "cw-logbook__asked";
    heading.textContent = title;
    const line = document.createElement("div");
    drawSeries(line, points, ends);
    box.append(heading, line);
    return box;
  }
}

define("logbook", Logbook);

/** The result panel: puts a report into the places the server made for it. */
import { fill } from "../../web/exercise.mjs";
import { drawSeries, formatDate, partBefore } from "../../web/series.mjs";
import { isComparable } from "./report.mjs";

export class Panel {
  #element;
  #words;

  constructor(element, words) {
    this.#element = element;
    this.#words = words;
  }

  /** The score in words: «31 af 45 mulige»; "" where there is only a profile. */
  possible({ whole }) {
    return whole ? fill(this.#words.possible, { value: written(whole.value), high: written(whole.to) }) : "";
  }

  /** One number of several: «12 af 15». */
  outOf({ value, to }) {
    return fill(this.#words["out-of"], { value: written(value), high: written(to) });
  }

  /** The score and what it means, for the ear. */
  spoken(report) {
    const band = this.#bands()[report.band]?.querySelector("[data-role='band']").textContent;
    return [this.possible(report), band].filter(Boolean).map((sentence) => `${sentence}.`).join(" ");
  }

  /**
   * Show a report. earlier: the last attempt of each earlier round, oldest first. at: when the
   * answers of now were given (ISO time). statementOf, tipOf: item → nodes to put in.
   */
  show(report, earlier, at, statementOf, tipOf) {
    this.#showScore(report);
    this.#bands().forEach((band, index) => (band.hidden = index !== report.band));
    this.#showLast(report, earlier.at(-1));
    this.#showProfile(report, earlier.at(-1));
    this.#showPicks(report, statementOf, tipOf);
    this.#showSeries(report, earlier, at);
  }

  /** Back to what stands on paper: every band, and nothing of a reader's own. */
  clear() {
    for (const place of this.#element.querySelectorAll("[data-role]:not([data-role='band'])")) place.hidden = true;
    for (const band of this.#bands()) band.hidden = false;
  }

  #bands() {
    return [...this.#element.querySelectorAll(".cw-checklist__band")];
  }

  #part(role) {
    return this.#element.querySelector(`[data-role="${role}"]`);
  }

  #write(role, text) {
    const place = this.#part(role);
    place.textContent = text;
    place.hidden = !text;
  }

  #showScore(report) {
    const { whole, answered, total } = report;
    const span = whole && fill(this.#words.span, { low: written(whole.from), high: written(whole.to) });
    const partly = answered < total && fill(this.#words.partly, { count: answered, total });
    this.#part("score").hidden = false;
    this.#write("possible", this.possible(report));
    this.#write("span", [span, partly].filter(Boolean).join(" "));
  }

  #showLast({ whole }, last) {
    if (!last) return this.#write("last", "");
    const date = formatDate(last.at);
    if (!whole) return this.#write("last", fill(this.#words["last-date"], { date }));
    if (!isComparable(last.result, whole)) {
      return this.#write("last", fill(this.#words["last-time"], { date, before: last.result.text }));
    }
    const difference = whole.value - last.result.value;
    const way = difference ? (difference > 0 ? "more" : "less") : "same";
    const values = { date, before: written(last.result.value), now: written(whole.value), count: written(Math.abs(difference)) };
    return this.#write("last", fill(this.#words[`last-time-${way}`], values));
  }

  #showProfile({ parts }, last) {
    if (!parts.length) return;
    const profile = this.#part("profile");
    profile.hidden = false;
    [...profile.querySelectorAll("li")].forEach((row, index) => {
      const part = parts[index];
      const bar = row.querySelector("progress");
      bar.max = part.to - part.from;
      bar.value = (part.value ?? part.from) - part.from;
      row.lastElementChild.textContent = this.#partInWords(part, last);
    });
  }

  #partInWords(part, last) {
    if (part.value === null) return this.#words["not-answered"];
    const before = last && partBefore(part, last.result.parts);
    if (!isComparable(before, part)) return this.outOf(part);
    return `${this.outOf(part)} (${fill(this.#words["last-part"], { value: written(before.value) })})`;
  }

  #showPicks({ strengths, growth, alike }, statementOf, tipOf) {
    const sentence = this.#part("alike");
    if (sentence) sentence.hidden = !alike;
    this.#list("strengths", strengths, alike, (item) => [statementOf(item)]);
    this.#list("growth", growth, alike, (item) => [statementOf(item), tipOf(item)]);
  }

  #list(role, items, alike, nodesOf) {
    const place = this.#part(role);
    if (!place) return;
    place.hidden = alike;
    place.querySelector("p").hidden = items.length > 0;
    const entries = items.map((item) => {
      const entry = document.createElement("li");
      entry.append(...nodesOf(item).filter(Boolean));
      return entry;
    });
    place.querySelector("ul").replaceChildren(...entries);
  }

  #showSeries({ whole }, earlier, at) {
    const history = this.#part("history");
    const kept = earlier.filter(({ result }) => isComparable(result, whole));
    history.hidden = !kept.length;
    if (history.hidden) return;
    const points = [...kept.map((attempt) => ({ at: attempt.at, value: attempt.result.value })), { at, value: whole.value }];
    drawSeries(history, points, whole);
  }
}

/** A number as the page's language writes it. */
export const written = (number) => number.toLocaleString(document.documentElement.lang || "da").replace("-", "−");

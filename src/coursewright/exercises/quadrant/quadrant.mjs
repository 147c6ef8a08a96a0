/** <cw-quadrant>: where two numbers place me, what that corner means, and where I was before. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { formatDate } from "../../web/dates.mjs";
import { button } from "../../web/messages.mjs";
import { drawPlaces } from "./field.mjs";
import { cornersOf, numberAt, pairUp } from "./place.mjs";

/** A number as it is written, with a real minus. */
const shown = (number) => String(number).replace("-", "−");

class Quadrant extends Exercise {
  enhance() {
    if (this.#isTaken) return;
    this.listen(this.#part("plot"), "click", (event) => this.#tap(event));
    this.listen(this, "change", () => this.say(this.#spoken()));
  }

  refresh() {
    const place = this.#place();
    const places = place ? [...this.#before(), place] : [];
    this.#part("plot").replaceChildren(...(place ? [drawPlaces(places, this.spec.axes)] : []));
    this.#showCorners(place);
    this.#showPath(places);
    if (place) this.dataset.state = "result";
    if (this.#isTaken) this.#showSources();
    else this.#part("tap").hidden = Boolean(place);
  }

  /** A quadrant of scales that others ask keeps nothing of its own. */
  result() {
    const place = this.#isTaken ? null : this.#place();
    if (!place) return null;
    const parts = this.spec.axes.map(({ name, title, from, to }) => ({ title, value: place[name], from, to }));
    return { text: this.#inWords(place), parts };
  }

  get #isTaken() {
    return this.spec.axes.some(({ of }) => of);
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  #answer({ of, field }) {
    return (of ? this.linked(of).answers : this.values())[field];
  }

  #attemptsOf({ of }) {
    return of ? this.linked(of).attempts : this.attempts;
  }

  /** Where I am: {across, up, at}; null while a number is missing. */
  #place() {
    const { axes } = this.spec;
    if (!axes.every((axis) => this.#answer(axis))) return null;
    const times = axes.map((axis) => this.#attemptsOf(axis).at(-1)?.at ?? "").sort();
    const [across, up] = axes.map((axis) => Number(this.#answer(axis)));
    return { across, up, at: times.at(-1) || new Date().toISOString() };
  }

  /** Where I was, oldest first. The newest place is where I am, unless this round has none yet. */
  #before() {
    const places = pairUp(...this.spec.axes.map((axis) => this.#kept(axis)));
    return this.#isTaken ? places.slice(0, -1) : places;
  }

  /** The last number of each round; here of earlier rounds, and only as the scale is now. */
  #kept(axis) {
    const attempts = axis.of ? this.#attemptsOf(axis) : this.earlier();
    const last = [...new Map(attempts.map((attempt) => [attempt.round, attempt])).values()];
    const kept = last.map(({ at, order, response }) => ({ at, order, value: Number(response[axis.field]) }));
    return kept.filter(({ value }) => axis.from <= value && value <= axis.to);
  }

  #titleOf(corner) {
    return this.querySelector(`[data-corner="${corner}"]`).textContent;
  }

  /** «Du står midt imellem …», where it is no corner's own; else "". */
  #between(place) {
    const corners = cornersOf(place, this.spec.axes).map((corner) => this.#titleOf(corner));
    const [one, other] = corners;
    if (corners.length === 2) return fill(this.words.between, { one, other });
    return corners.length === 1 ? "" : this.words.middle;
  }

  /** «Vigtighed 7, sikkerhed 4» */
  #numbers({ across, up }) {
    const [one, other] = this.spec.axes.map(({ title }) => title);
    return fill(this.words.place, { across: one, x: shown(across), up: other, y: shown(up) });
  }

  #inWords(place) {
    const [corner, ...others] = cornersOf(place, this.spec.axes).map((name) => this.#titleOf(name));
    const numbers = this.#numbers(place);
    return others.length ? numbers : `${corner}: ${numbers}`;
  }

  #spoken() {
    const place = this.#place();
    return place ? `${this.#inWords(place)}. ${this.#between(place)}`.trim() : "";
  }

  /** On paper all four are explained; on the screen only where I am. */
  #showCorners(place) {
    const corners = place ? cornersOf(place, this.spec.axes) : [];
    for (const quarter of this.querySelectorAll("[data-corner]")) {
      quarter.classList.toggle("cw-quadrant__quarter--here", corners.includes(quarter.dataset.corner));
    }
    for (const meaning of this.querySelectorAll("[data-meaning]")) {
      meaning.hidden = Boolean(place) && (corners.length > 2 || !corners.includes(meaning.dataset.meaning));
    }
    this.#write("place", place ? fill(this.words.here, { place: this.#numbers(place) }) : "");
    this.#write("between", place ? this.#between(place) : "");
  }

  #write(role, text) {
    const line = this.#part(role);
    line.textContent = text;
    line.hidden = !text;
  }

  /** What has moved since last time, and where each ring in the field comes from. */
  #showPath(places) {
    const [last, now] = places.slice(-2);
    const changes = now ? this.spec.axes.map((axis) => this.#change(axis, last, now)) : [];
    const since = { date: last && formatDate(last.at), changes: changes.join(", ") };
    this.#write("since", now ? fill(this.words.since, since) : "");
    const list = this.#part("path");
    list.hidden = !now;
    list.replaceChildren(...places.slice(0, -1).map((place) => this.#entry(place)));
  }

  #change({ name, title, step }, before, now) {
    const count = (now[name] - before[name]) / step;
    const key = count ? (count > 0 ? "higher" : "lower") : "same";
    return fill(this.words[key], { title, count: Math.abs(count) });
  }

  #entry(place) {
    const entry = document.createElement("li");
    entry.textContent = fill(this.words.then, { date: formatDate(place.at), text: this.#inWords(place) });
    return entry;
  }

  /** What is still to be answered elsewhere. */
  #showSources() {
    const { axes } = this.spec;
    const missing = axes.map((axis) => !this.#answer(axis));
    const isMissing = missing.includes(true);
    this.#part("first").textContent = this.words[isMissing ? "answer-first" : "numbers-from"];
    for (const [index, source] of this.querySelectorAll("[data-source]").entries()) {
      source.hidden = isMissing && !missing[index];
    }
  }

  /** A tap answers both scales; the way back stands beside it until the next answer. */
  #tap({ clientX, clientY }) {
    const { axes } = this.spec;
    const { left, top, width, height } = this.#part("plot").getBoundingClientRect();
    const shares = [(clientX - left) / width, 1 - (clientY - top) / height];
    const numbers = axes.map((axis, index) => [axis.field, String(numberAt(shares[index], axis))]);
    const before = Object.fromEntries(axes.map(({ field }) => [field, this.values()[field] ?? ""]));
    this.answer(Object.fromEntries(numbers));
    this.say(this.#spoken());
    const undo = button(this.words.undo, () => {
      this.answer(before);
      this.say(this.words.undone);
    });
    undo.dataset.role = "undo";
    this.#part("tap").after(undo);
  }
}

define("quadrant", Quadrant);

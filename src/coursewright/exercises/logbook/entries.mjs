/**
 * The entries of a logbook: rows with a date, the newest first. One is open at a time, the others
 * are folded to a line. An entry that says nothing but its date is not written yet.
 */
import { formatDay, today } from "../../web/dates.mjs";
import { linesIn } from "../../web/fields.mjs";
import { Rows } from "../../web/rows.mjs";

const SHORT = 50; // signs of an entry that stand on its line

const numberOf = (entry) => Number(entry.dataset.row.slice(1));
const dateIn = (entry) => entry.querySelector('[name$=".date"]');
const isFolded = (entry) => entry.querySelector('[data-role="body"]').hidden;

function fold(entry, folded) {
  entry.querySelector('[data-role="body"]').hidden = folded;
  entry.querySelector('[data-role="open"]').ariaExpanded = String(!folded);
}

function shortened(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length <= SHORT ? line : `${line.slice(0, SHORT).replace(/\s\S*$/, "")} …`;
}

export class Entries extends Rows {
  #exercise;
  #box;
  #begun = false; // the reader is at work here
  #dated = new WeakSet(); // entries whose date is stored

  constructor(exercise, box) {
    super(exercise, box);
    this.#exercise = exercise;
    this.#box = box;
    exercise.listen(box, "focusin", ({ target }) => this.#enter(target.closest("[data-row]")));
    exercise.listen(box, "input", ({ target }) => this.#store(target.closest("[data-row]"), target));
    exercise.listen(box, "click", ({ target }) => this.#click(target.closest("button")));
  }

  /** The entries that are written, newest first. */
  get written() {
    const days = (entry) => dateIn(entry).value || "9";
    const later = (one, other) => days(other).localeCompare(days(one)) || numberOf(other) - numberOf(one);
    return this.rows.filter((entry) => this.linesOf(entry).length).sort(later);
  }

  /** An entry's day, "2026-12-01", or "". */
  dayOf(entry) {
    return dateIn(entry).value;
  }

  /** What is written in an entry besides its date: [{title: what was asked, text}]. */
  linesOf(entry) {
    return [...entry.querySelectorAll(".cw-field:not(:has([name$='.date']))")].flatMap((field) => linesIn(field));
  }

  /** Make the entries of these stored fields; what another tab wrote comes folded. */
  expect(fields) {
    const known = new Set(this.rows);
    super.expect(fields);
    for (const entry of this.rows) if (!known.has(entry)) fold(entry, true);
  }

  /** Bring the list up to date. */
  present() {
    this.show();
    const { written } = this;
    if (!this.#begun) this.#settle(written);
    for (const entry of this.rows) {
      if (!written.includes(entry)) this.#dated.delete(entry);
      this.#head(entry);
    }
    const busy = this.rows.some((entry) => !entry.hidden && !isFolded(entry));
    this.#box.querySelector('[data-role="add"]').classList.toggle("cw-button--quiet", busy);
  }

  /** Open a new entry on top, or the one that is still blank. */
  add() {
    const { written } = this;
    const blank = this.rows.find((entry) => !entry.hidden && !written.includes(entry));
    const entry = blank ?? super.add();
    if (!blank) this.#box.firstElementChild.after(entry);
    for (const other of this.rows) fold(other, other !== entry);
    this.#enter(entry);
    this.present();
    const [, first] = entry.querySelectorAll("input, textarea");
    first.focus();
    return entry;
  }

  /** As it is when one comes back: sorted, and only what is still being written today is open. */
  #settle(written) {
    const blanks = this.rows.filter((entry) => !written.includes(entry));
    const at = this.#exercise.attempts.at(-1)?.at;
    const isToday = at !== undefined && today(new Date(at)) === today();
    for (const entry of written) fold(entry, !(isToday && entry === written[0]));
    for (const entry of blanks) fold(entry, false);
    const wanted = [...blanks, ...written];
    if (wanted.some((entry, index) => entry !== this.rows[index])) {
      this.#box.firstElementChild.after(...wanted);
    }
  }

  /** The line of an entry: its day, and when it is folded how it begins. */
  #head(entry) {
    const button = entry.querySelector('[data-role="open"]');
    const [day, beginning] = button.children;
    button.hidden = false;
    entry.querySelector('[data-role="done"]').hidden = false;
    day.textContent = formatDay(this.dayOf(entry)) || this.#exercise.words.blank;
    beginning.textContent = isFolded(entry) ? this.#beginning(entry) : "";
  }

  #beginning(entry) {
    const typed = [...entry.querySelectorAll("textarea, [type=text]")].find(({ value }) => value.trim());
    return shortened(typed?.value ?? this.linesOf(entry)[0]?.text ?? this.#exercise.words.blank);
  }

  /** Whoever opens a new entry finds today's date in it; it is stored with the first word. */
  #enter(entry) {
    this.#begun = true;
    if (entry && !this.written.includes(entry)) dateIn(entry).value ||= today();
  }

  #store(entry, target) {
    const date = entry && dateIn(entry);
    if (!date?.value || target === date || this.#dated.has(entry)) return;
    this.#dated.add(entry);
    this.#exercise.set(date.name, date.value);
  }

  #click(button) {
    const entry = button?.closest("[data-row]");
    const { role } = button?.dataset ?? {};
    if (!["open", "done"].includes(role)) return;
    const folded = role === "done" || !isFolded(entry);
    fold(entry, folded);
    this.present();
    entry.querySelector('[data-role="open"]').focus();
  }
}

/**
 * Rows that can be added and taken away. The server wrote some, for paper; on the phone there is
 * one to begin with, and another when it is asked for. A row's name, r1, r2, …, is never given
 * again, so that what is stored stays with its row.
 */
import { fieldsIn, isEmpty, readField, writeField } from "./fields.mjs";
import { button, fill } from "./messages.mjs";

const NAMED = ["id", "for", "name", "list", "aria-labelledby", "aria-describedby", "aria-controls", "data-date"];

const numberOf = (row) => Number(row.dataset.row.slice(1));

/** Give everything in a copied row the names of the new one. */
function rename(row, from, to) {
  const part = new RegExp(`(^|[-.])${from}(?=[-. ]|$)`, "g");
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const name of NAMED) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(part, `$1${to}`));
    }
  }
  row.dataset.row = to;
}

/** A copy of a row under another name, with nothing in it. */
export function copyRow(row, name) {
  const copy = row.cloneNode(true);
  rename(copy, row.dataset.row, name);
  for (const controls of fieldsIn(copy).values()) writeField(controls, "");
  return copy;
}

export class Rows {
  #exercise;
  #box;
  #blank; // a copy of the first row as it was written
  #label; // «Række {number}»
  #open = new Set(); // rows that show
  #used = new Set(); // names of rows that are stored or were taken away

  /** box: the element with data-rows; its rows, and a button to add one, stand in it. */
  constructor(exercise, box) {
    this.#exercise = exercise;
    this.#box = box;
    const [first] = this.rows;
    this.#blank = first.cloneNode(true);
    this.#label = (first.ariaLabel ?? "").replace("1", "{number}");
    exercise.listen(box, "click", (event) => this.#click(event));
    const add = this.#button("add");
    if (add) add.hidden = false;
    this.show();
  }

  get name() {
    return this.#box.dataset.rows;
  }

  /** All rows, the empty ones, too. */
  get rows() {
    return [...this.#box.querySelectorAll(":scope > [data-row]")];
  }

  /** The rows that say something. */
  get filled() {
    return this.rows.filter((row) => !this.#isBlank(row));
  }

  /** Make the rows of these stored fields. */
  expect(fields) {
    const start = `${this.name}.`;
    const named = fields.filter((field) => field.startsWith(start));
    const names = new Set(named.map((field) => field.slice(start.length).split(".")[0]));
    for (const name of [...names].filter((name) => /^r\d+$/.test(name))) {
      this.#used.add(name);
      if (!this.#row(name)) this.#append(name);
    }
  }

  /** Bring up to date which rows show; a blank one only where there is no other. */
  show() {
    const { rows, filled } = this;
    if (!filled.length && !this.#box.contains(document.activeElement)) this.#open.clear();
    for (const row of filled) this.#open.add(row); // and it stays while it is written anew
    const shown = rows.filter((row) => this.#open.has(row));
    if (!shown.length) shown.push(rows[0]);
    for (const row of rows) row.hidden = !shown.includes(row);
    shown.forEach((row, index) => this.#number(row, index + 1));
  }

  /** Show another row, and go there. */
  add() {
    const fresh = this.rows.find((row) => row.hidden && !this.#used.has(row.dataset.row));
    const row = fresh ?? this.#append(`r${Math.max(...this.rows.map(numberOf)) + 1}`);
    for (const shown of this.rows) if (!shown.hidden) this.#open.add(shown);
    this.#open.add(row);
    this.#box.querySelector('[data-role="undo"]')?.remove();
    this.show();
    row.querySelector("input, select, textarea")?.focus();
    return row;
  }

  #row(name) {
    return this.rows.find((row) => row.dataset.row === name);
  }

  #button(role) {
    return this.#box.querySelector(`:scope > [data-role="${role}"], :scope > * > [data-role="${role}"]`);
  }

  #isBlank(row) {
    return [...fieldsIn(row).values()].every((controls) => isEmpty(readField(controls)));
  }

  #append(name) {
    const row = copyRow(this.#blank, name);
    const after = this.rows.at(-1);
    after.after(row);
    return row;
  }

  #number(row, number) {
    if (this.#label) row.ariaLabel = fill(this.#label, { number });
    const remove = row.querySelector('[data-role="remove"]');
    if (!remove) return;
    remove.hidden = number === 1 && this.#isBlank(row) && !this.#open.has(row);
    if (row.ariaLabel) remove.ariaLabel = `${remove.textContent}: ${row.ariaLabel}`;
  }

  #click({ target }) {
    const role = target.closest?.("button")?.dataset.role;
    if (role === "add") this.add();
    if (role === "remove") this.#remove(target.closest("[data-row]"));
  }

  #remove(row) {
    const before = Object.fromEntries(
      [...fieldsIn(row)].map(([field, controls]) => [field, readField(controls)]),
    );
    const isBlank = this.#isBlank(row);
    this.#open.delete(row);
    this.#used.add(row.dataset.row);
    if (!isBlank) this.#exercise.answer(Object.fromEntries(Object.keys(before).map((field) => [field, ""])));
    this.show();
    if (isBlank) return this.#button("add")?.focus();
    const undo = button(this.#exercise.words.undo, () => this.#undo(row, before, undo));
    undo.dataset.role = "undo";
    this.#box.querySelector('[data-role="undo"]')?.remove();
    this.#button("add")?.before(undo);
    undo.focus();
    this.#exercise.say(this.#exercise.words.removed);
  }

  #undo(row, before, undo) {
    undo.remove();
    this.#exercise.answer(before);
    this.show();
    row.querySelector("input, select, textarea")?.focus();
    this.#exercise.say(this.#exercise.words.undone);
  }
}

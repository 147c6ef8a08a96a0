/**
 * <cw-workbook>: a workbook to print, blank or with the reader's answers. The forms on it are not
 * live: they are copied, filled from what is stored, and nothing is ever stored from here.
 */
import { formatDate } from "./dates.mjs";
import { inTurn } from "./database.mjs";
import { gather, lackingIn } from "./gathering.mjs";
import { fill } from "./messages.mjs";
import { filled, retired } from "./paper.mjs";
import { AnswerStore } from "./store.mjs";

const HERE = ":scope .cw-part:not(.cw-earlier) .cw-exercise";

function grouped({ answers, attempts }) {
  const groups = new Map();
  const of = (exercise) => groups.get(exercise) ?? groups.set(exercise, { answers: [], attempts: [] }).get(exercise);
  for (const answer of answers) if (answer.value.length) of(answer.exercise).answers.push(answer);
  for (const attempt of attempts) of(attempt.exercise).attempts.push(attempt);
  return groups;
}

class Workbook extends HTMLElement {
  #store;
  #words = {};
  #names = new Map(); // an exercise's earlier id → its id now
  #blanks = new Map(); // exercise's id → its form as it was written
  #chosen = false; // by the reader; until then by what there is
  #draw = inTurn(() => this.#look());
  #gather = inTurn(() => this.#fetch());

  connectedCallback() {
    if (this.#store) return;
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
    } else this.#begin();
  }

  async #begin() {
    const { words, names } = JSON.parse(this.querySelector("script.cw-spec").textContent);
    this.#words = words;
    this.#names = new Map(Object.entries(names));
    this.#store = AnswerStore.for(this.dataset.course);
    this.addEventListener("change", () => this.#choose());
    this.#part("print").addEventListener("click", () => window.print());
    this.#part("retry").addEventListener("click", () => this.#gather());
    await this.#gather();
    this.#store.watch(({ state }) => state || this.#draw());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#draw());
  }

  #part(role) {
    return this.querySelector(`[data-book="${role}"]`);
  }

  /** Fetch what is not here yet, and show it; what still lacks then can be asked for again. */
  async #fetch() {
    this.#tell("fetching");
    const count = await gather(this, this.#words["workbook-keys"]);
    for (const exercise of this.querySelectorAll(HERE)) {
      if (!this.#blanks.has(exercise.dataset.exercise)) this.#blanks.set(exercise.dataset.exercise, exercise);
    }
    await this.#draw();
    this.#part("choices").hidden = !this.#blanks.size;
    const isAsked = document.activeElement === this.#part("retry");
    this.#part("missing").hidden = !count;
    if (isAsked && !count) this.#part("print").focus();
    this.#tell(["ready", "missing-one"][count] ?? "missing", { count });
  }

  #tell(what, values = {}) {
    this.#part("status").textContent = fill(this.#words[`workbook-${what}`], values);
  }

  #choose() {
    this.#chosen = true;
    this.#draw();
  }

  get #what() {
    return this.querySelector('[name="what"]:checked').value;
  }

  async #look() {
    let records = new Map();
    try {
      records = grouped(await this.#store.everything(this.#names));
    } catch {
      // Wiped just now, or nothing can be read here: then it is blank.
    }
    this.#offer([...records.keys()].some((exercise) => this.#belongs(exercise)));
    this.#show(this.#what === "blank" ? new Map() : records);
  }

  /** Whether answers to this exercise are printed here: it is here, or was. */
  #belongs(exercise) {
    const { module } = this.dataset;
    return this.#blanks.has(exercise) || !module || exercise.startsWith(`${module}/`);
  }

  /** Answers can be chosen where there are some, and then they are, until the reader decides. */
  #offer(isAnswered) {
    const [blank, ...mine] = this.querySelectorAll('[name="what"]');
    for (const choice of mine) choice.disabled = !isAnswered;
    this.#part("none").hidden = isAnswered;
    if (!isAnswered) blank.checked = true;
    else if (!this.#chosen) mine[0].checked = true;
  }

  #show(records) {
    const book = this.querySelector(".cw-book");
    book.dataset.what = this.#what;
    for (const [exercise, blank] of this.#blanks) {
      const now = this.querySelector(`${HERE}[data-exercise="${CSS.escape(exercise)}"]`);
      const found = records.get(exercise);
      const next = found ? filled(blank, found, this.#words) : blank;
      if (now !== next) now.replaceWith(next);
    }
    const lacking = lackingIn(this);
    const isGone = (exercise) => !this.#blanks.has(exercise) && !lacking.has(exercise) && this.#belongs(exercise);
    this.#showEarlier([...records].filter(([exercise]) => isGone(exercise)));
    this.#leaveOut();
    const printed = this.#part("printed");
    printed.hidden = !records.size;
    printed.textContent = fill(this.#words["workbook-printed"], { date: formatDate(new Date().toISOString()) });
  }

  #showEarlier(records) {
    const section = this.#part("earlier");
    section.hidden = !records.length;
    const nodes = records.map(([exercise, found]) => retired(found, exercise, this.#words));
    section.querySelector("div").replaceChildren(...nodes);
  }

  /** Of «only what I have answered», lessons and modules without any are left out, and their line; a
   * lesson that did not come says so. */
  #leaveOut() {
    const isOnly = this.#what === "only";
    for (const part of this.querySelectorAll(".cw-chapter, .cw-part[data-module]")) {
      part.hidden = isOnly && !part.querySelector('.cw-exercise:not([data-state="empty"]), .cw-chapter__lacks');
    }
    for (const link of this.querySelectorAll(".cw-contents a")) {
      const to = this.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`);
      link.parentElement.hidden = Boolean(to?.closest("[hidden]"));
    }
    for (const keys of this.querySelectorAll(".cw-keys")) keys.hidden = isOnly;
  }
}

if (!customElements.get("cw-workbook")) customElements.define("cw-workbook", Workbook);

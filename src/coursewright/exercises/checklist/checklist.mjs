/** <cw-checklist>: counts what is answered, and shows the result when the reader asks for it. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { readable } from "../../web/fields.mjs";
import { Panel } from "./panel.mjs";
import { report } from "./report.mjs";

const FEW = 3; // missing statements that are named

class Checklist extends Exercise {
  static manual = true;

  #panel;
  #sections = []; // with the statements that are asked
  #items = [];
  #second = null; // another's view, where one is asked for
  #asked = 0; // the round in which the reader asked for the result

  enhance() {
    this.#ask();
    this.#panel = new Panel(this.#part("result"), this.words);
    this.listen(this.#part("see"), "click", () => this.#see());
    this.listen(this.#part("missing"), "click", (event) => this.#goTo(event));
    this.listen(this, "change", () => this.#follow());
    if (this.spec.other) this.#invite();
  }

  refresh() {
    this.#ask();
    const count = this.#items.length - this.#unanswered().length;
    if (!count) this.#asked = 0;
    this.#part("count").textContent = fill(this.words.answered, { count, total: this.#items.length });
    const missing = this.#part("missing");
    if (!missing.hidden) this.#showMissing(missing);
    this.#part("see").classList.toggle("cw-button--quiet", this.#isShown());
    if (!this.#isShown()) return this.#clear();
    this.dataset.state = "result";
    const at = this.attempts.findLast(({ round }) => round === this.round)?.at ?? new Date().toISOString();
    const [statementOf, tipOf] = [(item) => this.#statementOf(item), (item) => this.#tipOf(item)];
    this.#panel.show(this.#report(), this.#before(), at, statementOf, tipOf);
    return this.#second?.show(this.#bothViews());
  }

  result() {
    if (!this.#isShown()) return null;
    const { whole, parts } = this.#report();
    const answered = parts.filter(({ value }) => value !== null);
    const profile = answered.map((part) => `${part.title} ${this.#panel.outOf(part)}`).join(", ");
    const text = whole ? this.#panel.outOf(whole) : profile;
    const lines = this.#second?.lines() ?? [];
    return { text, ...whole, ...(parts.length && { parts: answered }), ...(lines.length && { lines }) };
  }

  asText() {
    const result = this.result()?.text;
    return [this.dataset.title, ...(result ? [result] : []), readable(this)].join("\n\n");
  }

  /** Ask for another's view, too; few checklists do. */
  async #invite() {
    const { SecondView } = await import("./second-view.mjs");
    if (!this.isConnected) return;
    this.#second = new SecondView(this);
    this.refresh();
  }

  #clear() {
    this.#panel.clear();
    this.#second?.show(null);
  }

  #bothViews() {
    const [own, other] = [this.#answers(), this.#answers("other.")];
    const { scale } = this.spec;
    const wholes = [own, other].map((answers) => Object.keys(answers).length && this.#report(answers).whole);
    const scores = wholes.every(Boolean) ? wholes.map((whole) => this.#panel.outOf(whole)) : [];
    return { items: this.#items, own, other, scale, enough: this.#enough, scores };
  }

  /** Ask what is chosen elsewhere; all of it as long as nothing is. */
  #ask() {
    this.#sections = this.spec.sections.map((section) => this.#chosen(section));
    this.#items = this.#sections.flatMap(({ items }) => items);
  }

  #chosen(section) {
    const { from, items } = section;
    if (!from) return section;
    const ids = this.linked(from).attempts.at(-1)?.result.ids ?? [];
    const chosen = items.filter(({ id }) => ids.includes(id));
    const asked = chosen.length ? chosen : items;
    for (const item of items) for (const set of this.#fieldsets(item)) set.hidden = !asked.includes(item);
    const place = this.#fieldset(items[0]).parentElement.querySelector(".cw-checklist__from > span");
    place.textContent = this.words[chosen.length ? "from-chosen" : "from-nothing"];
    return { ...section, items: asked };
  }

  /** What to compare with: the same checklist earlier in the course, and earlier rounds of this. */
  #before() {
    const { since } = this.spec;
    const first = since && this.linked(since).attempts.at(-1);
    return [first, ...this.earlier()].filter(Boolean);
  }

  get #enough() {
    return Math.min(this.spec.enough, this.#items.length);
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  /** {id: number} of what is answered. whose: what stands before the names of another's fields. */
  #answers(whose = "") {
    const values = this.values();
    const answered = this.#items.filter(({ id }) => whose + id in values);
    return Object.fromEntries(answered.map(({ id }) => [id, Number(values[whose + id])]));
  }

  #unanswered() {
    const values = this.values();
    return this.#items.filter(({ id }) => !(id in values));
  }

  #report(answers = this.#answers()) {
    return report({ ...this.spec, sections: this.#sections }, answers);
  }

  #isReady() {
    return this.#items.length - this.#unanswered().length >= this.#enough;
  }

  /** Shown once asked for; after that also when the reader comes back to this round. */
  #isShown() {
    const isAskedFor = this.#asked === this.round || this.attempts.some(({ round }) => round === this.round);
    return isAskedFor && this.#isReady();
  }

  #see() {
    const missing = this.#part("missing");
    missing.hidden = this.#isReady();
    if (missing.hidden) this.#asked = this.round;
    this.refresh();
    if (!missing.hidden) return missing.focus();
    this.keep();
    this.say(this.#panel.spoken(this.#report()));
    const result = this.#part("result");
    result.focus({ preventScroll: true });
    return result.scrollIntoView();
  }

  /** A later change shows in the result, and is kept like it. */
  #follow() {
    if (!this.#isShown() || this.#second?.isHanded) return;
    this.keep();
    this.say(this.#panel.possible(this.#report()));
  }

  #showMissing(box) {
    const left = this.#unanswered();
    box.hidden = this.#isReady();
    const enough = this.#enough;
    const key = enough < this.#items.length ? "missing-enough" : left.length === 1 ? "missing-one" : "missing";
    const values = { count: left.length, enough };
    box.querySelector("p").textContent = fill(this.words[key], values);
    const entries = left.slice(0, FEW).map((item) => this.#link(item));
    if (left.length > FEW) entries.push(fill(this.words["and-more"], { count: left.length - FEW }));
    const rows = entries.map((entry) => {
      const row = document.createElement("li");
      row.append(entry);
      return row;
    });
    box.querySelector("ul").replaceChildren(...rows);
  }

  #link(item) {
    const link = document.createElement("a");
    link.href = `#${this.#fieldset(item).id}`;
    link.textContent = this.#fieldset(item).querySelector("legend").textContent;
    return link;
  }

  #goTo(event) {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const fieldset = document.getElementById(link.hash.slice(1));
    fieldset.querySelector("input").focus({ preventScroll: true });
    fieldset.scrollIntoView({ block: "center" });
  }

  #fieldset({ id }) {
    return this.querySelector(`input[name="${id}"]`).closest("fieldset");
  }

  /** A statement's own fieldset, and the one for another's answer, where another is asked. */
  #fieldsets({ id }) {
    const own = this.#fieldset({ id });
    return this.spec.other ? [own, this.#fieldset({ id: `other.${id}` })] : [own];
  }

  /** The statement as it stands in the form, with the reader's own answer under it. */
  #statementOf(item) {
    const statement = document.createElement("span");
    const answer = document.createElement("span");
    answer.className = "cw-checklist__answer";
    statement.append(...this.#fieldset(item).querySelector("legend").cloneNode(true).childNodes);
    const label = this.#fieldset(item).querySelector("input:checked").nextElementSibling;
    answer.textContent = fill(this.words["your-answer"], { value: label.firstChild.textContent });
    statement.append(" ", answer);
    return statement;
  }

  #tipOf({ id }) {
    const onPaper = this.querySelector(`[data-tip="${id}"]`);
    if (!onPaper) return null;
    const tip = document.createElement("p");
    tip.className = "cw-checklist__tip";
    tip.append(...onPaper.cloneNode(true).childNodes);
    return tip;
  }
}

define("checklist", Checklist);

/** <cw-picker>: a catalogue to choose from, and the chosen ones in an order of one's own. */
import { formatDate } from "../../web/dates.mjs";
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { box } from "../../web/messages.mjs";
import { Reorder } from "../../web/reorder.mjs";
import { Finder } from "./finder.mjs";
import { makeEntry } from "./entry.mjs";

class Picker extends Exercise {
  #entries = new Map(); // id → its place in the list of what is chosen
  #reorder = null;

  enhance() {
    const boxes = [...this.querySelectorAll('[name="chosen"]')];
    const { id, spec, words } = this;
    for (const { value } of boxes) {
      this.#entries.set(value, makeEntry({ id, value, text: this.#textOf(value), spec, words }));
    }
    this.#part("rest").append(...this.#entries.values());
    this.#part("bar").hidden = false;
    if (this.spec.find) new Finder(this, this.#part("find"), this.querySelectorAll(".cw-picker__group:not([data-role])"));
    this.#wire();
  }

  refresh() {
    const chosen = this.#chosen();
    this.#showOwn();
    this.#showEntries(chosen);
    this.#showBar(chosen.length);
    const first = this.#part("why-first");
    if (first) first.hidden = !chosen.length && !("why-first" in this.values());
    this.#part("chosen").hidden = !chosen.length;
    this.#showLast();
  }

  result() {
    const ids = this.#chosen();
    if (ids.length < this.spec.least) return null;
    const values = this.values();
    const items = ids.map((id) => this.#textOf(id));
    const numbered = items.map((text, index) => `${index + 1}. ${text}`);
    const reasons = ids.map((id, index) => ({ title: items[index], text: values[`why.${id}`] ?? "" }));
    const first = { title: this.#part("why-first")?.querySelector("label").textContent, text: values["why-first"] };
    const lines = [...reasons, first].filter(({ text }) => text);
    return { text: (this.spec.rank ? numbered : items).join(", "), ids, items, ...(lines.length && { lines }) };
  }

  asText() {
    const { items = [], lines = [] } = this.result() ?? {};
    const chosen = items.map((text, index) => `${this.spec.rank ? `${index + 1}.` : "-"} ${text}`);
    const said = lines.map(({ title, text }) => `${title}: ${text}`);
    return [this.dataset.title, "", ...chosen, ...(said.length ? ["", ...said] : []), ""].join("\n");
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  /** What is chosen, in the reader's order; what that does not name comes last. */
  #chosen() {
    const { chosen = [], order = "" } = this.values();
    const ids = [chosen].flat().filter((id) => id && this.#isSaid(id));
    const ordered = order.split(" ").filter((id) => ids.includes(id));
    return [...ordered, ...ids.filter((id) => !ordered.includes(id))];
  }

  /** A suggestion without words is none yet. */
  #isSaid(id) {
    return this.#ownField(id)?.value.trim() !== "";
  }

  #ownField(id) {
    return this.querySelector(`.cw-picker__own [name="${id}"]`);
  }

  #boxOf(id) {
    return this.querySelector(`[name="chosen"][value="${id}"]`);
  }

  /** An option's words, or what the reader wrote; its label while nothing is written. */
  #textOf(id) {
    const own = this.#ownField(id);
    if (own) return own.value.trim() || own.labels[0].textContent;
    return this.#boxOf(id).parentElement.querySelector(".cw-picker__text").textContent;
  }

  #wire() {
    const catalogue = this.querySelector(".cw-picker__catalogue");
    const list = this.#part("list");
    this.listen(catalogue, "click", (event) => this.#guard(event));
    this.listen(catalogue, "input", ({ target }) => target.name === "chosen" && this.#choose());
    this.listen(catalogue, "change", ({ target }) => target.closest(".cw-picker__own") && this.#write(target));
    this.listen(list, "click", ({ target }) => this.#remove(target.closest(".cw-picker__remove")));
    this.listen(this.#part("see"), "click", () => this.#see());
    const { words } = this;
    const onChange = ({ said }) => {
      this.set("order", this.#reorder.order.join(" "));
      this.say(said);
    };
    if (this.spec.rank) this.#reorder = new Reorder(list, { words, onChange });
  }

  /** One more than there may be: nothing is taken back silently, and nothing is chosen. Nor is a
   * suggestion without words: there, writing comes first. */
  #guard(event) {
    const { name, checked, value } = event.target;
    const { most } = this.spec;
    if (name !== "chosen" || !checked) return;
    const isBlank = !this.#isSaid(value);
    if (!isBlank && most === 1) return this.#swapFor(value);
    if (!isBlank && (!most || this.#chosen().length <= most)) return;
    event.preventDefault();
    if (isBlank) return this.#ownField(value).focus();
    this.#part("bar").dataset.told = "";
    this.say(fill(this.words.full, { most }));
  }

  /** Where only one can be chosen, another choice takes its place, as everywhere else. */
  #swapFor(value) {
    for (const id of this.#chosen()) if (id !== value) this.#boxOf(id).checked = false;
  }

  /** Runs before the base hears of it, so that choice and order are kept as one. */
  #choose() {
    delete this.#part("bar").dataset.told;
    this.set("order", this.#chosen().join(" "));
    this.say(this.#part("count").textContent);
  }

  /** A suggestion that is written is chosen, too, if there is room; an emptied one no longer. */
  #write({ type, name, value }) {
    if (type !== "text") return;
    const others = this.#chosen().filter((id) => id !== name);
    const isIn = others.length < this.#chosen().length;
    const hasRoom = !this.spec.most || others.length < this.spec.most;
    if (value.trim() && (isIn || !hasRoom)) return;
    this.#put(value.trim() ? [...others, name] : others);
  }

  #put(chosen) {
    this.answer({ chosen, order: chosen.join(" ") });
  }

  #remove(button) {
    if (!button) return;
    const { item: id } = button.closest("[data-item]").dataset;
    const before = this.#chosen();
    const removed = fill(this.words["removed-one"], { text: this.#textOf(id) });
    this.#put(before.filter((one) => one !== id));
    const back = () => {
      this.#put(before);
      this.say(this.words.undone);
      this.#entries.get(id).querySelector(".cw-picker__remove").focus();
    };
    const note = box("undo", removed, [[this.words.undo, back]]);
    this.#part("bar").after(note);
    note.querySelector("button").focus();
    this.say(removed);
  }

  #see() {
    const chosen = this.#part("chosen");
    chosen.focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "nearest" });
  }

  /** Move the entries of what is chosen into the list, in order; the others rest, with their text. */
  #showEntries(chosen) {
    const list = this.#part("list");
    for (const [id, entry] of this.#entries) {
      entry.querySelector(".cw-reorder__text").textContent = this.#textOf(id);
      const place = chosen.includes(id) ? list : this.#part("rest");
      if (entry.parentElement !== place) place.append(entry);
    }
    const isInOrder = chosen.every((id, index) => list.children[index] === this.#entries.get(id));
    if (!isInOrder) list.append(...chosen.map((id) => this.#entries.get(id)));
    this.#reorder?.equip();
  }

  /** One empty suggestion at a time. */
  #showOwn() {
    const values = this.values();
    let isBlank = false;
    for (const row of this.querySelectorAll(".cw-picker__own")) {
      const { name } = row.querySelector('[type="text"]');
      row.hidden = isBlank && !(name in values);
      isBlank ||= !(name in values);
    }
  }

  #showBar(count) {
    const { most } = this.spec;
    const key = !most ? "count" : count < most || most === 1 ? "count-of" : "full";
    this.#part("count").textContent = fill(this.words[key], { count, most });
    this.#part("see").hidden = !count;
    if (!most || count < most) delete this.#part("bar").dataset.told;
  }

  /** What was chosen last time comes with the new choice, not before it. */
  #showLast() {
    const last = this.earlier().at(-1);
    const line = this.#part("last");
    line.hidden = !last || !this.result();
    if (line.hidden) return;
    line.textContent = fill(this.words["last-time"], { date: formatDate(last.at), text: last.result.text });
  }
}

define("picker", Picker);

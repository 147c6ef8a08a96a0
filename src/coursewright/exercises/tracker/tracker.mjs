/** <cw-tracker>: a tap dates a stage, and the way all rows have come is told in words. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { formatDate, formatDay, today } from "../../web/dates.mjs";
import { box } from "../../web/messages.mjs";
import { outOfOrder, overview } from "./overview.mjs";

class Tracker extends Exercise {
  #rows = [];

  enhance() {
    this.#rows = [...this.querySelectorAll("tr[data-row]")];
    for (const tick of this.querySelectorAll(".cw-tracker__tick")) tick.hidden = false;
    this.#part("overview").hidden = false;
    this.listen(this, "click", ({ target }) => this.#tap(target.closest(".cw-tracker__tick")));
    this.listen(this, "focusout", () => queueMicrotask(() => this.#showTicks()));
  }

  refresh() {
    const rows = this.#tracked();
    this.#showTicks();
    this.#showOwn(rows);
    this.#showOverview(rows);
    for (const row of rows) this.#showHint(row);
  }

  result() {
    const { stages } = this.spec;
    const rows = this.#tracked();
    const { total, counts } = overview(rows, stages);
    if (!counts.some(Boolean)) return null;
    const ends = { from: 0, to: total };
    const parts = stages.map(({ title }, index) => ({ title, value: counts[index], ...ends }));
    const text = this.#done(counts, total, stages.length - 1);
    return { text, value: counts.at(-1), ...ends, parts, lines: rows.map((row) => this.#line(row)) };
  }

  asText() {
    const lines = this.result()?.lines.map(({ title, text }) => [title, text].filter(Boolean).join(": "));
    return [this.dataset.title, "", ...(lines ?? []), ""].join("\n");
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  /** The rows that mean something: the author's, and those the reader has begun. */
  #tracked() {
    const values = this.values();
    const rows = this.#rows.map((element) => {
      const { row: id } = element.dataset;
      const isBegun = Object.keys(values).some((field) => field.startsWith(`${id}.`));
      const dates = Object.fromEntries(this.spec.stages.map((stage) => [stage.id, values[`${id}.${stage.id}`]]));
      const label = element.querySelector("[data-role='title']").textContent;
      const title = values[`${id}.text`] ?? label;
      return { element, isBegun, dates, title, due: values[`${id}.due`], note: values[`${id}.note`] };
    });
    return rows.filter(({ element, isBegun }) => isBegun || !("own" in element.dataset));
  }

  /** Date a stage today; or take its date away, and offer the way back. */
  #tap(tick) {
    if (!tick) return;
    const { name, value } = tick.nextElementSibling;
    const stage = tick.textContent;
    this.set(name, value ? "" : today());
    if (!value) return this.say(`${fill(this.words.ticked, { stage, date: formatDay(today()) })}. ${this.#next(this.#tracked())}`);
    const removed = fill(this.words["date-removed"], { stage, date: formatDay(value) });
    const back = () => {
      this.set(name, value);
      tick.focus();
      this.say(this.words.undone);
    };
    tick.closest("tr").querySelector(".cw-tracker__more").append(box("undo", removed, [[this.words.undo, back]]));
    return this.say(removed);
  }

  /** A date that is being written stays in sight even while it is none. */
  #showTicks() {
    for (const tick of this.querySelectorAll(".cw-tracker__tick")) {
      const date = tick.nextElementSibling;
      tick.ariaPressed = String(Boolean(date.value));
      date.hidden = !date.value && date !== document.activeElement;
    }
  }

  /** One empty row at a time to write in; it gets its stages with the first letter. */
  #showOwn(rows) {
    const used = new Set(rows.map(({ element }) => element));
    const own = this.#rows.filter(({ dataset }) => "own" in dataset);
    const blank = own.find((row) => !used.has(row));
    for (const row of own) {
      row.hidden = row !== blank && !used.has(row);
      row.classList.toggle("cw-tracker--blank", row === blank);
    }
  }

  #showOverview(rows) {
    const { total, counts } = overview(rows, this.spec.stages);
    this.querySelector(".cw-tracker__overview > ul").hidden = !total;
    for (const [index, line] of [...this.#part("overview").querySelectorAll("li")].entries()) {
      const bar = line.querySelector("progress");
      [bar.max, bar.value] = [total || 1, counts[index]];
      line.lastElementChild.textContent = fill(this.words.count, { count: counts[index], total });
    }
    this.#part("next").textContent = counts.some(Boolean) ? this.#next(rows) : this.words.begin;
    const last = this.earlier().at(-1);
    this.#part("last").hidden = !last;
    if (!last) return;
    const values = { date: formatDate(last.at), text: last.result.text };
    this.#part("last").textContent = fill(this.words["last-time"], values);
  }

  /** What to go on with: the row, and where there are several, the stage; then the day agreed. */
  #next(rows) {
    const { total, next } = overview(rows, this.spec.stages);
    if (!next) return fill(this.words["all-done"], { total });
    const stage = this.spec.stages.length > 1 && next.stage.title;
    const details = [stage, next.row.due && formatDay(next.row.due)].filter(Boolean).join(", ");
    return fill(this.words[details ? "next" : "next-row"], { row: next.row.title, details });
  }

  #done(counts, total, index) {
    return fill(this.words.done, { stage: this.spec.stages[index].title, count: counts[index], total });
  }

  #showHint({ element, dates }) {
    const hint = element.querySelector("[data-role='hint']");
    const wrong = outOfOrder({ dates }, this.spec.stages);
    hint.hidden = !wrong;
    if (wrong) hint.textContent = fill(this.words.before, { stage: wrong.stage.title, earlier: wrong.earlier.title });
  }

  #line({ title, dates, note }) {
    const dated = this.spec.stages.filter(({ id }) => dates[id]);
    const said = dated.map((stage) => fill(this.words.ticked, { stage: stage.title, date: formatDay(dates[stage.id]) }));
    return { title, text: [...said, note].filter(Boolean).join("; ") };
  }
}

define("tracker", Tracker);

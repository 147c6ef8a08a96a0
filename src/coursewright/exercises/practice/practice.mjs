/** <cw-practice>: one prompt at a time; the suggestions come when the reader asks for them. */
import { Exercise, define } from "../../web/exercise.mjs";
import { ownAnswer, ratingsOf, reportOn } from "./answers.mjs";
import { draw } from "./draw.mjs";
import { showReport } from "./report.mjs";
import { Turn } from "./turn.mjs";

const END = ":end"; // the place after the last prompt; no prompt can be called this

class Practice extends Exercise {
  static late = true;

  #turns = new Map(); // prompt's id → its part of the page
  #went = null; // the place the reader chose on this page, in this round
  #round = 0;
  #lots = { key: "", ids: [] }; // drawn, but kept only once the reader does something

  enhance() {
    for (const { id } of this.spec.prompts) this.#turns.set(id, new Turn(this, id));
    this.#part("ways").hidden = false;
    const acts = {
      see: () => this.#see(),
      rewrite: () => this.#turns.get(this.#where().place).rewrite(),
      previous: () => this.#go(-1),
      next: () => this.#go(1),
    };
    this.listen(this, "click", ({ target }) => acts[target.closest("button[data-role]")?.dataset.role]?.());
    this.listen(this, "input", () => this.#keepDraw());
  }

  refresh() {
    if (this.#round !== this.round) this.#went = null;
    this.#round = this.round;
    const { values, ids, place, report } = this.#where();
    for (const [id, turn] of this.#turns) {
      turn.show(values, { number: ids.indexOf(id) + 1, total: ids.length, isNow: id === place });
    }
    this.#turns.get(place)?.showEarlier(this.earlier().findLast(({ response }) => ownAnswer(response, place)));
    this.#showWays(ids, place, `${place}:seen` in values, report);
    this.#showEnd(place === END, report, ratingsOf(ids, values, this.spec, this.words));
  }

  result() {
    return this.#where().report;
  }

  asText() {
    const { text = "", lines = [] } = this.result() ?? {};
    const said = lines.map((line) => `${line.title}\n${line.text}`);
    return [this.dataset.title, text, ...said].filter(Boolean).join("\n\n");
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  /** The prompts of this round, the one that is on the screen (or END), and what came out so far. */
  #where() {
    const values = this.values();
    const stored = values[":drawn"]?.split(" ").filter((id) => this.#turns.has(id)) ?? [];
    const ids = stored.length ? stored : this.#draw(values);
    const report = reportOn(ids, values, this.spec, this.words);
    const wanted = this.#went ?? values[":at"];
    const isThere = wanted === END ? report : ids.includes(wanted);
    return { values, ids, report, place: isThere ? wanted : ids[0] };
  }

  /** Who wrote before this script came keeps the prompt that was written to. */
  #draw(values) {
    const { prompts, pick } = this.spec;
    const ids = prompts.map(({ id }) => id);
    const begun = ids.filter((id) => id in values);
    const key = `${this.round} ${this.attempts.length}`;
    if (this.#lots.key === key && begun.every((id) => this.#lots.ids.includes(id))) return this.#lots.ids;
    const earlier = this.earlier().map(({ response }) => response[":drawn"]?.split(" ") ?? []);
    this.#lots = { key, ids: draw(ids, pick, earlier, begun) };
    return this.#lots.ids;
  }

  /** From the first answer on, this round has the prompts it has: here, in other tabs, tomorrow. */
  #keepDraw() {
    const draw = this.#undrawn();
    if (draw) this.answer(draw);
  }

  #undrawn() {
    const { values, ids } = this.#where();
    const isWhole = ids.length === this.spec.prompts.length;
    return isWhole || ":drawn" in values ? null : { ":drawn": ids.join(" ") };
  }

  #see() {
    const { place } = this.#where();
    this.answer({ ...this.#undrawn(), [`${place}:seen`]: "yes" });
    this.#turns.get(place).focusModels();
  }

  #go(steps) {
    const { ids, place } = this.#where();
    const from = place === END ? ids.length : ids.indexOf(place);
    this.#went = ids[from + steps] ?? END;
    this.answer({ ...this.#undrawn(), ":at": this.#went });
    this.#turns.get(this.#went)?.focus();
    if (this.#went === END) this.#finish();
  }

  #finish() {
    const panel = this.#part("result");
    this.keep();
    this.say(this.result().text);
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }

  #showWays(ids, place, isSeen, report) {
    const isLast = place === ids.at(-1);
    const [previous, next] = [this.#part("previous"), this.#part("next")];
    this.#part("see").hidden = place === END || isSeen;
    previous.hidden = place === ids[0];
    next.hidden = place === END || (isLast && !report);
    next.textContent = isLast ? this.words.finish : this.words.next;
    next.classList.toggle("cw-button--quiet", !isSeen);
  }

  #showEnd(isEnd, report, ratings) {
    const afterwards = this.#part("afterwards");
    if (afterwards) afterwards.hidden = !isEnd;
    this.#part("result").hidden = !isEnd;
    if (!isEnd) return;
    this.dataset.state = "result";
    showReport(this.#part("result"), report, ratings, this.earlier().at(-1), this.words);
  }
}

define("practice", Practice);

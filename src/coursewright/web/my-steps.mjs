/** «Dit næste skridt»: the days a reader has set, the nearest first, and those that have gone by. */
import { today } from "./dates.mjs";
import { byDate, fromNow, sayDay } from "./days.mjs";
import { arrange, folded, make, openFold } from "./elements.mjs";
import { button, copyText, fill } from "./messages.mjs";
import { entryFor, intoCalendar, lineFor, shortened } from "./reminders.mjs";
import { shareText } from "./sharing.mjs";

const SHOWN = 3; // so many of the later steps stand open
const LONGEST = 280; // signs of a step; the rest is read in the exercise

const part = (name, role, ...content) => make(name, `cw-my-${role}`, ...content);

/** What a step is called: the reader's own words, else the author's. */
function titleOf({ words, title, asked, heading, comesBack }, say) {
  if (comesBack) return fill(say["come-back"], { title: `«${heading}»` });
  return shortened(words || title || asked || heading, LONGEST);
}

export class Steps {
  #place;
  #words;
  #tools; // {say, tick(key, title, value)}
  #drawn = ""; // what stands there, so that nothing is made anew for nothing
  #stays = new Set(); // what was ticked in this visit stays where it is, to be unticked

  constructor(place, words, tools) {
    [this.#place, this.#words, this.#tools] = [place, words, tools];
  }

  /**
   * steps: of all exercises, see `stepsOf`, with {course, exercise, heading, href}. ticks: key →
   * the day for which it is done. plans: links to where a day can be chosen: [{title, href}].
   */
  show(steps, ticks, plans) {
    const all = steps.map((step) => ({ ...step, key: `done:${step.exercise}:${step.field}` }));
    for (const step of all) step.isTicked = ticks.get(step.key) === step.date;
    const drawn = JSON.stringify([all, plans, today()]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const isOpen = ({ isDone, isTicked, key }) => !isDone && (!isTicked || this.#stays.has(key));
    all.sort(byDate);
    const coming = all.filter((step) => isOpen(step) && !step.isPassed);
    const passed = all.filter((step) => isOpen(step) && step.isPassed).reverse();
    this.#put([
      ...this.#coming(coming, passed, plans),
      ...this.#passed(passed),
      ...this.#done(all.filter((step) => !isOpen(step))),
    ]);
  }

  /** Draw anew without losing the place: the focus, and what was unfolded. */
  #put(nodes) {
    const focused = this.#place.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.key;
    const open = new Set([...this.#place.querySelectorAll("details[open]")].map(({ className }) => className));
    arrange(this.#place, nodes);
    for (const details of this.#place.querySelectorAll("details")) if (open.has(details.className)) openFold(details);
    if (!focused) return;
    const same = key && this.#place.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const heading = this.#place.parentElement.querySelector("h2");
    heading.tabIndex = -1;
    (same || heading).focus({ preventScroll: true });
  }

  #coming([first, ...rest], passed, plans) {
    if (!first) return passed.length ? [] : [this.#nothing(plans)];
    const nodes = [this.#card(first)];
    if (!rest.length) return nodes;
    const list = (steps) => part("ul", "steps", ...steps.map((step) => this.#item(step)));
    nodes.push(make("h3", "", this.#words["later-steps"]), list(rest.slice(0, SHOWN)));
    const more = rest.slice(SHOWN);
    const title = fill(this.#words["more-steps"], { count: more.length });
    if (more.length) nodes.push(folded("cw-my-fold", title, () => [list(more)]));
    const open = [first, ...rest].filter(({ isTicked }) => !isTicked);
    const all = button(this.#words["all-in-calendar"], () => this.#remind(open));
    return open.length < 2 ? nodes : [...nodes, part("p", "buttons", all)];
  }

  #nothing(plans) {
    const links = plans.map(({ title, href }) => make("li", "", this.#link({ heading: title, href })));
    return part("div", "nothing", make("p", "", this.#words["no-step"]), make("ul", "", ...links));
  }

  #passed(steps) {
    if (!steps.length) return [];
    const list = part("ul", "steps", ...steps.map((step) => this.#item(step)));
    const { passed, "passed-text": text } = this.#words;
    return [part("div", "passed", make("h3", "", passed), make("p", "", text), list)];
  }

  #done(steps) {
    if (!steps.length) return [];
    const list = () => part("ul", "steps", ...steps.map((step) => this.#item(step)));
    return [folded("cw-my-fold cw-my-done", fill(this.#words["done-steps"], { count: steps.length }), () => [list()])];
  }

  /** The nearest step, large, with everything one can do about it. */
  #card(step) {
    const share = button(this.#words.share, () => this.#share(step));
    const copy = button(this.#words.copy, () => this.#copy(step));
    const remind = button(this.#words.remind, () => this.#remind([step]));
    remind.classList.remove("cw-button--quiet");
    const buttons = navigator.share ? [remind, " ", share, " ", copy] : [remind, " ", copy];
    return part("div", "step cw-my-step--first", ...this.#told(step), part("p", "buttons", ...buttons), this.#tick(step));
  }

  #item(step) {
    const ticked = step.isDone ? [] : [this.#tick(step)]; // done is what the exercise says is done
    return part("li", "step", ...this.#told(step), ...ticked);
  }

  #told(step) {
    const { date } = step;
    const day = make("time", "", sayDay(date, today()));
    day.dateTime = date;
    return [
      part("p", "day", day, " ", part("span", "when", fromNow(date, today()))),
      part("p", "what", titleOf(step, this.#words)),
      part("p", "from", this.#link(step), ...(step.module ? [" ", part("span", "kind", step.module)] : [])),
    ];
  }

  #link({ heading, href }) {
    const link = make("a", "", heading);
    link.href = href;
    return link;
  }

  #tick(step) {
    const { key, date, isTicked } = step;
    const done = fill(this.#words["done-what"], { title: titleOf(step, this.#words) });
    const box = make("input");
    Object.assign(box, { type: "checkbox", checked: isTicked, ariaLabel: `${done}, ${sayDay(date, today())}` });
    box.dataset.key = key;
    box.addEventListener("change", () => {
      this.#stays.add(key);
      this.#tools.tick(key, done, box.checked ? date : "");
    });
    return part("label", "tick", box, " ", this.#words.done);
  }

  async #remind(steps) {
    const titled = (step) => (step.comesBack ? { ...step, title: titleOf(step, this.#words) } : step);
    const said = await intoCalendar(steps.map((step) => entryFor(titled(step))));
    if (said === "saved") this.#tools.say(this.#words.reminded);
  }

  async #share(step) {
    const said = await shareText(step.heading, this.#line(step));
    if (said === "copied") this.#tools.say(this.#words.copied);
  }

  async #copy(step) {
    await copyText(this.#line(step));
    this.#tools.say(this.#words.copied);
  }

  #line(step) {
    return lineFor({ ...step, words: step.words || titleOf(step, this.#words) });
  }
}

/**
 * <cw-my-page>: the reader's notebook. What is next, what to try, how numbers have moved, what was
 * written, how far one is, and answers to earlier editions; over the lists that the server wrote.
 * What is seen first is drawn first. Shows what other tabs do as well.
 */
import { today } from "./dates.mjs";
import { learnDays } from "./days.mjs";
import { arrange, make, unfold } from "./elements.mjs";
import { announcer, notice } from "./messages.mjs";
import { cardNodes, earlierNodes, hasMoved } from "./my-cards.mjs";
import { showCourse } from "./my-course.mjs";
import { Groups } from "./my-groups.mjs";
import { Steps } from "./my-steps.mjs";
import { Tries } from "./my-tries.mjs";
import { MINE, isAnswered, readNotebook, signOf } from "./notebook.mjs";
import { stepsOf } from "./steps.mjs";
import { Wiped } from "./store.mjs";
import { WholeAnswers } from "./whole.mjs";

const PLANS = 3; // so many exercises are named where a day can be chosen

/** «Læs det hele» stands once for each exercise: in a list of names they must differ. */
function nameFolds(item, title) {
  for (const fold of item.querySelectorAll("summary")) fold.ariaLabel = `${fold.textContent}: ${title}`;
}

const nextFrame = () => new Promise((resolve) => setTimeout(resolve));

const moduleOf = (exercise) => exercise.split("/", 1)[0];

/** What a list item says of its exercise. */
function linkIn(item) {
  const link = item.querySelector("a");
  return { heading: link.textContent, href: link.href };
}

class MyPage extends WholeAnswers {
  #about = {}; // exercise → what the course says of it
  #items = new Map(); // exercise → its list item
  #homes = new Map(); // list item → the list of its lesson
  #titles = new Map(); // module → its title
  #drawn = new WeakMap(); // list item → the sign of what stands in it
  #notebook;
  #steps;
  #tries;
  #moved;
  #written;
  #say = () => {};

  /** Once: find the server's lists, and make what draws on them. */
  prepare({ words, about }) {
    this.#about = about;
    this.#say = announcer(this.querySelector(".cw-announce"));
    for (const item of this.querySelectorAll("[data-exercise]")) {
      this.#items.set(item.dataset.exercise, item);
      this.#homes.set(item, item.parentElement);
    }
    for (const module of this.querySelectorAll("[data-module]")) {
      this.#titles.set(module.dataset.module, module.querySelector("h3").textContent);
    }
    const groups = (name) => new Groups(this.#part(name), this.#titles, (item) => this.#card(item));
    [this.#moved, this.#written] = [groups("moved"), groups("written")];
    const tick = (...what) => this.#tick(...what);
    const place = this.#part("next").querySelector('[data-role="steps"]');
    this.#steps = new Steps(place, words, { say: (text) => this.#say(text), tick });
    this.#tries = new Tries(this.#part("try"), words, tick);
  }

  listen(signal) {
    const again = () => document.hidden || this.draw(); // it may be another day
    document.addEventListener("visibilitychange", again, { signal });
    window.addEventListener("beforeprint", () => this.#unfold(), { signal });
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** Ids that the listed exercises had earlier → their ids now. */
  get #names() {
    const renamed = [...this.#items.values()].filter(({ dataset }) => dataset.was);
    return new Map(renamed.flatMap(({ dataset: { exercise, was } }) => was.split(" ").map((id) => [id, exercise])));
  }

  async look() {
    try {
      const everything = this.store.everything(this.#names);
      learnDays(); // while the database works
      this.#notebook = readNotebook([...this.#items.keys()], this.#about, await everything);
      this.#showFirst();
      await nextFrame();
      this.#showAnswers();
    } catch (error) {
      if (error instanceof Wiped) this.draw();
    }
    notice(this.store.state, this.words);
  }

  /** What one comes for: the next step, what to try, how far one is. */
  #showFirst() {
    const { entries, earlier, ticks } = this.#notebook;
    const answered = [...entries.values()].filter(isAnswered);
    for (const [exercise, item] of this.#items) {
      item.dataset.state = isAnswered(entries.get(exercise)) ? "answered" : "empty";
    }
    this.#part("begin").hidden = answered.length + earlier.length > 0;
    this.#part("next").hidden = !answered.length;
    this.#steps.show(this.#stepsIn(answered), this.#ticksNow(ticks), this.#plans());
    this.#part("try").hidden = !this.#tries.show(this.#lessons(answered), ticks);
    showCourse(this.#part("course"), this.words);
    this.#part("earlier").hidden = !earlier.length;
    this.dataset.drawn = "yes";
  }

  #stepsIn(answered) {
    const { course } = this.dataset;
    return answered.flatMap(({ exercise, about, answers }) => {
      const fields = new Map(answers.map((record) => [record.field, record]));
      const from = { course, exercise, ...linkIn(this.#items.get(exercise)), module: this.#titles.get(moduleOf(exercise)) };
      return stepsOf(about, fields, today()).map((step) => ({ ...step, ...from }));
    });
  }

  /** Ticks under the exercises' ids of now. */
  #ticksNow(ticks) {
    const names = this.#names;
    const now = (key) => key.replace(/^(done):([^:]+)/, (_, word, id) => `${word}:${names.get(id) ?? id}`);
    return new Map([...ticks].map(([key, value]) => [now(key), value]));
  }

  /** Where a day can be chosen: begun modules first. */
  #plans() {
    const dated = [...this.#items].filter(([exercise]) => this.#about[exercise]?.dates);
    const begun = new Set([...this.#items].filter(([, { dataset }]) => dataset.state === "answered").map(([id]) => moduleOf(id)));
    const near = dated.filter(([exercise]) => begun.has(moduleOf(exercise)));
    const chosen = (near.length ? near : dated).slice(-PLANS);
    return chosen.map(([, item]) => linkIn(item)).map(({ heading, href }) => ({ title: heading, href }));
  }

  /** When each lesson was last worked in. */
  #lessons(answered) {
    const lessons = new Map();
    for (const { exercise, at } of answered) {
      const { lesson } = this.#homes.get(this.#items.get(exercise)).closest("[data-lesson]").dataset;
      if (!(lessons.get(lesson) > at)) lessons.set(lesson, at);
    }
    return lessons;
  }

  /** All the rest: cards under the name of their module, those not answered in their lessons. */
  #showAnswers() {
    const found = { moved: new Map(), written: new Map(), home: new Map() };
    let newest = { at: "" };
    for (const [exercise, item] of this.#items) {
      const entry = this.#notebook.entries.get(exercise);
      const place = !isAnswered(entry) ? "home" : hasMoved(entry) ? "moved" : "written";
      const key = place === "home" ? this.#homes.get(item) : moduleOf(exercise);
      found[place].set(key, [...(found[place].get(key) ?? []), item]);
      if (entry.at > newest.at) newest = entry;
    }
    const module = newest.exercise && moduleOf(newest.exercise);
    this.#moved.show(found.moved, module);
    this.#written.show(found.written, module);
    for (const home of new Set(this.#homes.values())) {
      arrange(home, found.home.get(home) ?? []);
      for (const item of home.children) this.#empty(item);
    }
    this.#showEarlier(this.#notebook.earlier);
    this.#showContents();
  }

  #empty(item) {
    this.#drawn.delete(item);
    item.querySelector('[data-role="answer"]').replaceChildren();
  }

  /** Bring one exercise up to date. */
  #card(item) {
    const { entries } = this.#notebook;
    const entry = entries.get(item.dataset.exercise);
    const before = entries.get(entry.about.continues)?.rounds ?? [];
    const sign = [signOf(entry), before.length && signOf(entries.get(entry.about.continues))].join();
    if (this.#drawn.get(item) === sign) return;
    this.#drawn.set(item, sign);
    item.querySelector('[data-role="answer"]').replaceChildren(...cardNodes(entry, before, this.words));
    nameFolds(item, item.querySelector("a").textContent);
  }

  /** Answers to what this edition no longer has. */
  #showEarlier(entries) {
    const titleOf = ({ exercise, answers }) => answers.findLast(({ title }) => title)?.title ?? exercise;
    const items = entries.map((entry) => {
      const title = make("span", "cw-my-title", titleOf(entry));
      const item = make("li", "cw-my-gone", title, ...earlierNodes(entry, this.words));
      nameFolds(item, title.textContent);
      return item;
    });
    this.#part("earlier").querySelector("ul").replaceChildren(...items);
  }

  /** One tap to each part that is there. */
  #showContents() {
    const contents = this.querySelector('[data-role="contents"]');
    for (const item of contents.querySelectorAll("[data-leads]")) {
      const part = this.#part(item.dataset.leads);
      item.hidden = part ? part.hidden : !document.getElementById("cw-my-data");
    }
    contents.hidden = !this.#part("begin").hidden;
  }

  async #tick(key, title, value) {
    try {
      await this.store.update(MINE, key, () => value, { title });
    } catch {
      this.#say(this.words["not-kept"]);
    }
  }

  #unfold() {
    for (const groups of [this.#moved, this.#written]) groups.drawAll();
    const fold = unfold(this);
    window.addEventListener("afterprint", fold, { once: true });
  }
}

if (!customElements.get("cw-my-page")) customElements.define("cw-my-page", MyPage);

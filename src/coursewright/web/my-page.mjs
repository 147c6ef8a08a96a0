/**
 * <cw-my-page>: what I answered on this phone and how it changed, over a list of exercises that
 * the server wrote; a copy to keep; and the way to wipe it. Shows what other tabs do as well.
 */
import { inTurn } from "./database.mjs";
import { NoCopy, readCopy, saveCopy } from "./copies.mjs";
import { fill, notice } from "./messages.mjs";
import { answeredIn } from "./progress.mjs";
import { formatDate, timeElement } from "./dates.mjs";
import { drawSeries } from "./series.mjs";
import { AnswerStore, Wiped } from "./store.mjs";

/** A paragraph or other element with text and elements in it. */
function make(name, role, ...content) {
  const element = document.createElement(name);
  element.className = `cw-my-${role}`;
  element.append(...content);
  return element;
}

function grouped(records) {
  const groups = new Map();
  for (const record of records) {
    if (!groups.has(record.exercise)) groups.set(record.exercise, []);
    groups.get(record.exercise).push(record);
  }
  return groups;
}

/** The last attempt of each round, in the order they were made. */
function lastOfRounds(attempts) {
  return [...new Map(attempts.map((attempt) => [attempt.round, attempt])).values()];
}

function partsList(parts, before, words) {
  const values = new Map(before.map(({ title, value }) => [title, value]));
  const items = parts.map(({ title, value }) => {
    const text = values.has(title) ? fill(words.partBefore, { value, before: values.get(title) }) : value;
    return make("li", "part", `${title}: ${text}`);
  });
  return make("ul", "parts", ...items);
}

function seriesOf(rounds) {
  const scored = rounds.filter(({ result }) => result.value !== undefined);
  if (scored.length < 2) return null;
  const target = make("div", "series");
  const points = scored.map(({ at, result }) => ({ at, value: result.value }));
  drawSeries(target, points, scored.at(-1).result);
  return target;
}

function linesList(lines) {
  const items = lines.map(({ title, text }) => {
    const asked = title ? [make("b", "label", title), " "] : [];
    return make("li", "line", ...asked, text);
  });
  return make("ul", "lines", ...items);
}

/** What was written in earlier rounds, folded away; newest first. */
function versionsBox(rounds, words) {
  const told = rounds.filter(({ result }) => result.lines?.length).reverse();
  if (!told.length) return [];
  const count = told.length;
  const title = document.createElement("summary");
  title.textContent = fill(count === 1 ? words["versions-one"] : words.versions, { count });
  const versions = told.flatMap(({ at, result }) => [
    make("p", "before", timeElement(at), " ", result.text),
    linesList(result.lines),
  ]);
  return [make("details", "versions", title, ...versions)];
}

/** How the newest result came about: a line, or what it was last time. */
function resultNodes(rounds, words) {
  const [before, newest] = [rounds.at(-2), rounds.at(-1)];
  const nodes = [make("p", "result", newest.result.text, " ", timeElement(newest.at))];
  const series = seriesOf(rounds);
  if (series) nodes.push(series);
  else if (before) {
    const text = fill(words.lastTime, { text: before.result.text });
    nodes.push(make("p", "before", text, " ", timeElement(before.at)));
  }
  const { parts = [], lines = [] } = newest.result;
  if (parts.length) nodes.push(partsList(parts, before?.result.parts ?? [], words));
  if (lines.length) nodes.push(linesList(lines));
  return [...nodes, ...versionsBox(rounds.slice(0, -1), words)];
}

/** Everything about one exercise: its results, then what was typed. */
function answerNodes(answers, attempts, words, labels = {}) {
  const rounds = lastOfRounds(attempts);
  const nodes = rounds.length ? resultNodes(rounds, words) : [];
  const filled = answers.filter(({ value }) => value.length);
  const typed = filled.filter((record) => record.typed);
  const isTold = rounds.at(-1)?.result.lines?.length > 0;
  for (const { field, value } of isTold ? [] : typed) {
    const asked = labels[field] ?? labels[field.replace(/\.[^.]+\./, ".*.")]; // in a row
    const label = asked ? [make("b", "label", asked), " "] : [];
    nodes.push(make("p", "text", ...label, [value].flat().join("\n")));
  }
  if (filled.length && !rounds.length) {
    const said = typed.length ? [] : [words.begun, " "];
    nodes.push(make("p", "begun", ...said, timeElement(filled.at(-1).at)));
  }
  return nodes;
}

/** Exercises in the order of the course, however they were folded before. */
const inOrder = (items) => items.sort((one, other) => one.dataset.place - other.dataset.place);

class MyPage extends HTMLElement {
  #store;
  #words = {};
  #labels = {};
  #copy = null; // a file's content, while the reader is asked about it
  #stay = null;
  #draw = inTurn(() => this.#look());

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#begin(), { once: true });
    } else this.#begin();
  }

  disconnectedCallback() {
    this.#stay?.abort();
  }

  #begin() {
    if (!this.isConnected) return;
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    const { words, labels = {} } = JSON.parse(this.querySelector("script.cw-spec").textContent);
    [this.#words, this.#labels] = [words, labels];
    this.querySelectorAll("[data-exercise]").forEach((item, place) => (item.dataset.place = place));
    this.#store = AnswerStore.for(this.dataset.course);
    signal.addEventListener("abort", this.#store.watch(({ state }) => state || this.#draw()));
    this.addEventListener("click", (event) => this.#click(event), { signal });
    this.#part("file")?.addEventListener("change", (event) => this.#choose(event), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#draw(), { signal });
    this.#draw();
  }

  async #look() {
    try {
      this.#show(await this.#store.everything());
    } catch (error) {
      if (error instanceof Wiped) this.#draw();
    }
    notice(this.#store.state, this.#words);
  }

  #show(everything) {
    const answers = grouped(everything.answers);
    const attempts = grouped(everything.attempts);
    const answered = answeredIn(everything);
    const nodes = (exercise) => {
      const found = [answers.get(exercise) ?? [], attempts.get(exercise) ?? []];
      return answerNodes(...found, this.#words, this.#labels[exercise]);
    };
    for (const item of this.querySelectorAll("[data-exercise]")) {
      const { exercise } = item.dataset;
      item.dataset.state = answered.has(exercise) ? "answered" : "empty";
      item.querySelector('[data-role="answer"]').replaceChildren(...nodes(exercise));
      answered.delete(exercise);
    }
    for (const module of this.querySelectorAll("[data-module]")) this.#showModule(module);
    this.#showEarlier([...answered], everything, nodes);
    this.#showAside(everything.setAside.length);
  }

  /** How far one is; what is not answered yet stands folded below what is. */
  #showModule(module) {
    const items = [...module.querySelectorAll("[data-exercise]")];
    const rest = items.filter(({ dataset }) => dataset.state !== "answered");
    const count = items.length - rest.length;
    const line = module.querySelector('[data-role="progress"]');
    if (line) line.textContent = fill(this.#words.progress, { count, total: items.length });
    const folded = module.querySelector('[data-role="rest"]');
    if (!folded) return;
    module.querySelector("ul").append(...inOrder(items.filter((item) => !rest.includes(item))));
    folded.querySelector("ul").append(...inOrder(rest));
    folded.querySelector("summary").textContent = fill(this.#words.notYet, { count: rest.length });
    folded.hidden = !rest.length;
  }

  /** Answers to what this edition no longer has. */
  #showEarlier(exercises, { answers, attempts }, nodes) {
    const section = this.querySelector('[data-role="earlier"]');
    const titles = new Map([...answers, ...attempts].map(({ exercise, title }) => [exercise, title]));
    const items = exercises.map((exercise) =>
      make("li", "gone", make("span", "title", titles.get(exercise) || exercise), ...nodes(exercise)),
    );
    section.querySelector("ul").replaceChildren(...items);
    section.hidden = !items.length;
  }

  #showAside(count) {
    this.querySelector(".cw-my-aside")?.remove();
    if (!count) return;
    this.#dialog.before(make("p", "aside", fill(this.#words.setAside, { count })));
  }

  #click({ target }) {
    const acts = {
      export: () => this.#export(),
      import: () => this.#part("file").click(),
      "import-yes": () => this.#restore(),
      "import-no": () => this.#part("bring-in").close(),
      clear: () => this.#dialog.showModal(),
      "clear-no": () => this.#dialog.close(),
      "clear-yes": () => this.#clear(),
    };
    const role = target.closest?.("button[data-role]")?.dataset.role;
    if (Object.hasOwn(acts, role)) acts[role]();
  }

  get #dialog() {
    return this.#part("confirm");
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  async #export() {
    try {
      saveCopy(await this.#store.export());
      this.#say(this.#words.exported);
    } catch {
      this.#say(this.#words.notExported);
    }
  }

  #choose({ target }) {
    const [file] = target.files;
    if (file) this.#lookInto(file);
    target.value = ""; // so that the same file can be chosen again
  }

  /** Look into the file the reader chose, and ask before anything of it is used. */
  async #lookInto(file) {
    try {
      this.#copy = readCopy(await file.text(), this.dataset.course);
    } catch (error) {
      const { reason, values } = error instanceof NoCopy ? error : new NoCopy("notACopy");
      return this.#say(fill(this.#words[reason], values));
    }
    const { answers, exported } = this.#copy;
    const values = { count: answers.length, date: formatDate(exported) };
    this.#part("copy-text").textContent = fill(this.#words.copyFound, values);
    return this.#part("bring-in").showModal();
  }

  async #restore() {
    const { restored, notRestored } = this.#words;
    const told = ({ answers }) => fill(restored, { count: answers });
    const said = await this.#store.restore(this.#copy).then(told, () => notRestored);
    this.#part("bring-in").close();
    this.#say(said);
  }

  async #clear() {
    const { cleared, notCleared } = this.#words;
    const said = await this.#store.clear().then(() => cleared, () => notCleared);
    this.#dialog.close(); // gives the focus back
    this.#say(said);
  }

  #say(text) {
    this.querySelector('[role="status"]').textContent = text;
  }
}

if (!customElements.get("cw-my-page")) customElements.define("cw-my-page", MyPage);

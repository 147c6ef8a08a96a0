/**
 * The base of every exercise: a custom element over a form the server wrote. It shows what is
 * stored, stores what the reader changes, and says so; it knows attempts and rounds. A room adds
 * what is special to it in enhance(), refresh() and result(). Listeners and queries hang on the
 * element, never on the form, whose own names a field could take.
 */
import { offerText, showActions, wireActions } from "./actions.mjs";
import { Draft } from "./draft.mjs";
import { fieldsIn, isField, isTyped, isWriting, readable, valuesIn, writeField } from "./fields.mjs";
import { Links, showLinked } from "./links.mjs";
import { announcer, box, button, notice, putNote, takeNote } from "./messages.mjs";
import { isResult } from "./records.mjs";
import { AnswerStore } from "./store.mjs";
import { wordsOf } from "./wording.mjs";

export { fill } from "./messages.mjs";
export { tell } from "./wording.mjs";

const PAUSE = 300; // milliseconds without typing before text is stored

/** Act with what is said now and then; unsaid where it cannot be fetched. */
const withNotes = (act) => import("./notes.mjs").then(act, () => {});

/** Register the element of an exercise kind. */
export function define(kind, type) {
  if (!customElements.get(`cw-${kind}`)) customElements.define(`cw-${kind}`, type);
}

export class Exercise extends HTMLElement {
  /** true: attempts are kept only when the room calls keep(), e.g. on «Check». */
  static manual = false;

  /** true: attempts are kept when the reader leaves the page, not at each change. */
  static late = false;

  /** true: a new round begins with what stands there, to be revised. */
  static carries = false;

  /** true: one round goes on for ever, as in a logbook. */
  static endless = false;

  course = "";
  exercise = "";
  was = []; // ids it had earlier
  version = "";
  words = {};
  spec = {};
  form = null;

  #store;
  #draft;
  #links;
  #stay = null; // AbortController of this stay in the page
  #speak = () => {};
  #told = false; // that answers are stored here
  #broken = false;

  /** For rooms: once, before stored answers are shown. Wire listeners with this.listen(). */
  enhance() {}

  /** For rooms: make the controls for these stored fields, before their answers are shown. */
  expect(_fields) {}

  /** For rooms: show what this.values() means; after every change, from wherever it comes. */
  refresh() {}

  /** For rooms: the attempt to keep, {text, value?, from?, to?, parts?, lines?}, or null. */
  result() {
    return null;
  }

  /** For rooms: what «Copy» takes along. */
  asText() {
    return `${this.dataset.title ?? ""}\n\n${readable(this)}\n`;
  }

  /** What is answered in an exercise this one refers to: {answers: {field: value}, attempts}. */
  linked(address) {
    return this.#links.get(address);
  }

  /** Which time the reader answers this; from 1. */
  get round() {
    return this.#draft?.round ?? 1;
  }

  /** Attempts, oldest first: {exercise, round, at, version, response, result}. */
  get attempts() {
    return this.#draft?.attempts ?? [];
  }

  /** The last attempt of each earlier round, oldest first. */
  earlier() {
    const last = [];
    for (const attempt of this.attempts) last[attempt.round] = attempt;
    return last.slice(0, this.round).filter(Boolean);
  }

  /** The answered fields: {field: text or list of texts}. */
  values() {
    return valuesIn(this);
  }

  /** Answer for the reader; stored like a tap. */
  set(field, value) {
    this.answer({ [field]: value });
  }

  /** Answer several fields for the reader, {field: value}; stored together. */
  answer(values) {
    const fields = fieldsIn(this);
    for (const [field, value] of Object.entries(values)) {
      if (fields.has(field)) writeField(fields.get(field), value);
      this.#draft.touch(field);
    }
    this.#edit();
    this.#finish();
  }

  /** Listen until the element leaves the page. */
  listen(target, type, act) {
    target.addEventListener(type, act, { signal: this.#stay.signal });
  }

  /** Announce once, politely. */
  say(text) {
    this.#speak(text);
  }

  /** Keep an attempt if it differs from the last one of this round. */
  keep() {
    if (this.#draft.append()) this.#show();
    this.#draft.flush();
  }

  /** Start a new round, and offer the way back. kept: what a room lets stand, {field: value}. */
  again(kept = {}) {
    this.#append();
    const before = this.values();
    this.#draft.round += 1;
    if (this.constructor.carries) this.#carryOn(before);
    else this.#empty(before, kept);
  }

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#arrive(), { once: true });
    } else this.#arrive();
  }

  disconnectedCallback() {
    this.#leave();
    this.#stay?.abort();
    this.#stay = null;
  }

  /** Begin as soon as all of the element is there; it may be filled after it is put in. */
  #arrive() {
    if (!this.isConnected || this.#stay) return;
    if (this.querySelector("script.cw-spec")) return this.#begin();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      this.#arrive();
    });
    observer.observe(this, { childList: true, subtree: true });
  }

  #begin() {
    this.#stay = new AbortController();
    const { course, exercise, version = "" } = this.dataset;
    Object.assign(this, { course, exercise, version, form: this.querySelector("form") });
    this.was = this.dataset.was?.split(" ") ?? [];
    this.#safely(() => {
      const { words = wordsOf(this.dataset.kind), spec = {} } = JSON.parse(this.querySelector("script.cw-spec").textContent);
      Object.assign(this, { words, spec });
    });
    this.#speak = announcer(this.querySelector(".cw-announce"));
    this.#store = AnswerStore.for(course);
    this.#links = new Links(this.#store, this.dataset.links, () => this.#show());
    this.#listen();
    this.#draft ??= new Draft(this.#store, this.#host());
    this.#safely(() => this.enhance());
    if (!isWriting(this) && !this.constructor.late) this.#append(); // answered before this script came
    this.#draft.look();
    this.#links.look();
  }

  #host() {
    return {
      element: this,
      attempt: () => this.#attempt(),
      expect: (fields) => this.#safely(() => this.expect(fields)),
      show: (stored) => this.#show(stored),
      differ: (...what) => withNotes(({ offerOther }) => offerOther(this, ...what)),
      fail: (error) => this.#fail(error),
    };
  }

  #listen() {
    this.#stay.signal.addEventListener("abort", this.#store.watch((news) => this.#hear(news)));
    this.listen(this, "input", (event) => this.#input(event));
    this.listen(this, "change", (event) => this.#input(event));
    this.listen(this, "submit", (event) => event.preventDefault());
    this.listen(this, "focusin", () => this.#store.open().catch(() => {}));
    this.listen(document, "visibilitychange", () => document.hidden && this.#leave());
    this.listen(window, "pagehide", () => this.#leave());
    this.listen(window, "pageshow", ({ persisted }) => persisted && this.#draft.look());
    const again = this.querySelector('[data-role="again"]');
    if (again) this.listen(again, "click", () => this.again());
    wireActions(this);
  }

  #input({ type, target }) {
    if (!isField(target)) return;
    if (this.#draft.touch(target.name)) this.#edit();
    if (type === "input" && isTyped(target)) this.#draft.flushIn(PAUSE);
    else this.#finish();
  }

  #edit() {
    takeNote(this, "undo");
    this.#show();
  }

  #finish() {
    if (!this.constructor.late) this.#append();
    queueMicrotask(() => this.#draft.flush());
  }

  /** A page that is only looked at appends nothing, whatever its edition makes of old answers. */
  #append() {
    if (this.constructor.manual || !this.#draft.isTouched) return;
    if (this.#draft.append()) this.#show();
  }

  #leave() {
    if (!this.#draft) return;
    this.#append();
    this.#draft.leave();
  }

  #empty(before, kept = {}) {
    const emptied = Object.fromEntries(Object.keys(before).map((field) => [field, ""]));
    this.answer({ ...emptied, ...kept });
    const undo = button(this.words.undo, () => this.#undo(before));
    undo.dataset.role = "undo";
    this.querySelector('[data-role="again"]')?.after(undo);
    undo.focus();
    this.say(this.words.emptied);
  }

  /** What stands there begins the next version; whoever wants an empty form gets one, too. */
  #carryOn(before) {
    this.answer({});
    const { carried, startEmpty, undo } = this.words;
    const ways = [[startEmpty, () => this.#empty(before)], [undo, () => this.#undo(before)]];
    putNote(this, box("undo", carried, ways), { go: true });
    this.say(carried);
  }

  #undo(before) {
    this.#draft.round -= 1;
    this.answer(before);
    this.querySelector('[data-role="again"]')?.focus();
    this.say(this.words.undone);
  }

  #attempt() {
    return this.#safely(() => {
      const result = JSON.parse(JSON.stringify(this.result() ?? null));
      if (result && !isResult(result)) throw new TypeError("result() gave no result");
      return result && { response: this.values(), result };
    });
  }

  /** Run a room's code. If it fails, the form stands and is still stored. */
  #safely(act) {
    if (this.#broken) return undefined;
    try {
      return act();
    } catch (error) {
      this.#broken = true;
      console.error(`coursewright: ${this.dataset.exercise}`, error);
      return undefined;
    }
  }

  /** Bring everything around the form up to date with it. */
  #show(stored = false) {
    const values = this.values();
    const answered = Object.keys(values).length > 0;
    this.dataset.state = answered ? "answered" : "empty";
    const again = this.querySelector('[data-role="again"]');
    if (again) again.hidden = this.constructor.endless || !this.#isFinished;
    showActions(this, values);
    showLinked(this);
    if (this.#draft.isStored) takeNote(this, "trouble");
    this.#showSaved(answered && this.#draft.isStored, stored);
    this.#safely(() => this.refresh());
    this.#showReworded();
  }

  /** Whether there is an attempt of this round; a late one comes into being when it is needed. */
  get #isFinished() {
    const isKept = this.attempts.some(({ round }) => round === this.round);
    return isKept || (this.constructor.late && this.#draft.isTouched && this.#attempt() !== null);
  }

  #showSaved(isSaved, isNews) {
    const line = this.querySelector('[data-role="saved"]');
    if (line) line.textContent = isSaved ? this.words.saved : "";
    if (!isSaved || !isNews || this.#told) return;
    this.#told = true; // once; after that the line is where it was
    this.say(this.words.saved);
  }

  #hear({ exercise, source, wiped }) {
    this.#notice();
    if (wiped) return this.#forget();
    const isIn = (...names) => exercise === null || names.includes(exercise);
    if (isIn(...this.#links.names)) this.#links.look();
    if (isIn(this.exercise, ...this.was) && source !== this.#draft) this.#draft.look();
  }

  #forget() {
    for (const role of ["undo", "other", "trouble"]) takeNote(this, role);
    this.#draft.forget();
    this.#show();
    this.#draft.look();
    this.#links.look();
  }

  /** Nothing is lost: the text stays, can be taken away, and is tried again with the next change. */
  #fail() {
    this.#notice();
    this.#show();
    if (this.#draft.isWaiting) offerText(this);
  }

  /** An answer is read under the words it was given to. */
  #showReworded() {
    if (!this.#draft.reworded.length) takeNote(this, "reworded");
    else withNotes(({ tellReworded }) => tellReworded(this, this.#draft.reworded));
  }

  #notice() {
    notice(this.#store.state, this.words);
    if (this.#store.evicted) withNotes(({ tellEvicted }) => tellEvicted(this.#store, this.words));
  }
}

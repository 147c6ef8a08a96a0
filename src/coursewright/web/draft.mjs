/**
 * What one exercise on one page holds, against what the store holds of it. Nothing is stored
 * before it is known what was there, and then only what the reader changed; and nothing that the
 * reader changed is replaced.
 */
import { inTurn } from "./database.mjs";
import { fieldsIn, isEmpty, isShown, isTouched, isTyped, readField, wordsOf, writeField } from "./fields.mjs";
import { mark } from "./records.mjs";
import { Wiped } from "./store.mjs";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const drafts = new Set(); // of this page

/** Store what is not stored in any exercise of this page; false when some of it could not be. */
export async function storeAll() {
  await Promise.all([...drafts].map((draft) => draft.leave()));
  return ![...drafts].some(({ isWaiting }) => isWaiting);
}

export class Draft {
  round = 1;
  #store;
  #host;
  #seen = new Map(); // field → its record, when this tab last looked
  #changed = new Set(); // fields
  #unshown = new Set(); // fields that have no place for what is stored, as after a change of kind
  #kept = []; // attempts in the store
  #unkept = []; // attempts on their way there
  #leaving = new Set(); // those of them that a leaving page has sent
  #restored = false;
  #failed = false; // to read or to store: attempts then live on this page
  #touched = false; // since the last attempt
  #due = false; // an attempt, as soon as it is known which ones there are
  #timer = 0;

  /** Store what is not stored; one transaction after the other. */
  flush = inTurn(() => this.#try(() => this.#flush()));

  /** See what is stored; one look after the other. */
  look = inTurn(() => this.#try(() => this.#look()));

  /** `host` is {element, attempt(), expect(fields), show(whether it was just stored),
   * differ(field, record), fail()}; `element` has exercise, was and version. */
  constructor(store, host) {
    this.#store = store;
    this.#host = host;
    drafts.add(this);
    for (const [field, controls] of this.#fields()) {
      if (isTouched(controls)) this.#changed.add(field); // the reader was faster than the script
    }
    this.#touched = this.#changed.size > 0;
  }

  /** Oldest first. */
  get attempts() {
    return [...this.#kept, ...this.#unkept];
  }

  /** Whether the reader changed something since the last attempt. */
  get isTouched() {
    return this.#touched;
  }

  /** Whether something waits to be stored. */
  get isWaiting() {
    return this.#changed.size > 0 || this.#unkept.length > 0;
  }

  /** Whether all of it is known to be stored. */
  get isStored() {
    return this.#restored && !this.isWaiting;
  }

  /** What asked for those answers that were given under other words than stand here now. */
  get reworded() {
    const { version } = this.#host.element;
    const isOther = ([field, controls]) => {
      const seen = this.#seen.get(field);
      if (!seen?.asked || seen.version === version || this.#changed.has(field)) return false;
      const isSeen = !isEmpty(seen.value) && !controls[0].ariaLabel; // that is no question in words
      return isSeen && seen.asked !== wordsOf(controls).asked;
    };
    const fields = [...this.#fields()].filter(isOther);
    return [...new Set(fields.map(([field]) => this.#seen.get(field).asked))];
  }

  /** Note a change by the reader; false when the field says what is stored. */
  touch(field) {
    const controls = this.#fields().get(field);
    if (!controls) return false;
    if (!same(readField(controls), this.#seen.get(field)?.value ?? "")) this.#changed.add(field);
    this.#touched ||= this.#changed.has(field);
    return this.#changed.has(field);
  }

  /** Append an attempt if it differs from the last one of this round; true if one was appended. */
  append() {
    this.#due = !this.#restored && !this.#failed;
    const attempt = !this.#due && this.#host.attempt();
    if (!attempt) return false;
    this.#touched = false;
    const last = this.attempts.filter(({ round }) => round === this.round).at(-1);
    if (same([last?.result, last?.response], [attempt.result, attempt.response])) return false;
    const at = new Date().toISOString();
    this.#unkept.push({ id: mark(), ...this.#facts, at, ...attempt });
    return true;
  }

  /** Store what is not stored, in a moment. */
  flushIn(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), milliseconds);
  }

  /** Store what is not stored from a page that may be gone in a moment. */
  async leave() {
    if (this.#restored) await this.#try(() => this.#send("saveLeaving"));
  }

  /** Everything was wiped: nothing of it may stay on the page or be stored again. */
  forget() {
    clearTimeout(this.#timer);
    for (const controls of this.#fields().values()) writeField(controls, "");
    this.#changed.clear();
    this.#seen.clear();
    this.#kept = [];
    this.#unkept = [];
    this.#due = this.#touched = false;
    this.round = 1;
  }

  get #facts() {
    const { exercise, version, dataset } = this.#host.element;
    return { exercise, round: this.round, version, title: dataset.title };
  }

  #fields() {
    return fieldsIn(this.#host.element);
  }

  async #try(act) {
    try {
      await act();
    } catch (error) {
      if (error instanceof Wiped) return;
      this.#failed = true;
      if (this.#due) this.append();
      this.#host.fail(error);
    }
  }

  async #flush() {
    clearTimeout(this.#timer);
    if (!this.#restored) await this.#restore();
    await this.#send("save");
  }

  async #look() {
    await this.#restore();
    if (this.isWaiting) this.flush();
  }

  async #send(way) {
    const { exercise, ...facts } = this.#facts;
    const { was } = this.#host.element;
    const attempts = this.#unkept.filter((attempt) => !this.#leaving.has(attempt));
    const changes = this.#changes();
    if (!changes.length && !attempts.length) return;
    if (way === "saveLeaving") for (const attempt of attempts) this.#leaving.add(attempt);
    try {
      const records = await this.#store[way](exercise, { ...facts, was, changes, attempts }, this);
      this.#settle(records, attempts);
    } finally {
      for (const attempt of attempts) this.#leaving.delete(attempt);
    }
    this.#host.show(true);
  }

  #changes() {
    const fields = this.#fields();
    const present = [...this.#changed].filter((field) => fields.has(field));
    return present.map((field) => {
      const controls = fields.get(field);
      const base = this.#unshown.has(field) ? undefined : this.#seen.get(field)?.order;
      const facts = { value: readField(controls), typed: isTyped(controls[0]), base };
      return { field, ...facts, ...wordsOf(controls) };
    });
  }

  #settle(records, attempts) {
    const fields = this.#fields();
    for (const record of records) {
      const controls = fields.get(record.field);
      this.#seen.set(record.field, record);
      this.#unshown.delete(record.field);
      if (!controls || same(readField(controls), record.value)) this.#changed.delete(record.field);
    }
    this.#keep([...this.#kept, ...attempts.filter((one) => this.#unkept.includes(one))]);
  }

  #keep(attempts) {
    const ids = new Set(attempts.map(({ id }) => id));
    this.#kept = attempts;
    this.#unkept = this.#unkept.filter(({ id }) => !ids.has(id));
  }

  async #restore() {
    const { exercise, was } = this.#host.element;
    const { answers, attempts } = await this.#store.read(exercise, was);
    this.#host.expect([...answers.keys()]);
    const fields = this.#fields();
    for (const [field, record] of answers) {
      const isNews = fields.has(field) && this.#seen.get(field)?.order !== record.order;
      if (isNews) this.#adopt(field, fields.get(field), record);
    }
    this.#keep(attempts);
    if (!this.#restored || !this.isWaiting) this.#count([...answers.values(), ...attempts]);
    this.#restored = true;
    if (this.#due) this.append();
    this.#host.show();
  }

  #count(records) {
    this.round = records.reduce((most, { round }) => Math.max(most, round), 1);
  }

  /** A record this tab has not seen. An unsaved change stays, and is stored as the newer one. */
  #adopt(field, controls, record) {
    if (this.#changed.has(field) && !same(readField(controls), record.value)) {
      return this.#host.differ(field, record);
    }
    writeField(controls, record.value);
    this.#seen.set(field, record);
    this.#changed.delete(field);
    this.#unshown[isShown(controls, record.value) ? "delete" : "add"](field);
  }
}

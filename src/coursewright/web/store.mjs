/**
 * The answer store: what this reader has answered in one course, kept in this browser only.
 *
 * One IndexedDB database per course id. Rule: everything is named after the course id and never
 * after an address, so the same course at two paths of one origin (a preview, a renamed folder)
 * shares its answers, and two courses share nothing.
 *
 * What is in it stands in format.mjs. A tab that finds another epoch than the one it knows has slept
 * through a wipe: it may not write, and forgets.
 */
import { Database, ask } from "./database.mjs";
import { empty, find, FORMAT, MIGRATIONS } from "./format.mjs";
import { Journal } from "./journal.mjs";
import { isAnswer, isAttempt, isText, newest, plain, prepare, rename, sift } from "./records.mjs";
import { current, put, rescue, takeIn } from "./writing.mjs";

export { FORMAT, MIGRATIONS };

/** A course's database and channel; with ":" after it, the prefix of all its keys and caches.
 * Distinct for distinct ids, whatever characters they hold. */
export function nameOf(course) {
  const safe = course.replace(/[^\w.-]/gu, (sign) => `%${sign.codePointAt(0).toString(16)};`);
  return `coursewright:${safe}`;
}

/** The answers were wiped since this tab last looked; nothing was written. */
export class Wiped extends Error {
  name = "Wiped";
}

const byOrder = (one, other) => one.order - other.order;

const merging = () => import("./merging.mjs"); // what only a page with copies needs

const shared = new Map();

/** The answers of one course. Everything that can fail rejects; nothing is half written. */
export class AnswerStore {
  #name;
  #database;
  #channel = null;
  #watchers = new Set();
  #epoch = null; // null: none known, the next one found is taken
  #checked = null; // the connection on which the epoch was found
  #evicted = false;
  #journal;
  #takenIn = null; // the promise that what is in the journal is in the database
  #counter = 0;
  #wipes = 0;

  /** The store of a course, one for the whole page. */
  static for(course) {
    if (!shared.has(course)) shared.set(course, new AnswerStore(course));
    return shared.get(course);
  }

  constructor(course, migrations = MIGRATIONS) {
    this.course = course;
    this.#name = nameOf(course);
    this.#journal = new Journal(this.#name);
    const tell = (state) => this.#tell(state === "lost" ? { exercise: null } : { state });
    this.#database = new Database(this.#name, migrations, tell);
    if (typeof BroadcastChannel === "undefined") return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }) => this.#heard(data);
  }

  /** "closed", "open", "blocked" (nothing can be kept here) or "newer" (reload the page). */
  get state() {
    return this.#database.state;
  }

  /** Whether there were answers here that nobody wiped, and that are gone: the browser did it. */
  get evicted() {
    return this.#evicted;
  }

  /** Let it be: the reader knows that the answers are gone, or has them back. */
  settle() {
    this.#journal.since = this.#epoch;
    this.#see(false);
  }

  /** Be told {exercise, source} where to look again (null: everywhere), {wiped: true} when all
   * is gone, {state} when that changes. Returns how to stop. */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Get ready to save: what is typed next may have to be stored by a page that closes. */
  async open() {
    await this.#within("readonly", async () => {}, true);
  }

  /** One exercise, and what was kept under ids it had earlier: {answers: Map field → newest record,
   * attempts: oldest first}. Creates nothing. */
  async read(exercise, was = []) {
    const names = [exercise, ...was];
    const rows = await this.#rows((stores) => [
      ...names.map((name) => stores("answers").getAll(IDBKeyRange.bound([name], [name, []]))),
      ...names.map((name) => stores("attempts").index("exercise").getAll(name)),
    ]);
    const found = (lists, check) => rename(sift(lists.flat(), check).good, () => exercise);
    const answers = newest(found(rows.slice(0, names.length), isAnswer), ({ field }) => field);
    const attempts = found(rows.slice(names.length), isAttempt).sort(byOrder);
    return { answers: new Map(answers.map((record) => [record.field, record])), attempts };
  }

  /**
   * All of it as plain data: {answers, attempts, setAside}, each in the order it was made. names:
   * Map of ids that exercises had earlier → their ids now; records then have the id of now, `was`
   * where they are kept under another, and of each field there is the newest only.
   */
  async everything(names = new Map()) {
    const stores = ["answers", "attempts", "aside"];
    const rows = await this.#rows((named) => stores.map((name) => named(name).getAll()));
    const answers = sift(rows[0], isAnswer);
    const attempts = sift(rows[1], isAttempt);
    const setAside = [...answers.bad, ...attempts.bad, ...(rows[2] ?? [])].map(plain);
    const named = (records) => rename(records, (id) => names.get(id));
    return { answers: newest(named(answers.good)).sort(byOrder), attempts: named(attempts.good), setAside };
  }

  /** What goes into a copy for the reader: {course, exported, answers, attempts, setAside}. */
  async export() {
    const exported = new Date().toISOString();
    return { course: this.course, exported, ...(await this.everything()) };
  }

  /**
   * Store changed fields and new attempts of one exercise together.
   * job: {version, title, round, changes: [{field, value, typed, base, asked, said}], attempts:
   * [{id, …}], was}; `base` is the `order` of the record that the reader saw, `asked` and `said`
   * are the answer's words, `was` the ids under which there may be earlier ones. Resolves, at the
   * transaction's `complete`, with the records. `source` is handed to this page's watchers.
   */
  async save(exercise, job, source) {
    const records = prepare(exercise, job);
    const { changes, was = [] } = job;
    await this.#write(async (transaction, number) => {
      const rescued = records.map((record, index) => rescue(transaction, record, was, changes[index].base));
      await Promise.all(rescued);
      for (const record of records) record.order = number();
      put(transaction, records, job.attempts);
    });
    return this.#saved(exercise, records, source);
  }

  /** The same for a page that may be gone in a moment: when this returns, all of it is on its way,
   * and noted where the next page finds it should it not arrive. */
  async saveLeaving(exercise, job, source) {
    const records = prepare(exercise, job);
    const { was = [], changes, attempts } = job;
    const bases = changes.map(({ base }) => base);
    const entry = { epoch: this.#epoch, exercise, was, records, bases, attempts };
    const strike = this.#journal.note(entry);
    try {
      return await this.#send(exercise, records, job, source);
    } finally {
      strike();
    }
  }

  /** Ask the database nothing, only tell it. A wipe is noticed by the key it leaves behind. */
  async #send(exercise, records, job, source) {
    const connection = this.#database.connection;
    if (!connection || connection !== this.#checked) return this.save(exercise, job, source);
    // A fraction: another tab may be giving out the same number at this moment.
    for (const record of records) record.order = (this.#counter += 1) - Math.random() / 2;
    const known = this.#epoch;
    try {
      await this.#database.run("readwrite", async (transaction) => {
        if (transaction.db !== connection) throw new Wiped();
        const meta = transaction.objectStore("meta");
        meta.add(true, `wiped:${known}`); // undoes all of it when it is there already
        meta.delete(`wiped:${known}`);
        meta.put(this.#counter, "counter");
        put(transaction, records, job.attempts);
      });
    } catch {
      return this.save(exercise, job, source);
    }
    if (known !== this.#epoch) throw new Wiped();
    return this.#saved(exercise, records, source);
  }

  /** Replace one field by `change(value or undefined)`, atomically in all tabs. `change` may be
   * called again. Resolves with the record, at `complete`. */
  async update(exercise, field, change, { round = 1, version, title, was = [] } = {}) {
    let records;
    await this.#write(async (transaction, number) => {
      const value = change(await current(transaction, [exercise, ...was], field));
      records = prepare(exercise, { changes: [{ field, value }], attempts: [], round, version, title });
      records[0].order = number();
      put(transaction, records, []);
    });
    return this.#saved(exercise, records)[0];
  }

  /**
   * Bring a copy (`export()`) back in: all of it, or nothing (see `merge`). names: Map of ids that
   * exercises had earlier → their ids now. Resolves with {came: how many of each: {answers,
   * attempts, setAside}, wasEmpty: whether nothing was here}.
   */
  async restore(copy, names) {
    const { merge } = await merging();
    let done;
    await this.#write(async (transaction, number) => {
      done = await merge(transaction, copy, number, names);
    });
    this.settle();
    if (Object.values(done.came).some(Boolean)) this.settle();
    this.#tell({ exercise: null });
    this.#channel?.postMessage({ look: null });
    return done;
  }

  /** Whether a copy came in and nothing has changed since. */
  async canUndo() {
    const { beforeCopy } = await merging();
    return Boolean(await this.#within("readonly", beforeCopy));
  }

  /** Put back what was here before a copy came in; false when something has changed since. All
   * tabs forget what they show, and look again. */
  async undo() {
    const { putBack } = await merging();
    const isBack = await this.#within("readwrite", putBack);
    if (!isBack) return false;
    this.#channel?.postMessage({ look: null });
    this.#forget();
    return true;
  }

  /** Let go of what was here before a copy came in. */
  async keep() {
    await this.#within("readwrite", async (stores) => stores.objectStore("meta").delete("undo"));
  }

  /** Wipe: every answer, then the database, the keys and the caches of this course only. All
   * tabs forget. Rejects when the answers could not be removed. */
  async clear() {
    this.#journal.since = null; // before a tab can find the database empty
    if (this.state !== "newer") await this.#database.run("readwrite", empty);
    this.#channel?.postMessage({ look: null });
    this.#forget();
    await this.#database.delete();
  }

  /** Take in what pages sent when they left, and what did not arrive. */
  async #takeIn() {
    for (const { entry, strike } of this.#journal.entries) {
      try {
        if (entry) await this.#write((stores, number) => takeIn(stores, entry, number), !entry.epoch);
        if (entry) this.#channel?.postMessage({ look: entry.exercise });
        strike();
      } catch (error) {
        if (error instanceof Wiped) strike(); // any other: the next page tries again
      }
    }
  }

  #write(work, create = true) {
    const numbered = async (transaction) => {
      const meta = transaction.objectStore("meta");
      const counter = await ask(meta.get("counter"));
      // A damaged counter goes on from a number that none has reached.
      let order = Math.max(this.#counter, Number.isSafeInteger(counter) ? counter : Date.now());
      await work(transaction, () => (order += 1));
      meta.put(order, "counter");
      this.#counter = order;
    };
    return this.#within("readwrite", numbered, create);
  }

  async #rows(requests) {
    await (this.#takenIn ??= this.#takeIn());
    const rows = await this.#within("readonly", (transaction) => {
      return Promise.all(requests((name) => transaction.objectStore(name)).map(ask));
    });
    return rows ?? [[], []];
  }

  /** Work in the epoch this tab knows, or not at all. */
  async #within(mode, work, create = false) {
    const known = this.#epoch;
    const wipes = this.#wipes;
    const { since } = this.#journal; // before the database: another tab may just be making it
    let found = null;
    let connection = null;
    const guarded = async (transaction) => {
      connection = transaction.db;
      found = await find(transaction, !known);
      return known && found !== known ? undefined : work(transaction);
    };
    const result = await this.#database.run(mode, guarded, create && !known);
    if (known && found !== known && this.#epoch === known) this.#forget();
    if (wipes !== this.#wipes) throw new Wiped("The answers were wiped");
    this.#epoch ??= found;
    this.#checked = connection;
    this.#see(since !== null && since !== found);
    return result;
  }

  #see(evicted) {
    if (evicted === this.#evicted) return;
    this.#evicted = evicted;
    this.#tell({ state: this.state });
  }

  #forget() {
    this.#epoch = this.#checked = this.#journal.since = null;
    this.#counter = 0;
    this.#wipes += 1;
    this.#tell({ wiped: true });
  }

  #saved(exercise, records, source) {
    this.#journal.since ??= this.#epoch;
    this.#tell({ exercise, source });
    this.#channel?.postMessage({ look: exercise });
    if (records.some(({ order }) => order <= 1)) askToPersist(); // the first on this phone
    return records;
  }

  /** Another tab only says where to look. Nothing it says is ever shown or stored. */
  #heard(data) {
    const look = data?.look;
    if (look === null || isText(look)) this.#tell({ exercise: look });
  }

  #tell(news) {
    for (const watcher of [...this.#watchers]) watcher(news);
  }
}

async function askToPersist() {
  try {
    await navigator.storage.persist();
  } catch {
    // A promise that we never made: nothing to say to the reader.
  }
}

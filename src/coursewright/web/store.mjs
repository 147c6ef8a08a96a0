/**
 * The answer store: what this reader has answered in one course, kept in this browser only.
 *
 * One IndexedDB database per course id. Rule: everything is named after the course id and never
 * after an address, so the same course at two paths of one origin (a preview, a renamed folder)
 * shares its answers, and two courses share nothing.
 *
 *   answers   the newest record of each [exercise, field]
 *   attempts  appended, never rewritten; the key `order` counts up
 *   aside     what could not be delivered: damaged records, and answers that a tab overwrote
 *             without having seen them; only ever exported
 *   meta      epoch, counter, format, created
 *
 * The epoch is a random mark of the database's life; a wipe takes it away. A tab that finds
 * another epoch than the one it knows has slept through a wipe: it may not write, and forgets.
 */
import { Database, ask } from "./database.mjs";
import { mergeAnswers, mergeAside, mergeAttempts } from "./merging.mjs";
import { isAnswer, isAttempt, isText, mark, plain, prepare, sift } from "./records.mjs";

/** The format of the database, and of a copy. */
export const FORMAT = 1;

/** `MIGRATIONS[n]` brings format n to n + 1. Released steps are never edited. */
export const MIGRATIONS = [
  (db) => {
    db.createObjectStore("answers", { keyPath: ["exercise", "field"] });
    const attempts = db.createObjectStore("attempts", { keyPath: "order", autoIncrement: true });
    attempts.createIndex("exercise", "exercise");
    db.createObjectStore("aside", { autoIncrement: true });
    begin(db.createObjectStore("meta"));
  },
];

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

/** Give a new or wiped database its epoch. */
function begin(meta) {
  const epoch = mark();
  meta.put(epoch, "epoch");
  meta.put(0, "counter");
  meta.put(FORMAT, "format");
  meta.put(new Date().toISOString(), "created");
  return epoch;
}

/** The epoch of this database; one that was wiped and kept begins a new one. */
async function find(transaction, mayBegin) {
  const meta = transaction.objectStore("meta");
  const epoch = await ask(meta.get("epoch"));
  if (isText(epoch)) return epoch;
  return mayBegin && transaction.mode === "readwrite" ? begin(meta) : null;
}

/** Keep what a write would replace without anybody having seen it. */
async function rescue(transaction, { exercise, field, value }, base) {
  const existing = await ask(transaction.objectStore("answers").get([exercise, field]));
  if (!existing || existing.order === base) return;
  if (JSON.stringify(existing.value) !== JSON.stringify(value)) {
    transaction.objectStore("aside").add(existing);
  }
}

function put(transaction, records, attempts) {
  for (const record of records) transaction.objectStore("answers").put(record);
  for (const attempt of attempts) transaction.objectStore("attempts").add(attempt);
}

async function empty(transaction) {
  const meta = transaction.objectStore("meta");
  const epoch = await ask(meta.get("epoch"));
  for (const name of transaction.objectStoreNames) transaction.objectStore(name).clear();
  meta.put(true, `wiped:${epoch}`);
}

const shared = new Map();

/** The answers of one course. Everything that can fail rejects; nothing is half written. */
export class AnswerStore {
  #name;
  #database;
  #channel = null;
  #watchers = new Set();
  #epoch = null; // null: none known, the next one found is taken
  #checked = null; // the connection on which the epoch was found
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

  /** One exercise: {answers: Map field → record, attempts: oldest first}. Creates nothing. */
  async read(exercise) {
    const [answers, attempts] = await this.#rows((stores) => [
      stores("answers").getAll(IDBKeyRange.bound([exercise], [exercise, []])),
      stores("attempts").index("exercise").getAll(exercise),
    ]);
    return {
      answers: new Map(sift(answers, isAnswer).good.map((record) => [record.field, record])),
      attempts: sift(attempts, isAttempt).good,
    };
  }

  /** All of it as plain data: {answers, attempts, setAside}, each in the order it was made. */
  async everything() {
    const names = ["answers", "attempts", "aside"];
    const rows = await this.#rows((stores) => names.map((name) => stores(name).getAll()));
    const answers = sift(rows[0], isAnswer);
    const attempts = sift(rows[1], isAttempt);
    answers.good.sort((one, other) => one.order - other.order);
    const setAside = [...answers.bad, ...attempts.bad, ...(rows[2] ?? [])].map(plain);
    return { answers: answers.good, attempts: attempts.good, setAside };
  }

  /** A copy for the reader: {format, course, exported, answers, attempts, setAside}. */
  async export() {
    const exported = new Date().toISOString();
    return { format: FORMAT, course: this.course, exported, ...(await this.everything()) };
  }

  /**
   * Store changed fields and new attempts of one exercise together.
   * job: {version, title, round, changes: [{field, value, typed, base}], attempts: [{id, …}]};
   * `base` is the `order` of the record that the reader saw. Resolves, at the transaction's
   * `complete`, with the records. `source` is handed to this page's watchers.
   */
  async save(exercise, job, source) {
    const records = prepare(exercise, job);
    await this.#write(async (transaction, number) => {
      const bases = job.changes.map(({ base }) => base);
      await Promise.all(records.map((record, index) => rescue(transaction, record, bases[index])));
      for (const record of records) record.order = number();
      put(transaction, records, job.attempts);
    });
    return this.#saved(exercise, records, source);
  }

  /** The same for a page that may be gone in a moment: it asks the database nothing, so all of it
   * is on its way when this returns. A wipe is noticed by the key it leaves behind. */
  async saveLeaving(exercise, job, source) {
    const connection = this.#database.connection;
    if (!connection || connection !== this.#checked) return this.save(exercise, job, source);
    const records = prepare(exercise, job);
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
  async update(exercise, field, change, { round = 1, version, title } = {}) {
    let records;
    await this.#write(async (transaction, number) => {
      const existing = await ask(transaction.objectStore("answers").get([exercise, field]));
      const isUsable = isAnswer(existing);
      if (existing && !isUsable) transaction.objectStore("aside").add(existing);
      const value = change(isUsable ? existing.value : undefined);
      records = prepare(exercise, { changes: [{ field, value }], attempts: [], round, version, title });
      records[0].order = number();
      put(transaction, records, []);
    });
    return this.#saved(exercise, records)[0];
  }

  /**
   * Bring a copy (`export()`) back in: all of it, or nothing. Of two answers the newer one wins
   * and the other is set aside; attempts are put together in the order of their time. Resolves
   * with how many of each came in: {answers, attempts}.
   */
  async restore({ answers, attempts, setAside = [] }) {
    const came = {};
    await this.#write(async (transaction, number) => {
      came.answers = await mergeAnswers(transaction, answers, number);
      came.attempts = await mergeAttempts(transaction, attempts);
      await mergeAside(transaction, setAside);
    });
    this.#tell({ exercise: null });
    this.#channel?.postMessage({ look: null });
    return came;
  }

  /** Wipe: every answer, then the database, the keys and the caches of this course only. All
   * tabs forget. Rejects when the answers could not be removed. */
  async clear() {
    if (this.state !== "newer") await this.#database.run("readwrite", empty);
    this.#channel?.postMessage({ look: null });
    this.#forget();
    await this.#database.delete();
  }

  #write(work) {
    const numbered = async (transaction) => {
      const meta = transaction.objectStore("meta");
      const counter = await ask(meta.get("counter"));
      // A damaged counter goes on from a number that none has reached.
      let order = Math.max(this.#counter, Number.isSafeInteger(counter) ? counter : Date.now());
      await work(transaction, () => (order += 1));
      meta.put(order, "counter");
      this.#counter = order;
    };
    return this.#within("readwrite", numbered, true);
  }

  async #rows(requests) {
    const rows = await this.#within("readonly", (transaction) => {
      return Promise.all(requests((name) => transaction.objectStore(name)).map(ask));
    });
    return rows ?? [[], []];
  }

  /** Work in the epoch this tab knows, or not at all. */
  async #within(mode, work, create = false) {
    const known = this.#epoch;
    const wipes = this.#wipes;
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
    return result;
  }

  #forget() {
    this.#epoch = this.#checked = null;
    this.#counter = 0;
    this.#wipes += 1;
    this.#tell({ wiped: true });
  }

  #saved(exercise, records, source) {
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

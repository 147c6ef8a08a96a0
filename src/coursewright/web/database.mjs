/**
 * One IndexedDB database that stays usable: opened when needed, opened again when the browser
 * drops it, closed when another tab wants to upgrade or delete it. Knows nothing of answers.
 */

const PAUSES = [0, 40, 250]; // milliseconds before each try
const PATIENCE = 8000; // milliseconds; an open can wait for a tab that does not let go
const PASSING = new Set(["AbortError", "InvalidStateError", "UnknownError"]);

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A function that runs the async `act`, one run after the other: however often it is asked for
 * during a run, one more follows. */
export function inTurn(act) {
  let running = false;
  let again = false;
  return async function run() {
    again = running;
    if (running) return;
    running = true;
    await act();
    running = false;
    if (again) run();
  };
}

/** The result of one request, to be awaited inside a transaction. */
export function ask(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Open or create; null when there is none and `create` is false. Old data is never touched. */
function connect(name, migrations, create) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, migrations.length);
    let absent = false;
    request.onupgradeneeded = ({ oldVersion }) => {
      absent = !oldVersion && !create;
      if (absent) request.transaction.abort(); // undoes the creation
      else migrations.slice(oldVersion).forEach((step) => step(request.result, request.transaction));
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (absent ? resolve(null) : reject(request.error));
  });
}

/** `promise`, or an error when it takes longer than a reader should wait. */
function within(milliseconds, promise) {
  const late = wait(milliseconds).then(() => {
    throw new DOMException("The database did not open", "TimeoutError");
  });
  return Promise.race([promise, late]);
}

/** Resolves with what `work` returned, and only at `complete`. */
function transact(db, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(db.objectStoreNames, mode, { durability: "strict" });
    const lost = new DOMException("The transaction was lost", "AbortError");
    let done = () => reject(lost);
    let failure = null;
    transaction.oncomplete = () => done();
    transaction.onabort = () => reject(failure ?? transaction.error ?? lost);
    const finish = (result) => {
      done = () => resolve(result);
      transaction.commit?.(); // without waiting for events: the page may be closing
    };
    const fail = (error) => {
      failure = error;
      if (!transaction.error) transaction.abort();
    };
    work(transaction).then(finish).catch(fail).catch(reject);
  });
}

function removeKeys(place, isOurs) {
  try {
    const storage = window[place];
    for (const key of Object.keys(storage).filter(isOurs)) storage.removeItem(key);
  } catch {
    // Storage is blocked: then nothing of ours is in it.
  }
}

export class Database {
  /** "closed", "open", "blocked" (no storage here) or "newer" (written by a newer release). */
  state = "closed";
  #name;
  #migrations;
  #tell;
  #db = null;
  #opening = null;

  /** `migrations[n]` brings a database of version n to n + 1; `tell` hears every new state, and
   * "lost" when another tab upgrades or deletes. */
  constructor(name, migrations, tell) {
    this.#name = name;
    this.#migrations = migrations;
    this.#tell = tell;
  }

  /** Run the async `work(transaction)`; resolves at `complete`, with undefined if there is no
   * database and `create` is false. What passes by itself is tried again, from the start. */
  async run(mode, work, create = false) {
    for (const [index, pause] of PAUSES.entries()) {
      if (pause) await wait(pause);
      let db = null;
      try {
        db = await this.open(create);
        return db ? await transact(db, mode, work) : undefined;
      } catch (error) {
        this.#judge(error, !db, index === PAUSES.length - 1);
      }
    }
  }

  /** The open connection at this moment, or null. */
  get connection() {
    return this.#db;
  }

  /** The connection, opened if need be; null when there is no database and `create` is false. */
  async open(create) {
    if (this.#db) return this.#db;
    this.#opening ??= this.#connect(create);
    const db = await within(PATIENCE, this.#opening);
    return db || !create ? db : this.open(true);
  }

  /** Let go of the connection; the next use opens it again. */
  close() {
    this.#db?.close();
    this.#db = null;
  }

  /** Delete the database, and the keys and caches whose names begin with its name and ":". Does
   * not wait for a tab that does not let go. */
  async delete() {
    this.close();
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(this.#name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
    const isOurs = (key) => key.startsWith(`${this.#name}:`);
    for (const place of ["localStorage", "sessionStorage"]) removeKeys(place, isOurs);
    const names = (await globalThis.caches?.keys().catch(() => [])) ?? [];
    await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)));
  }

  async #connect(create) {
    try {
      this.#db = await connect(this.#name, this.#migrations, create);
      if (this.#db) this.#attend(this.#db);
      this.#become("open");
      return this.#db;
    } finally {
      this.#opening = null;
    }
  }

  #attend(db) {
    db.onclose = () => this.close();
    db.onversionchange = () => {
      this.close();
      this.#tell("lost");
    };
  }

  /** Let go and return for another try, or throw. */
  #judge(error, opening, last) {
    if (PASSING.has(error.name) && !last) return this.close();
    if (opening) this.#become(error.name === "VersionError" ? "newer" : "blocked");
    throw error;
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.#tell(state);
  }
}

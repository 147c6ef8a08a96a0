/**
 * The format of the database: what is in it, how an older one is brought to it, and its epoch.
 *
 *   answers   the newest record of each [exercise, field]
 *   attempts  appended, never rewritten; the key `order` counts up
 *   aside     what could not be delivered: damaged records, and answers that a tab overwrote
 *             without having seen them; only ever exported
 *   meta      epoch, counter, format, created
 *
 * The epoch is a random mark of the database's life; a wipe takes it away.
 */
import { ask } from "./database.mjs";
import { isText, mark } from "./records.mjs";

/** The format of the database. */
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
export async function find(transaction, mayBegin) {
  const meta = transaction.objectStore("meta");
  const epoch = await ask(meta.get("epoch"));
  if (isText(epoch)) return epoch;
  return mayBegin && transaction.mode === "readwrite" ? begin(meta) : null;
}

/** Take everything out, and leave a mark that the epoch is over. */
export async function empty(transaction) {
  const meta = transaction.objectStore("meta");
  const epoch = await ask(meta.get("epoch"));
  for (const name of transaction.objectStoreNames) transaction.objectStore(name).clear();
  meta.put(true, `wiped:${epoch}`);
}

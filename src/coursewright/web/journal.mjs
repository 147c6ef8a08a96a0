/**
 * What a course keeps beside its database, in localStorage. There is little of it, and all of it
 * goes with a wipe.
 *
 *   PREFIX:leaving:…  what a leaving page has sent to the database. A busy browser may let go of a
 *                     page before what it sent has arrived; the next page then takes it in.
 *   PREFIX:since      the epoch of a database that has answers. Where it is and the database is
 *                     not, the browser has thrown the answers away.
 */
import { isAnswer, isAttempt, isText, mark } from "./records.mjs";

const LIMIT = 200_000; // characters in one entry; there is room for about five million altogether

/** Run what needs localStorage; null where there is none. */
function tried(act) {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
}

/** An entry, or null for what is none. */
function parsed(text) {
  return tried(() => {
    const entry = JSON.parse(text);
    const { epoch, exercise, was, records, bases, attempts } = entry;
    const isSound = [exercise, epoch ?? "", ...was].every(isText) && Array.isArray(bases);
    return isSound && records.every(isAnswer) && attempts.every(isAttempt) ? entry : null;
  });
}

export class Journal {
  #leaving;
  #since;

  /** name: the course's prefix. */
  constructor(name) {
    this.#leaving = `${name}:leaving:`;
    this.#since = `${name}:since`;
  }

  /** Note {epoch, exercise, was, records, bases, attempts} at once. Gives how to strike it out. */
  note(entry) {
    const key = this.#leaving + mark();
    const text = JSON.stringify(entry);
    if (text.length <= LIMIT) tried((storage) => storage.setItem(key, text));
    return () => tried((storage) => storage.removeItem(key));
  }

  /** What was noted and not struck out: [{entry or null, strike}]. */
  get entries() {
    const isOurs = (key) => key.startsWith(this.#leaving);
    const keys = tried((storage) => Object.keys(storage).filter(isOurs)) ?? [];
    return keys.map((key) => {
      const strike = () => tried((storage) => storage.removeItem(key));
      return { entry: parsed(tried((storage) => storage.getItem(key))), strike };
    });
  }

  /** The epoch of the answers that should be here; null where none should. */
  get since() {
    return tried((storage) => storage.getItem(this.#since));
  }

  set since(epoch) {
    tried((storage) => {
      if (epoch === null) storage.removeItem(this.#since);
      else storage.setItem(this.#since, epoch);
    });
  }
}

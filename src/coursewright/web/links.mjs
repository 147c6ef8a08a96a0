/** What the reader answered in other exercises: read here, never written. */
import { inTurn } from "./database.mjs";
import { timeElement } from "./dates.mjs";

const NOTHING = Object.freeze({ answers: Object.freeze({}), attempts: Object.freeze([]) });

export class Links {
  #store;
  #changed;
  #links; // for each exercise: its id, then those it had earlier
  #found = new Map(); // address → {answers, attempts}

  /** See what is stored; one look after the other. */
  look = inTurn(() => this.#look());

  /** links: which exercises, each by its ids, "now,earlier now"; undefined for none. changed:
   * called when something of theirs was found. */
  constructor(store, links, changed) {
    this.#store = store;
    this.#changed = changed;
    this.#links = links?.split(" ").map((ids) => ids.split(",")) ?? [];
  }

  /** All ids under which something may be found. */
  get names() {
    return this.#links.flat();
  }

  /** What is answered there: {answers: {field: value}, attempts: oldest first}. */
  get(address) {
    return this.#found.get(address) ?? NOTHING;
  }

  async #look() {
    const before = JSON.stringify([...this.#found]);
    for (const [address, ...was] of this.#links) this.#found.set(address, await this.#read(address, was));
    if (JSON.stringify([...this.#found]) !== before) this.#changed();
  }

  async #read(address, was) {
    try {
      const { answers, attempts } = await this.#store.read(address, was);
      const values = [...answers].map(([field, { value }]) => [field, value]);
      return { answers: Object.fromEntries(values.filter(([, value]) => value.length)), attempts };
    } catch {
      return NOTHING; // the exercise itself says what is wrong with the store
    }
  }
}

function line({ title, text }) {
  const made = document.createElement("p");
  const asked = document.createElement("b");
  asked.textContent = title;
  made.append(...(title ? [asked, " "] : []), text);
  return made;
}

/** Another exercise's newest result in its box: in words, with its lines and its date. */
function fillBox(box, { attempts }, words) {
  const newest = attempts.at(-1);
  const told = document.createElement("p");
  told.className = "cw-shown__result";
  if (newest) told.append(newest.result.text, " ", timeElement(newest.at));
  else told.append(words.shownNothing);
  const lines = newest?.result.lines ?? [];
  box.replaceChildren(box.querySelector(".cw-shown__title"), told, ...lines.map(line));
}

/** Show what is answered elsewhere in the boxes for it (data-shows). */
export function showLinked(exercise) {
  for (const box of exercise.querySelectorAll("[data-shows]")) {
    fillBox(box, exercise.linked(box.dataset.shows), exercise.words);
  }
}

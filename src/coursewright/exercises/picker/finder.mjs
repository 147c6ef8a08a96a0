/** Searching and filtering a long catalogue: nothing of it is stored. */
import { fill } from "../../web/exercise.mjs";

const PAUSE = 600; // milliseconds without typing before the count is announced
const ALIKE = { æ: "ae", ø: "o", œ: "oe", ß: "ss", đ: "d", ł: "l" };

/** A text without capitals, accents and dots over letters, so that «Naerhed» finds «Nærhed». */
export function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[æøœßđł]/g, (letter) => ALIKE[letter]);
}

/** Whether every word of the query stands somewhere in the text. */
export const finds = (query, text) => fold(query).split(/\s+/).every((word) => fold(text).includes(word));

export class Finder {
  #exercise;
  #groups; // [{element, title, options}]
  #search;
  #found;
  #category = ""; // the title that is shown; "" for all
  #timer = 0;

  /** box: where the search field and the categories are put. groups: the elements searched. */
  constructor(exercise, box, groups) {
    this.#exercise = exercise;
    this.#groups = [...groups].map((element) => {
      const title = element.querySelector(".cw-picker__category")?.textContent ?? "";
      return { element, title, options: [...element.querySelectorAll(".cw-option")] };
    });
    box.append(...this.#field(), ...this.#chips());
    box.hidden = false;
  }

  #field() {
    const { search } = this.#exercise.words;
    this.#search = document.createElement("input");
    this.#found = document.createElement("p");
    this.#search.className = "cw-picker__search";
    this.#found.className = "cw-hint";
    this.#found.hidden = true;
    Object.assign(this.#search, { type: "search", ariaLabel: search, placeholder: search });
    this.#exercise.listen(this.#search, "input", () => this.#look());
    this.#exercise.listen(this.#search, "blur", () => this.#leave());
    return [this.#search, this.#found];
  }

  #chips() {
    const titles = this.#groups.map(({ title }) => title).filter(Boolean);
    if (titles.length < 2) return [];
    const chips = document.createElement("div");
    chips.className = "cw-picker__chips";
    chips.role = "group";
    chips.ariaLabel = this.#exercise.words.show;
    for (const title of ["", ...titles]) chips.append(this.#chip(title));
    this.#exercise.listen(chips, "click", ({ target }) => this.#choose(target.closest("button"), chips));
    return [chips];
  }

  #chip(title) {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.className = "cw-picker__chip";
    chip.dataset.category = title;
    chip.textContent = title || this.#exercise.words.all;
    chip.ariaPressed = String(!title);
    return chip;
  }

  #choose(chip, chips) {
    if (!chip) return;
    this.#category = chip.dataset.category;
    for (const one of chips.children) one.ariaPressed = String(one === chip);
    this.#look();
  }

  /** Show what fits, and say how many that are. */
  #look() {
    const query = this.#search.value.trim();
    let count = 0;
    for (const { element, title, options } of this.#groups) {
      const isOpen = !this.#category || this.#category === title;
      for (const option of options) option.hidden = !isOpen || !finds(query, `${option.textContent} ${title}`);
      const left = options.filter(({ hidden }) => !hidden).length;
      element.hidden = !left;
      count += left;
    }
    this.#found.hidden = !query;
    this.#found.textContent = fill(this.#exercise.words[count ? "found" : "found-none"], { count });
    clearTimeout(this.#timer);
    if (query) this.#timer = setTimeout(() => this.#exercise.say(this.#found.textContent), PAUSE);
  }

  /** A search that found nothing hides nothing any longer. */
  #leave() {
    if (this.#groups.some(({ element }) => !element.hidden)) return;
    this.#search.value = "";
    this.#look();
  }
}

/**
 * The search: a dialog over the index that the site's builder wrote and the worker that came with
 * it. Both come from this site, and nothing that is typed leaves the page.
 */
import { fill } from "./messages.mjs";
import { sortOf } from "./search-index.mjs";

const MOST = 20; // results shown
const LONGEST = 140; // characters of a result's text
const SETUP = 0; // the worker's messages
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** HTML of the index as plain text; the document it is read into does nothing. */
function plain(html) {
  const apart = html.replaceAll("<", " <"); // where one paragraph ends, so does a word
  const text = new DOMParser().parseFromString(apart, "text/html").body.textContent;
  return text.trim().replace(/\s+/g, " ");
}

const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text);

/** Pages, each with its best place: [{title, page, text, location}]. items: what the worker found. */
function placesIn(items) {
  return items.slice(0, MOST).map((entries) => {
    const [best] = [...entries].sort((first, second) => second.score - first.score);
    const page = entries.find(({ location }) => !location.includes("#")) ?? best;
    const [title, of] = [plain(best.title), plain(page.title)];
    return { title, page: title === of ? "" : of, text: shortened(plain(best.text)), location: best.location };
  });
}

function make(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

class Search {
  #root;
  #words;
  #worker = null;
  #index = {};
  #asked = ""; // what the worker has been asked last
  #said = make("p", "cw-search__said");
  #list = make("ol", "cw-search__list");
  #input = make("input", "cw-search__input");
  #dialog;

  constructor({ root, worker, index, words }) {
    this.#root = root;
    this.#words = JSON.parse(words);
    this.#dialog = this.#build();
    document.body.append(this.#dialog);
    this.#start(worker, index);
  }

  open() {
    this.#dialog.showModal();
    this.#input.select();
  }

  #build() {
    const { search, hint, close } = this.#words;
    const label = make("label", "cw-search__label", search, this.#input);
    const shut = make("button", "cw-button cw-button--quiet", close);
    const dialog = make("dialog", "cw-dialog cw-search", label, this.#said, this.#list, shut);
    Object.assign(this.#input, { type: "search", autocomplete: "off", spellcheck: false });
    this.#said.setAttribute("role", "status");
    this.#said.textContent = hint;
    shut.type = "button";
    dialog.setAttribute("aria-label", search);
    shut.addEventListener("click", () => dialog.close());
    this.#list.addEventListener("click", ({ target }) => target.closest("a") && dialog.close());
    this.#input.addEventListener("input", () => this.#ask());
    this.#input.addEventListener("keydown", ({ key }) => key === "Escape" && dialog.close()); // not: empty it
    return dialog;
  }

  async #start(worker, index) {
    try {
      this.#index = await (await fetch(index)).json();
      const found = new Worker(worker);
      found.onmessage = ({ data }) => this.#hear(data, found);
      found.onerror = () => this.#fail();
      found.postMessage({ type: SETUP, data: sortOf(this.#index).setup(this.#index) });
    } catch {
      this.#fail();
    }
  }

  #fail() {
    this.#said.textContent = this.#words.fails;
  }

  #hear({ type, data }, worker) {
    if (type === READY) {
      this.#worker = worker;
      this.#ask();
    } else if (type === RESULT) this.#show(placesIn(sortOf(this.#index).entries(data.items, this.#index)));
  }

  #ask() {
    const query = this.#input.value.trim();
    if (!this.#worker || query === this.#asked) return;
    this.#asked = query;
    if (query) this.#worker.postMessage({ type: QUERY, data: sortOf(this.#index).query(query) });
    else this.#show([]);
  }

  #show(places) {
    const { hint, none, one, many } = this.#words;
    const count = places.length;
    const found = fill(count === 1 ? one : count ? many : none, { count });
    this.#said.textContent = this.#asked ? found : hint;
    this.#list.replaceChildren(...places.map((place) => this.#result(place)));
  }

  #result({ title, page, text, location }) {
    const link = make("a", "cw-search__title", title);
    link.href = this.#root + location;
    const parts = [page && make("p", "cw-search__page", page), text && make("p", "cw-search__text", text)];
    return make("li", "cw-search__result", link, ...parts.filter(Boolean));
  }
}

let search = null;

/** Open the search. button: carries the ways to the root, the worker and the index, and the words. */
export function openSearch(button) {
  search ??= new Search(button.dataset);
  search.open();
}

/** «Prøv det før næste gang»: what the lessons one has worked in ask one to try. */
import { byDate } from "./days.mjs";
import { arrange, make } from "./elements.mjs";
import { fill } from "./messages.mjs";

export class Tries {
  #list;
  #items;
  #words;
  #stays = new Set(); // what was ticked in this visit stays where it is, to be unticked

  /** section: with the list the server wrote. tick: (key, title, value) stores one. */
  constructor(section, words, tick) {
    this.#list = section.querySelector("ul");
    this.#items = new Map([...this.#list.children].map((item) => [item.dataset.try, item]));
    this.#words = words;
    for (const [lesson, item] of this.#items) item.append(this.#tick(lesson, item, tick));
  }

  /** lessons: lesson → when it was last worked in, "" for never. Gives whether there is any. */
  show(lessons, ticks) {
    const worked = [...this.#items.keys()].map((lesson) => ({ lesson, date: lessons.get(lesson) }));
    const found = worked.filter(({ date }) => date).sort(byDate).reverse().map(({ lesson }) => lesson);
    const isTried = (lesson) => ticks.has(`tried:${lesson}`);
    for (const lesson of found) this.#items.get(lesson).querySelector("input").checked = isTried(lesson);
    const isOpen = (lesson) => !isTried(lesson) || this.#stays.has(lesson);
    const open = found.filter(isOpen);
    const unused = [...this.#items.keys()].filter((lesson) => !found.includes(lesson));
    for (const [lesson, item] of this.#items) item.hidden = unused.includes(lesson);
    arrange(this.#list, this.#itemsOf([...open.slice(0, 1), ...unused]));
    this.#fold("more-tries", this.#itemsOf(open.slice(1)));
    this.#fold("tried-before", this.#itemsOf(found.filter((lesson) => !isOpen(lesson))));
    return found.length > 0;
  }

  #itemsOf(lessons) {
    return lessons.map((lesson) => this.#items.get(lesson));
  }

  #fold(role, items) {
    const list = this.#folded(role);
    arrange(list, items);
    const details = list.parentElement;
    details.hidden = !items.length;
    details.firstElementChild.textContent = fill(this.#words[role], { count: items.length });
  }

  #folded(role) {
    const section = this.#list.parentElement;
    const known = section.querySelector(`[data-role="${role}"] > ul`);
    if (known) return known;
    const list = make("ul", "cw-my-tries");
    const details = make("details", "cw-my-fold", make("summary"), list);
    details.dataset.role = role;
    section.append(details);
    return list;
  }

  #tick(lesson, item, tick) {
    const tried = fill(this.#words["tried-what"], { title: item.querySelector("a").textContent });
    const box = make("input");
    Object.assign(box, { type: "checkbox", ariaLabel: tried });
    box.addEventListener("change", () => {
      this.#stays.add(lesson);
      tick(`tried:${lesson}`, tried, box.checked ? "yes" : "");
    });
    return make("label", "cw-my-tick", box, " ", this.#words.tried);
  }
}

/** Answered exercises under the name of their module; what is not open is not drawn. */
import { arrange, make } from "./elements.mjs";

const FEW = 6; // so many exercises are shown at once, whatever module they are in

export class Groups {
  #section;
  #modules;
  #draw;
  #groups = new Map(); // module → {details, list, items}

  /** modules: Map module → its title. draw: brings an exercise's list item up to date. */
  constructor(section, modules, draw) {
    [this.#section, this.#modules, this.#draw] = [section, modules, draw];
  }

  /** found: Map module → list items. newest: the module that is open without asking. */
  show(found, newest) {
    const few = [...found.values()].flat().length <= FEW;
    const shown = [...this.#modules.keys()].filter((module) => found.get(module)?.length);
    for (const module of shown) {
      this.#groups.get(module) ?? this.#add(module, few || module === newest || shown.length === 1);
      this.#fill(this.#groups.get(module), found.get(module));
    }
    const place = this.#section.querySelector('[data-role="groups"]');
    arrange(place, shown.map((module) => this.#groups.get(module).details));
    this.#section.hidden = !shown.length;
  }

  /** Draw what is folded away, too. */
  drawAll() {
    for (const { items } of this.#groups.values()) items.forEach(this.#draw);
  }

  #add(module, isOpen) {
    const group = { items: [], list: make("ul", "cw-my-list cw-my-cards") };
    const count = make("span", "cw-my-count");
    const title = make("h3", "", this.#modules.get(module), " ", count);
    const details = make("details", "cw-my-group", make("summary", "", title), group.list);
    details.open = isOpen;
    details.addEventListener("toggle", () => this.#drawn(group));
    this.#groups.set(module, Object.assign(group, { details, count }));
  }

  #fill(group, items) {
    group.items = items;
    group.count.textContent = items.length;
    arrange(group.list, items);
    this.#drawn(group);
  }

  #drawn({ details, items }) {
    if (details.open) items.forEach(this.#draw);
  }
}

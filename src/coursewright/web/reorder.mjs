/**
 * A list that the reader puts in order: by buttons, by the arrow keys on a handle, or by dragging
 * the handle with mouse, pen or finger. The list is an <ol> (or <ul>) whose entries carry
 * data-item; handle and buttons are made here. What is moved never leaves the page, only its
 * neighbours hop over it: so it keeps focus and the pointer.
 */
import { fill } from "./messages.mjs";

const EDGE = 48; // pixels from the edge of the screen where dragging scrolls
const STEP = 14;

const middle = (element) => {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
};

/** Change places so that the eye can follow. */
function gliding(elements, change) {
  const before = elements.map((element) => element.getBoundingClientRect().top);
  change();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const [index, element] of elements.entries()) {
    const way = before[index] - element.getBoundingClientRect().top;
    element.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], 160);
  }
}

function control(role, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `cw-reorder__${role}`;
  button.dataset.move = role;
  button.ariaLabel = label;
  return button;
}

export class Reorder {
  #list;
  #words;
  #onChange;
  #texts = new WeakMap(); // entry → its words, without the buttons'

  /**
   * words: move-up, move-down and drag with {text}; moved with {text}, {number} and {total}.
   * onChange({id, from, to, said}): the reader moved an entry; places count from 0, `said` is the
   * sentence to announce.
   */
  constructor(list, { words, onChange }) {
    this.#list = list;
    this.#words = words;
    this.#onChange = onChange;
    this.equip();
    list.addEventListener("click", (event) => this.#press(event));
    list.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("pointerdown", (event) => this.#grab(event));
  }

  /** The entries' ids, from the top. */
  get order() {
    return this.#items.map(({ dataset }) => dataset.item);
  }

  /** Entries that are not named stay behind the others. */
  set order(ids) {
    const items = new Map(this.#items.map((item) => [item.dataset.item, item]));
    const wanted = ids.filter((id) => items.has(id));
    for (const [index, id] of wanted.entries()) {
      if (this.#items[index] !== items.get(id)) this.#list.insertBefore(items.get(id), this.#items[index]);
    }
    this.#mark();
  }

  /** Give handle and buttons to entries that have none: to be called when some were added. */
  equip() {
    for (const item of this.#items) {
      if (this.#texts.has(item)) continue;
      const words = item.querySelector(".cw-reorder__text") ?? item;
      const text = words.textContent.trim().replace(/\s+/g, " ").replace(/\.$/, "");
      this.#texts.set(item, text);
      const made = ["drag", "move-up", "move-down"].map((role) => {
        return control(role, fill(this.#words[role], { text }));
      });
      item.prepend(made[0]);
      item.append(made[1], made[2]);
    }
    this.#mark();
  }

  get #items() {
    return Array.from(this.#list.children).filter(({ dataset }) => dataset.item);
  }

  /** Where there is no way further, the button stays but says so: focus must not get lost. */
  #mark() {
    const items = this.#items;
    for (const [index, item] of items.entries()) {
      item.querySelector('[data-move="drag"]').dataset.place = index + 1;
      item.querySelector('[data-move="move-up"]').ariaDisabled = String(index === 0);
      item.querySelector('[data-move="move-down"]').ariaDisabled = String(index === items.length - 1);
    }
  }

  #press({ target }) {
    const { move } = target.closest("[data-move]")?.dataset ?? {};
    if (move && move !== "drag") this.#step(target.closest("[data-item]"), move === "move-up" ? -1 : 1);
  }

  #key(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.target.closest('[data-move="drag"]')) return;
    event.preventDefault();
    this.#step(event.target.closest("[data-item]"), by);
  }

  #step(item, by) {
    const from = this.#items.indexOf(item);
    const other = this.#items[from + by];
    if (!other) return;
    gliding([item, other], () => (by < 0 ? item.after(other) : item.before(other)));
    item.scrollIntoView({ block: "nearest" });
    this.#report(item, from);
  }

  #report(item, from) {
    const to = this.#items.indexOf(item);
    this.#mark();
    if (to === from) return;
    const values = { text: this.#texts.get(item), number: to + 1, total: this.#items.length };
    this.#onChange({ id: item.dataset.item, from, to, said: fill(this.#words.moved, values) });
  }

  #grab({ target, clientY, pointerId, button }) {
    const handle = target.closest('[data-move="drag"]');
    if (!handle || button > 0) return;
    const item = handle.closest("[data-item]");
    const from = this.#items.indexOf(item);
    const grip = clientY - item.getBoundingClientRect().top;
    const stay = new AbortController();
    const end = () => {
      stay.abort();
      delete item.dataset.dragged;
      item.style.transform = "";
      this.#report(item, from);
    };
    handle.setPointerCapture(pointerId);
    item.dataset.dragged = "";
    const { signal } = stay;
    handle.addEventListener("pointermove", (event) => this.#drag(item, event.clientY, grip), { signal });
    for (const type of ["pointerup", "pointercancel"]) handle.addEventListener(type, end, { signal });
  }

  /** Bring an entry below the pointer; its neighbours make room. */
  #drag(item, y, grip) {
    if (y < EDGE) scrollBy(0, -STEP);
    else if (y > innerHeight - EDGE) scrollBy(0, STEP);
    for (;;) {
      const { previousElementSibling: above, nextElementSibling: below } = item;
      if (above && y < middle(above)) gliding([above], () => item.after(above));
      else if (below && y > middle(below)) gliding([below], () => item.before(below));
      else break;
    }
    item.style.transform = "";
    const way = y - grip - item.getBoundingClientRect().top;
    item.style.transform = `translateY(${way}px)`;
  }
}

/** The talk as bubbles, and the rest of what is seen: made of what the server wrote of it. */
import { fill } from "../../web/exercise.mjs";

function make(name, part, ...content) {
  const element = document.createElement(name);
  element.className = `cw-dialogue__${part}`;
  element.append(...content);
  return element;
}

/** A copy that can stand beside its original: without ids, and without links in a button. */
function copyOf(node, isButton = false) {
  const copy = node.cloneNode(true);
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  if (isButton) for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return copy;
}

export class Chat {
  #script;
  #words;

  /** script: the element with the whole talk. */
  constructor(script, words) {
    this.#script = script;
    this.#words = words;
  }

  /** What the other says at a line or an ending, as plain text; "" for nothing. */
  says(place) {
    return this.#said(this.#part(place, "says"));
  }

  /** What the reader says, and what is said about it. */
  say(token) {
    return this.#said(this.#part(token, "say"));
  }

  note(token) {
    return this.#part(token, "note")?.textContent.trim() ?? "";
  }

  title(ending) {
    return this.#part(ending, "title").textContent;
  }

  text(ending) {
    return this.#part(ending, "text").textContent.trim().replace(/\s*\n\s*/g, "\n");
  }

  /** The choices of a line, or of all, as `line/choice` in order. */
  choices(line) {
    const places = line ? [this.#place(line)] : this.#script.querySelectorAll("[data-place]");
    return Array.from(places).flatMap((place) => {
      const found = Array.from(place.querySelectorAll("[data-choice]"));
      return found.map(({ dataset }) => `${place.dataset.place}/${dataset.choice}`);
    });
  }

  /** A bubble of the other, or nothing where they say nothing. */
  hear(place) {
    const said = this.#part(place, "says");
    return said ? [make("li", "turn cw-dialogue__turn--other", this.#bubble(said))] : [];
  }

  /** A bubble of the reader's, what is said about it, and more (a node) below. */
  speak(token, word, ...more) {
    const turn = make("li", "turn cw-dialogue__turn--own", this.#bubble(this.#part(token, "say")));
    const note = this.#part(token, "note");
    if (note) turn.append(this.#note(note, word));
    turn.append(...more);
    return turn;
  }

  /** A button that says something; it tells when it was said before. */
  button(token, isTried, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.append(copyOf(this.#part(token, "say").lastElementChild, true));
    if (isTried) made.append(" ", make("span", "tried", this.#words.tried));
    made.addEventListener("click", act);
    return made;
  }

  /** What else could have been said than `token`, folded away. */
  others(token, buttons, untried) {
    const summary = make("summary", "fold", this.#words.others);
    if (untried) summary.append(" ", fill(this.#words.untried, { count: untried }));
    summary.ariaLabel = `${summary.textContent}: ${this.#part(token, "say").textContent.trim()}`;
    const items = buttons.map((button) => make("li", "other", button));
    return make("details", "others", summary, make("ul", "list", ...items));
  }

  /** How it ended: a title that can take the focus, the author's text, and sentences of ours. */
  ending(place, sentences) {
    const title = make("p", "title", copyOf(this.#part(place, "title")));
    title.tabIndex = -1;
    const text = copyOf(this.#part(place, "text"));
    return [make("p", "label", this.#words.ended), title, text, ...sentences.map((one) => make("p", "sum", one))];
  }

  #bubble(said) {
    const bubble = copyOf(said);
    bubble.className = "cw-dialogue__bubble";
    return bubble;
  }

  #note(note, word) {
    const copy = copyOf(note);
    const change = copy.querySelector(".cw-dialogue__change");
    if (change && word) change.append(`: ${word}`);
    return copy;
  }

  #said(part) {
    return part?.lastElementChild.textContent.trim() ?? "";
  }

  #place(name) {
    const [line, choice] = name.split("/");
    const place = this.#script.querySelector(`[data-place="${line}"]`);
    return choice ? place.querySelector(`[data-choice="${choice}"]`) : place;
  }

  #part(name, role) {
    return this.#place(name).querySelector(`:scope > [data-role="${role}"], :scope > p [data-role="${role}"]`);
  }
}

/**
 * What stands on a page, as it is said aloud: passages in reading order. Nothing is changed for it:
 * the page is only looked at, and looked at again for each sentence, so that an answer given in
 * between is heard as it is now.
 */
import { formatDay } from "./dates.mjs";
import { fill } from "./messages.mjs";

/** What nobody wants to hear: the interface, the way on, what only a screen reader is told. */
const SILENT = [
  "script, style, template, noscript, nav, dialog, progress, pre, audio, video, canvas, object",
  "[aria-hidden='true'], [role='status'], [role='timer'], [role='switch'], [data-transient]",
  ".cw-hidden, .cw-announce, .cw-kind, .cw-saved, .cw-button, .cw-crumb, .cw-aloud, .headerlink",
].join();
const BUTTON_NAMED = ["pressed", "checked"];

const tidy = (text) => text.replace(/\s+/g, " ").trim();
const isTicked = ({ type }) => type === "radio" || type === "checkbox";

/** Whether a reader sees an element (a text below the fold included). */
function isSeen(element) {
  const seen = element.checkVisibility?.({ checkVisibilityCSS: true, visibilityProperty: true });
  return seen ?? (element.getClientRects().length > 0 || element.localName === "option");
}

/** A text without what is not said of it. */
function visibleText(element) {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(SILENT)) text += visibleText(node);
  }
  return text;
}

/** What a field says, in words; "" for nothing and for what is no answer. */
function answerIn(control) {
  if (control.localName === "select") return control.value && tidy(control.selectedOptions[0]?.text ?? "");
  if (control.type === "date") return formatDay(control.value);
  if (["hidden", "file", "password", "search", "button", "submit", "reset"].includes(control.type)) return "";
  return tidy(control.value);
}

/** A stretch of text that is said in one go: a paragraph, an option, an answer. */
class Passage {
  #pieces = []; // {text, node, element?}: a text node, or an element that stands for its text

  constructor(box) {
    this.box = box;
  }

  add(text, node) {
    this.#pieces.push({ text: text.replace(/\s/g, " "), node });
    return this;
  }

  get text() {
    return this.#pieces.map(({ text }) => text).join("");
  }

  /** Where it begins on the page: by that it is found again. */
  get start() {
    return this.#pieces.find(({ node }) => node)?.node ?? this.box;
  }

  /** Where a part of it, [start, end], can be marked: a Range; a control or a figure as a whole. */
  place(part) {
    return this.start.nodeType === Node.TEXT_NODE ? this.range(part) : this.start;
  }

  /** The Range of a part of its text, [start, end]. */
  range([start, end]) {
    const range = document.createRange();
    let at = 0;
    let isBegun = false;
    for (const { text, node } of this.#pieces) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, text.length);
      at += text.length;
      if (!node || from >= to) continue;
      if (!isBegun) begin(range, node, from);
      isBegun = true;
      finish(range, node, to);
    }
    if (!isBegun) range.selectNode(this.box);
    return range;
  }
}

function begin(range, node, from) {
  if (node.nodeType === Node.TEXT_NODE) range.setStart(node, Math.min(from, node.length));
  else range.setStartBefore(node);
}

function finish(range, node, to) {
  if (node.nodeType === Node.TEXT_NODE) range.setEnd(node, Math.min(to, node.length));
  else range.setEndAfter(node);
}

/** Whether an element stands in a line of text. A control laid over its place stands where that does. */
function isInLine(element, { display, position } = getComputedStyle(element)) {
  if (position === "absolute" && element.matches("input, select")) return isInLine(element.parentElement);
  return display.startsWith("inline") || display === "contents";
}

/** Gathers passages on a walk through the page. */
class Walk {
  passages = [];
  #words;
  #run = null; // the passage that inline text goes into

  constructor(words) {
    this.#words = words;
  }

  visit(element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#text(node, element);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node);
    }
  }

  /** What was gathered so far is a passage of its own. */
  end() {
    if (this.#run && /[\p{L}\p{N}]/u.test(this.#run.text)) this.passages.push(this.#run);
    this.#run = null;
  }

  #text(node, element) {
    if (!this.#run && !node.data.trim()) return;
    this.#run ??= new Passage(element);
    this.#run.add(node.data, node);
  }

  #element(element) {
    if (element.matches(SILENT) || !isSeen(element)) return;
    const style = getComputedStyle(element);
    if (style.clipPath === "inset(50%)") return;
    if (element.matches("input, textarea, select")) return this.#control(element, isInLine(element));
    const isInline = isInLine(element, style);
    if (!isInline || element.localName === "br") this.end();
    this.#inside(element);
    if (!isInline) this.end();
  }

  #inside(element) {
    if (element.localName === "details" && !element.open) {
      for (const summary of element.querySelectorAll(":scope > summary")) this.visit(summary);
    } else if (element.matches("label:has([type='radio'], [type='checkbox'])")) this.#option(element);
    else if (element.querySelector(":scope > .cw-number")) this.#numbers(element);
    else if (element.localName === "button") this.#button(element);
    else if (element.matches("img, svg, [role='img']")) this.#figure(element);
    else this.visit(element);
  }

  #say(box, text, node = box) {
    this.end();
    if (tidy(text)) this.passages.push(new Passage(box).add(text, node));
  }

  /** An answer by itself, or, in the middle of a sentence, in its place. */
  #control(control, isInline) {
    const answer = answerIn(control);
    const isInText = isInline && this.#run && !isTicked(control);
    if (isInText) this.#run.add(answer || this.#words.gap, control);
    else if (answer && !isTicked(control)) this.#say(control, `${this.#words.answer}: ${answer}`);
  }

  #option(label) {
    const isChosen = [...label.querySelectorAll("input")].some(({ checked }) => checked);
    this.#chosen(label, isChosen);
  }

  #button(button) {
    this.#chosen(button, BUTTON_NAMED.some((state) => button.getAttribute(`aria-${state}`) === "true"));
  }

  #chosen(element, isChosen) {
    this.end();
    const before = this.passages.length;
    this.visit(element);
    this.end();
    if (isChosen && this.passages.length > before) this.passages.at(-1).add(`, ${this.#words.chosen}`);
  }

  /** A row of numbers is said as its ends and the one chosen; a row of words as its options. */
  #numbers(row) {
    const labels = [...row.querySelectorAll(":scope > .cw-number")].filter(isSeen);
    const said = labels.map((label) => tidy(visibleText(label)));
    if (!said.every((text) => /^[−-]?\d/.test(text))) return this.visit(row);
    const chosen = labels.find((label) => label.querySelector("input")?.checked);
    const value = chosen && said[labels.indexOf(chosen)];
    const parts = [...this.#ends(row, said), ...(value ? [fill(this.#words["you-chose"], { value })] : [])];
    if (!parts.length) parts.push(fill(this.#words["from-to"], { from: said[0], to: said.at(-1) }));
    return this.#say(row, `${parts.join(". ")}.`);
  }

  /** What the ends mean, where that stands at the row. */
  #ends(row, said) {
    const ends = [...(row.parentElement.querySelector(":scope > .cw-numbers__ends")?.children ?? [])];
    const named = ends.filter(isSeen).map((end) => tidy(end.textContent).replace(" = ", ": "));
    return named.length ? named : said.filter((text) => /\p{L}/u.test(text));
  }

  #figure(figure) {
    const title = figure.querySelector(":scope > title")?.textContent;
    this.#say(figure, figure.alt || figure.ariaLabel || title || "");
  }
}

/** All there is to hear inside an element, in order. words: those of reading.yml. */
export function passagesIn(root, words) {
  const walk = new Walk(words);
  walk.visit(root);
  walk.end();
  return walk.passages;
}

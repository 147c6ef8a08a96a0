/** Another's view beside one's own: rated on the same phone, while one's own answers are out of sight. */
import { fill } from "../../web/exercise.mjs";
import { make } from "../../web/elements.mjs";
import { drawPair } from "../../web/pair.mjs";
import { beside } from "./beside.mjs";
import { written } from "./panel.mjs";

const WAYS = ["more", "same", "less"];
const HANDED = "handed"; // on the element while the other has the phone

export class SecondView {
  #list;
  #place;
  #theirs;
  #view = null; // what was shown last

  /** list: the exercise, for its words, its name for the other, and its data. */
  constructor(list) {
    this.#list = list;
    this.#place = this.#part("views");
    this.#theirs = this.#part("theirs");
    const acts = { "hand-over": () => this.#hand(), "show-both": () => this.#finish(), "take-back": () => this.#end() };
    for (const [role, act] of Object.entries(acts)) list.listen(this.#part(role), "click", act);
  }

  /** Whether the other has the phone. */
  get isHanded() {
    return HANDED in this.#list.dataset;
  }

  /**
   * Show how far the other is, or both views where the other is done. view: {items, own, other,
   * scale, enough, scores}; null takes the phone back, as where there is no result of one's own.
   * scores: own and the other's score in words, or none.
   */
  show(view) {
    this.#view = view;
    if (!view) return delete this.#list.dataset[HANDED];
    const { words } = this.#list;
    const count = Object.keys(view.other).length;
    this.#part("other-count").textContent = fill(words.answered, { count, total: view.items.length });
    const isDone = this.#lacking <= 0;
    this.#place.hidden = this.#part("hand-over").hidden = false;
    this.#part("hand-over").textContent = words[isDone ? "other-change" : "other-begin"];
    this.#place.querySelector(".cw-checklist__why").hidden = isDone;
    const both = this.#place.querySelector(".cw-checklist__both");
    return both.replaceChildren(...(isDone ? this.#both() : []));
  }

  /** Both views as lines to keep: the other's score, and the statements the two see differently. */
  lines() {
    if (!this.#view || this.isHanded || this.#lacking > 0) return [];
    const { words, spec } = this.#list;
    const { scores } = this.#view;
    const pairs = this.#pairs();
    const score = scores.length ? [{ title: spec.other, text: scores[1] }] : [];
    const groups = WAYS.filter((way) => pairs[way].length).map((way) => ({
      title: words[`other-${way}`],
      text: pairs[way].map((pair) => `${this.#legend(pair).textContent} ${this.#inWords(pair)}`).join(" · "),
    }));
    return [...score, ...groups];
  }

  get #lacking() {
    return this.#view.enough - Object.keys(this.#view.other).length;
  }

  #pairs() {
    const { items, own, other, scale } = this.#view;
    return beside(items, own, other, scale);
  }

  #part(role) {
    return this.#list.querySelector(`[data-role="${role}"]`);
  }

  #hand() {
    this.#list.dataset[HANDED] = "";
    this.#theirs.focus({ preventScroll: true });
    this.#theirs.scrollIntoView();
  }

  #finish() {
    if (this.#lacking > 0) return this.#tellMissing();
    const title = this.#place.querySelector("h4");
    this.#end();
    this.#list.refresh();
    this.#list.keep();
    this.#list.say(this.#summary(this.#pairs()));
    title.focus({ preventScroll: true });
    return title.scrollIntoView();
  }

  #end() {
    delete this.#list.dataset[HANDED];
    this.#part("hand-over").focus();
  }

  #tellMissing() {
    const { words } = this.#list;
    const { items, other } = this.#view;
    const count = this.#lacking;
    const text = count === 1 ? words["other-lacks-one"] : fill(words["other-lacks"], { count });
    this.#part("other-count").textContent = text;
    this.#list.say(text);
    const open = items.find(({ id }) => !(id in other));
    const first = this.#list.querySelector(`input[name="other.${open.id}"]`);
    first.focus({ preventScroll: true });
    first.closest("fieldset").scrollIntoView({ block: "center" });
  }

  #summary({ more, same, less }) {
    const total = more.length + same.length + less.length;
    return fill(this.#list.words["other-summary"], { count: same.length, total });
  }

  #both() {
    const { words, spec } = this.#list;
    const { scores } = this.#view;
    const pairs = this.#pairs();
    const names = [words["other-you"], spec.other];
    const score = scores.map((text, index) => `${names[index]}: ${text}.`).join(" ");
    const groups = WAYS.filter((way) => pairs[way].length).flatMap((way) => this.#group(way, pairs[way]));
    return [make("p", "", [this.#summary(pairs), score].filter(Boolean).join(" ")), ...groups];
  }

  #group(way, pairs) {
    const { words, spec } = this.#list;
    const rows = pairs.map((pair) => {
      const picture = way === "same" ? [] : [drawPair([pair.own, pair.other], spec.scale, written)];
      const said = make("span", "cw-checklist__answer", this.#inWords(pair));
      return make("li", "", ...this.#legend(pair).cloneNode(true).childNodes, " ", said, ...picture);
    });
    return [
      make("h5", "", words[`other-${way}`]),
      make("ul", "cw-checklist__list", ...rows),
      make("p", "cw-checklist__tip", words[`other-${way}-tip`]),
    ];
  }

  #legend({ item }) {
    return this.#list.querySelector(`input[name="${item.id}"]`).closest("fieldset").querySelector("legend");
  }

  #inWords({ own, other }) {
    const values = { own: written(own), other: written(other), name: this.#list.spec.other };
    return fill(this.#list.words["other-answers"], values);
  }
}

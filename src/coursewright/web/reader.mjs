/**
 * Reads a part of the page sentence by sentence. Where it is, is known by the passage and the
 * number of the sentence in it; the page may change in between.
 */
import { mark, unmark } from "./marking.mjs";
import { sentences } from "./sentences.mjs";
import { passagesIn } from "./spoken.mjs";
import { say, silence } from "./voices.mjs";

export class Reader {
  state = "paused"; // "reading", "paused" or "ended"
  root;
  #words;
  #voice;
  #rate;
  #tell;
  #start = null; // where the passage begins: a text, or a control
  #passage = 0;
  #sentence = 0;

  /** root: what is read. voice, rate: how. tell: called when `state` changes, with an error's
   * word if there is one. */
  constructor(root, { words, voice, rate, tell }) {
    [this.root, this.#words, this.#voice, this.#rate, this.#tell] = [root, words, voice, rate, tell];
  }

  get #language() {
    return document.documentElement.lang || "da";
  }

  set rate(rate) {
    this.#rate = rate;
    if (this.state === "reading") this.resume();
  }

  /** Say the sentence it is at, from its beginning. */
  resume() {
    this.#go(this.#passages(), 0);
  }

  pause() {
    silence();
    this.#become("paused");
  }

  /** One sentence on or back; a paused reader stays quiet and only marks it. */
  step(by) {
    this.#go(this.#passages(), by);
  }

  /** Go to where the reader tapped: {node, offset}. */
  jump(node, offset) {
    const passages = this.#passages();
    for (const [index, passage] of passages.entries()) {
      const at = this.#parts(passage).findIndex((part) => passage.range(part).isPointInRange(node, offset));
      if (at < 0) continue;
      [this.#passage, this.#sentence] = [index, at];
      return this.#arrive(passages, true);
    }
    return undefined;
  }

  end() {
    silence();
    unmark();
    this.#become("ended");
  }

  #become(state, trouble) {
    this.state = state;
    this.#tell(state, trouble);
  }

  #parts(passage) {
    return sentences(passage.text, this.#language);
  }

  /** The passages as they are now; the one it was at is found again, or the next best. */
  #passages() {
    const passages = passagesIn(this.root, this.#words);
    const again = passages.findIndex(({ start }) => start === this.#start);
    if (again >= 0) this.#passage = again;
    else if (this.#start?.isConnected) this.#passage = this.#after(passages);
    return passages;
  }

  /** The first passage behind a place where nothing is said any more. */
  #after(passages) {
    const behind = ({ start }) => this.#start.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING;
    const found = passages.findIndex((passage) => behind(passage));
    this.#sentence = 0;
    return found < 0 ? passages.length : found;
  }

  #go(passages, by) {
    let [passage, sentence] = [this.#passage, this.#sentence + by];
    if (sentence < 0) sentence = passage > 0 ? this.#parts(passages[(passage -= 1)]).length - 1 : 0;
    while (passage < passages.length && sentence >= this.#parts(passages[passage]).length) {
      [passage, sentence] = [passage + 1, 0];
    }
    [this.#passage, this.#sentence] = [passage, sentence];
    if (passage >= passages.length) return this.end();
    return this.#arrive(passages, by === 0 || this.state === "reading");
  }

  #arrive(passages, isSaid) {
    const passage = passages[this.#passage];
    const part = this.#parts(passage)[this.#sentence];
    this.#start = passage.start;
    mark(passage.place(part));
    if (!isSaid) return;
    const text = passage.text.slice(...part).replace(/\s+/g, " ").trim();
    const failed = () => {
      this.pause();
      this.#tell("paused", "failed");
    };
    say(text, { voice: this.#voice, rate: this.#rate, ended: () => this.step(1), failed });
    this.#become("reading");
  }
}

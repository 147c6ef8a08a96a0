/** <cw-dialogue>: a talk in which the reader chooses what to say, one tap at a time. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { Chat } from "./chat.mjs";
import { Talk } from "./talk.mjs";

class Dialogue extends Exercise {
  #talk;
  #chat;
  #drawn = ""; // what the picture was drawn from
  #isSpeaking = false; // the newest words are being said just now

  enhance() {
    this.#talk = new Talk(this.spec);
    this.#chat = new Chat(this.#part("script"), this.words);
    this.listen(this.#part("back"), "click", () => this.#back());
    this.listen(this.querySelector("[data-whole]"), "click", () => this.#printWhole());
  }

  /** Drawn only when something has happened: it would take the focus and close what was opened. */
  refresh() {
    const now = this.#talk.follow(this.#path);
    if (now.isOver) this.dataset.state = "result";
    const source = JSON.stringify([this.#path, this.round, this.attempts.length]);
    if (source === this.#drawn) return;
    this.#drawn = source;
    this.#drawChat(now);
    this.#drawMood(now.level);
    this.#drawChoices(now);
    this.#drawEnd(now);
    this.#part("rewritten").hidden = now.isWhole;
    this.#part("back").hidden = now.steps.length === 0;
  }

  result() {
    const { steps, at, isOver, level } = this.#talk.follow(this.#path);
    if (!isOver) return null;
    const said = steps.map((step) => ({ title: this.#heard(step.line), text: this.#chat.say(this.#token(step)) }));
    const lines = [...said, { title: this.#chat.title(at), text: this.#chat.text(at) }];
    if (!this.spec.openness) return { text: this.#chat.title(at), lines };
    const values = { ending: this.#chat.title(at), other: this.spec.other, word: this.#talk.word(level) };
    return { text: fill(this.words.result, values), value: level, from: 0, to: this.spec.openness.to, lines };
  }

  asText() {
    const { steps, at, isOver } = this.#talk.follow(this.#path);
    const turns = steps.flatMap((step) => {
      const token = this.#token(step);
      const note = this.#chat.note(token);
      const own = `${this.words.you}: ${this.#chat.say(token)}`;
      return [this.#heard(step.line), note ? `${own}\n(${note})` : own];
    });
    const last = this.#chat.says(at) ? [this.#heard(at)] : [];
    const end = isOver ? [this.#chat.title(at), this.#chat.text(at)] : [];
    return `${[this.dataset.title, ...turns, ...last, ...end].join("\n\n")}\n`;
  }

  /** A new talk, from the beginning or with a path that it goes on from. */
  again(kept) {
    super.again(kept);
    this.#arrive();
  }

  get #path() {
    return this.values().path ?? "";
  }

  get #paths() {
    return [...this.attempts.map(({ response }) => String(response.path ?? "")), this.#path];
  }

  #token({ line, choice }) {
    return `${line}/${choice}`;
  }

  #heard(place) {
    return `${this.spec.other}: ${this.#chat.says(place)}`;
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  #drawChat({ steps, isOver }) {
    const tried = this.#talk.tried(this.#paths);
    const turns = steps.map((step, index) => {
      const before = steps[index - 1]?.level ?? this.spec.openness?.start;
      const more = isOver ? this.#others(steps, index, tried) : [];
      return [this.#chat.speak(this.#token(step), this.#newWord(before, step.level), ...more), ...this.#chat.hear(step.to)];
    });
    if (this.#isSpeaking) for (const turn of turns.at(-1)) turn.dataset.new = "";
    this.#part("chat").replaceChildren(...this.#chat.hear(this.spec.start), ...turns.flat());
  }

  /** What else there was to say at a step; saying it begins a new talk with the steps before. */
  #others(steps, index, tried) {
    const said = this.#token(steps[index]);
    const tokens = this.#chat.choices(steps[index].line).filter((token) => token !== said);
    if (!tokens.length) return [];
    const before = this.#talk.path(steps.slice(0, index));
    const buttons = tokens.map((token) => {
      const start = () => this.again({ path: `${before} ${token}`.trim() });
      return this.#chat.button(token, tried.has(token), () => this.#speak(start));
    });
    return [this.#chat.others(said, buttons, tokens.filter((token) => !tried.has(token)).length)];
  }

  /** The word for how open the other is, where it has become another. */
  #newWord(before, after) {
    if (!this.spec.openness || this.#talk.word(before) === this.#talk.word(after)) return "";
    return this.#talk.word(after);
  }

  #drawMood(level) {
    if (!this.spec.openness) return;
    const values = { other: this.spec.other, word: this.#talk.word(level) };
    this.#part("mood").textContent = fill(this.words.mood, values);
    this.#part("bar").value = level;
  }

  #drawChoices({ at, isOver }) {
    this.#part("choices").hidden = isOver;
    const tried = this.#talk.tried(this.#paths);
    const tokens = isOver ? [] : this.#chat.choices(at);
    const buttons = tokens.map((token) => {
      const step = token.split("/");
      const go = () => this.set("path", this.#talk.say(this.#path, ...step));
      const button = this.#chat.button(token, tried.has(token), () => this.#speak(go));
      button.className = "cw-button cw-dialogue__choice";
      return button;
    });
    this.#part("buttons").replaceChildren(...buttons);
  }

  #drawEnd({ at, isOver, level }) {
    const end = this.#part("end");
    end.hidden = !isOver;
    if (!isOver) return;
    const { openness, other } = this.spec;
    const ends = openness && { other, before: this.#talk.word(openness.start), after: this.#talk.word(level) };
    const moved = openness ? [fill(this.words[ends.before === ends.after ? "stayed" : "moved"], ends)] : [];
    end.replaceChildren(...this.#chat.ending(at, [...moved, this.#foundInWords()]));
  }

  #foundInWords() {
    const found = this.#talk.found(this.#paths);
    const total = this.spec.endings.length;
    const titles = found.map((ending) => this.#chat.title(ending)).join(" · ");
    return fill(this.words[found.length === total ? "found-all" : "found"], { count: found.length, total, titles });
  }

  /** Say something: what comes of it is announced once, as a whole. */
  #speak(act) {
    this.#isSpeaking = true;
    act();
    this.#isSpeaking = false;
    this.#arrive();
    this.say(this.#part("chat").querySelector("[data-new] .cw-dialogue__note")?.textContent);
    this.#hear();
  }

  #back() {
    this.set("path", this.#talk.back(this.#path));
    this.#arrive();
    this.#hear();
  }

  #hear() {
    const { at } = this.#talk.follow(this.#path);
    if (this.#chat.says(at)) this.say(this.#heard(at));
  }

  /** Take the reader to what is new: all of it in view where it fits, else from its beginning. */
  #arrive() {
    const title = this.#part("end").querySelector("[tabindex]");
    (this.#part("choices").hidden ? title : this.#part("choices")).focus({ preventScroll: true });
    const chat = this.#part("chat");
    const first = chat.querySelector("[data-new]") ?? chat.lastElementChild;
    const last = this.#part("back").hidden ? this.#part("choices") : this.#part("back");
    const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = isStill ? "auto" : "smooth";
    if (height > window.innerHeight * 0.85) first.scrollIntoView({ block: "start", behavior });
    else last.scrollIntoView({ block: "nearest", behavior });
  }

  #printWhole() {
    this.dataset.whole = "";
    window.addEventListener("afterprint", () => delete this.dataset.whole, { once: true });
  }
}

define("dialogue", Dialogue);

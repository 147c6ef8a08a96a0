/** <cw-session>: one step at a time, with the time that is left; says when it is up. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { BigScreen } from "./big-screen.mjs";
import * as journey from "./journey.mjs";
import { Awake, beep, canVibrate, vibrate } from "./signals.mjs";

const MINUTE = 60_000;
const MOMENT = 10_000; // how late «1 minute left» may be told
const LONG = 8 * 60; // minutes; past them nobody was there any more

/** «Anna: fokusperson», or where nobody has a name, which role follows which. */
function inTurn(roles) {
  if (roles.some(({ name }) => name)) {
    return roles.map(({ title, name }) => `${title}: ${name || "?"}`).join(" · ");
  }
  const [first] = roles;
  return [...roles, first].map(({ title }) => title).join(" → ");
}

function setNow(dataset, isNow) {
  if (isNow) dataset.now = "";
  else delete dataset.now;
}

class Session extends Exercise {
  #awake = new Awake();
  #screen;
  #stops = [];
  #timer = 0;
  #seen = { at: "", left: 0 }; // when last looked

  enhance() {
    this.#stops = this.spec.stops;
    const listen = (...about) => this.listen(...about);
    this.#screen = new BigScreen(this, listen, (on) => this.#showScreen(on));
    for (const [role, act] of Object.entries(this.#acts())) {
      this.listen(this.#part(role), "click", () => act(this.#state, Date.now()));
    }
    this.listen(document, "visibilitychange", () => document.hidden || this.refresh());
    this.#part("vibration").hidden = !canVibrate();
  }

  refresh() {
    const state = this.#state;
    const phase = !state ? "before" : state.done === undefined ? "running" : "done";
    const isUnderWay = phase === "running";
    this.dataset.phase = phase;
    if (phase === "done") this.dataset.state = "result";
    for (const role of ["stage", "bar"]) this.#part(role).hidden = !isUnderWay;
    this.#part("begin").hidden = phase !== "before";
    this.#part("switches").hidden = phase === "done";
    this.#part("stop").hidden = !isUnderWay;
    this.#part("result").hidden = phase !== "done";
    this.#part("notes").hidden = phase !== "done";
    this.#showSignals();
    if (isUnderWay) this.#showStop(state);
    if (phase === "done") this.#showResult(state);
    this.#awake.set(isUnderWay && state.paused === undefined);
    this.#tick(state);
  }

  result() {
    const state = this.#state;
    if (state?.done === undefined) return null;
    const count = this.earlier().filter(({ response }) => this.#isWhole(this.#read(response._state))).length + 1;
    const parts = [this.#inWords(state)];
    if (this.#isWhole(state) && count > 1) parts.push(fill(this.words["times-done"], { count }));
    return { text: parts.join(" "), lines: this.#lines() };
  }

  asText() {
    const notes = this.#lines().map(({ title, text }) => `${title}: ${text}`);
    return [this.dataset.title, this.result()?.text, "", ...notes].join("\n");
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#awake.set(false);
    super.disconnectedCallback();
  }

  #acts() {
    const move = (by) => (state, now) => this.#goTo(state, this.#index(state) + by, now);
    return {
      start: (_, now) => this.#begin(now),
      next: move(1),
      back: (state, now) => (this.#index(state) ? move(-1)(state, now) : this.#leaveStart()),
      reopen: move(0),
      pause: (state, now) => (state.paused ? move(0)(state, now) : this.#save(journey.pause(state, now))),
      more: (state, now) => this.#save(journey.addTime(state, MINUTE, now)),
      stop: (state, now) => this.#finish(journey.finish(state, now)),
      sound: () => this.#toggle("sound") && beep(),
      vibration: () => this.#toggle("still") || vibrate(),
      big: () => this.#screen.set(!this.#screen.isOn),
    };
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  #read(text) {
    return text ? journey.readState(text, this.#stops) : null;
  }

  get #state() {
    return this.#read(this.values()._state);
  }

  #save(state) {
    this.set("_state", JSON.stringify(state));
  }

  #index({ at }) {
    return this.#stops.findIndex(({ key }) => key === at);
  }

  #isWhole(state) {
    return state?.at === this.#stops.at(-1).key;
  }

  #begin(now) {
    this.#save(journey.begin(this.#stops, now));
    this.#arrive();
    this.#heading().focus({ preventScroll: true });
  }

  /** Back before the first step: «Start» was a slip. */
  #leaveStart() {
    this.set("_state", "");
    this.#part("start").focus();
  }

  #goTo(state, index, now) {
    const stop = this.#stops[index];
    if (!stop) return this.#finish(journey.finish(state, now));
    const wasPaused = state.paused !== undefined;
    this.#save(journey.goTo(state, stop, now));
    if (wasPaused && stop.key === state.at) return this.say(this.words.resumed);
    if (state.done !== undefined) this.#heading().focus({ preventScroll: true });
    return this.#arrive();
  }

  #finish(state) {
    this.#screen.set(false);
    this.#save(state);
    this.say(this.result().text);
    this.#part("result").focus({ preventScroll: true });
    this.scrollIntoView();
  }

  /** A new step stands there: say it, and bring its beginning on the screen. */
  #arrive() {
    const { ms } = this.#stops[this.#index(this.#state)];
    const time = ms === null ? "" : fill(this.words.length, { minutes: journey.minutes(ms) });
    this.say([this.#part("where").textContent, this.#heading().textContent, time].filter(Boolean).join(". "));
    this.scrollIntoView();
  }

  #heading() {
    return this.querySelector(".cw-session__step[data-now] h4");
  }

  #showStop(state) {
    const index = this.#index(state);
    const stop = this.#stops[index];
    this.#mark([stop]);
    const isLast = index === this.#stops.length - 1;
    this.#part("next").textContent = isLast ? this.words.done : this.words.next;
    this.#part("where").textContent = this.#where(index);
    const bar = this.querySelector("progress");
    [bar.max, bar.value] = [this.#stops.length, index + 1];
    this.#showRoles(stop, this.#stops[index - 1]);
  }

  /** What it took, and the notes of all that was reached. */
  #showResult(state) {
    const reached = this.#stops.slice(0, this.#index(state) + 1);
    const keys = new Set(Array.from(this.querySelectorAll("[data-stop]"), ({ dataset }) => dataset.stop));
    const noted = reached.filter(({ key }) => keys.has(key));
    this.#mark(noted);
    this.#part("notes").hidden = !noted.length;
    this.#part("took").textContent = this.result().text;
  }

  /** The steps that stand on the screen, and the notes of these rounds. */
  #mark(stops) {
    const [steps, keys] = [stops.map(({ step }) => step), stops.map(({ key }) => key)];
    for (const { dataset } of this.querySelectorAll("[data-step]")) setNow(dataset, steps.includes(dataset.step));
    for (const { dataset } of this.querySelectorAll("[data-stop]")) setNow(dataset, keys.includes(dataset.stop));
  }

  #where(index) {
    const values = { number: index + 1, total: this.#stops.length, ...this.#stops[index], rounds: this.spec.rounds };
    const words = [fill(this.words["step-of"], values)];
    if (values.round) words.push(fill(this.words["round-of"], values));
    return words.join(" · ");
  }

  /** Whose turn is what, by their names; where a new round begins, that roles change. */
  #showRoles({ round }, before) {
    const { roles } = this.spec;
    const values = this.values();
    const moved = Math.max(round - 1, 0) % (roles.length || 1);
    const named = roles.map(({ id, title }, index) => {
      const { id: first } = roles.at(index - moved); // who had which role in the first round
      return { id, title, name: values[`_who.${first}`] ?? "" };
    });
    for (const place of this.querySelectorAll("[data-who]")) {
      const { name } = named.find(({ id }) => id === place.dataset.who);
      place.textContent = name ? `: ${name}` : "";
    }
    const swap = this.#part("swap");
    swap.hidden = round < 2 || before.round === round || roles.length < 2;
    if (!swap.hidden) swap.textContent = fill(this.words.swap, { roles: inTurn(named) });
  }

  /** Look at the clock, show what is left, and look again when the next second is over. */
  #tick(state) {
    clearTimeout(this.#timer);
    if (!state || state.done !== undefined) return;
    const now = Date.now();
    if (this.spec.automatic && state.ends <= now) return this.#goOn(journey.catchUp(state, this.#stops, now));
    const stop = this.#stops[this.#index(state)];
    const left = journey.leftOf(state, stop, now);
    this.#showClock(state, stop, left);
    this.#tell(state, left);
    if (state.ends > now) this.#timer = setTimeout(() => this.#tick(this.#state), left % 1000 || 1000);
  }

  #showClock({ paused }, { ms }, left) {
    const way = paused !== undefined ? "paused" : left === 0 ? "up" : left <= MINUTE ? "last" : "left";
    this.dataset.clock = ms === null ? "none" : way;
    this.#part("clock").hidden = ms === null;
    this.#part("pause").hidden = ms === null || way === "up";
    this.#part("pause").textContent = paused === undefined ? this.words.pause : this.words.resume;
    if (ms === null) return;
    this.#part("time").textContent = journey.clock(left);
    this.#part("status").textContent = this.words[way === "last" ? "left" : way];
    const share = Math.min(left / ms, 1) * 100;
    this.#part("ring").setAttribute("stroke-dasharray", `${share.toFixed(1)} 100`);
  }

  /** Told when it happens here, not when the page is opened later. */
  #tell({ at }, left) {
    const before = this.#seen.at === at ? this.#seen.left : 0;
    this.#seen = { at, left };
    if (left === null) return;
    if (before > MINUTE && left <= MINUTE && left > MINUTE - MOMENT) this.say(this.words["minute-left"]);
    if (before > 0 && left === 0) this.#signal(this.words.up);
  }

  /** The time of one step was up, or of several while the tab slept. */
  #goOn(state) {
    const isSeen = this.#seen.at !== "";
    if (isSeen) this.#signal(this.words.up);
    if (state.done !== undefined) return isSeen ? this.#finish(state) : this.#save(state);
    this.#save(state);
    return isSeen && this.#arrive();
  }

  #signal(text) {
    const { sound, still } = this.#signals;
    if (sound) beep();
    if (!still) vibrate();
    this.say(text);
  }

  /** What was chosen last time holds in a new round, too. */
  get #signals() {
    const said = this.values()._signals ?? this.earlier().at(-1)?.response._signals ?? "";
    const chosen = said.split(" ");
    return { sound: chosen.includes("sound"), still: chosen.includes("still") };
  }

  /** Gives whether it is chosen now. */
  #toggle(name) {
    const signals = { ...this.#signals, [name]: !this.#signals[name] };
    this.set("_signals", ["set", ...Object.keys(signals).filter((key) => signals[key])].join(" "));
    return signals[name];
  }

  #showSignals() {
    const { sound, still } = this.#signals;
    this.#part("sound").ariaChecked = String(sound);
    this.#part("vibration").ariaChecked = String(!still);
  }

  #showScreen(on) {
    this.#part("big").textContent = on ? this.words.small : this.words.big;
    this.#part("big").focus();
  }

  #inWords(state) {
    const minutes = journey.took(state);
    if (!this.#isWhole(state)) {
      return fill(this.words.early, { number: this.#index(state) + 1, total: this.#stops.length });
    }
    if (minutes > LONG) return this.words["took-open"];
    return fill(this.words[minutes < 1 ? "took-short" : "took"], { minutes });
  }

  /** The notes, each under its step. */
  #lines() {
    const values = this.values();
    return this.#stops.filter(({ key }) => values[key]).map(({ key, step, round }) => {
      const title = this.querySelector(`[data-step="${step}"] h4`).textContent;
      const of = round ? ` (${fill(this.words["in-round"], { round })})` : "";
      return { title: `${title}${of}`, text: values[key] };
    });
  }
}

define("session", Session);

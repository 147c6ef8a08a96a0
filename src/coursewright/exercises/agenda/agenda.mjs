/** <cw-agenda>: marks where the programme is now, and shifts the rest when it runs late. */
import { today } from "../../web/dates.mjs";
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { DELAY, minuteOf, placeIn, readToday, timesOf } from "./timetable.mjs";

const MINUTE = 60_000;
const two = (number) => String(number).padStart(2, "0");

class Agenda extends Exercise {
  #timer = 0;
  #told = new Map(); // day → what was on when last looked

  enhance() {
    this.listen(this, "click", ({ target }) => this.#act(target.closest("button")));
    this.listen(document, "visibilitychange", () => document.hidden || this.refresh());
  }

  refresh() {
    clearTimeout(this.#timer);
    for (const day of this.spec.days) this.#show(day);
    this.#timer = setTimeout(() => this.refresh(), MINUTE - (Date.now() % MINUTE));
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** What holds for this day today: {day, on, start, late}; null where it is not on. */
  #todayOf({ id, date, start }) {
    const on = today();
    const stored = readToday(this.values()._today, on);
    if (stored?.day === id) return { start, ...stored };
    return date === on && start !== null ? { day: id, on, start, late: [] } : null;
  }

  #act(button) {
    const acts = { on: this.#begin, off: this.#end, late: this.#delay, sooner: this.#undo, planned: this.#reset, calendar: this.#save };
    const act = acts[button?.dataset.role];
    if (!act) return;
    const { day: id } = button.closest("[data-day]").dataset;
    const day = this.spec.days.find((one) => one.id === id);
    act.call(this, day, this.#todayOf(day));
    if (!button.offsetParent) this.#part(day, this.#todayOf(day) ? "late" : "on")?.focus();
  }

  #keep(state) {
    this.set("_today", state ? JSON.stringify(state) : "");
  }

  #begin({ id, start }) {
    this.#keep({ day: id, on: today(), ...(start === null && { start: minuteOf(new Date()) }), late: [] });
  }

  #end() {
    this.#keep(null);
  }

  #delay(day, state) {
    const place = placeIn(timesOf(day.items, state.start, state.late), minuteOf(new Date()));
    this.#shift(day, state, [...state.late, place]);
  }

  #undo(day, state) {
    this.#shift(day, state, state.late.slice(0, -1));
  }

  #reset(day, state) {
    this.#shift(day, state, []);
  }

  #shift(day, state, late) {
    this.#keep({ ...state, late });
    const end = this.#clock(timesOf(day.items, state.start, late).at(-1));
    this.say(`${this.#lateness(late)}. ${fill(this.words["ends-at"], { time: end })}`);
  }

  async #save({ id, title, date, start, items }) {
    const times = timesOf(items, start ?? 0);
    const text = items.map((item, index) => (start === null ? item.title : `${this.#clock(times[index])} ${item.title}`));
    const uid = `${this.course}.${this.exercise}.${id}`.replace(/[^\w.-]/g, "-");
    const time = start === null ? undefined : `${two(Math.floor(start / 60))}:${two(start % 60)}`;
    const entry = { title: `${this.dataset.title}: ${title}`, date, time, minutes: times.at(-1) - times[0], uid };
    const { intoCalendar } = await import("../../web/reminders.mjs");
    await intoCalendar([{ ...entry, text: text.join("\n") }]);
  }

  #dayElement({ id }) {
    return this.querySelector(`[data-day="${id}"]`);
  }

  #part(day, role) {
    return this.#dayElement(day).querySelector(`[data-role="${role}"]`);
  }

  #clock(minutes) {
    return fill(this.words.clock, { hour: two(Math.floor(minutes / 60) % 24), minute: two(minutes % 60) });
  }

  #show(day) {
    const state = this.#todayOf(day);
    const start = state?.start ?? day.start;
    const times = start === null ? null : timesOf(day.items, start, state?.late);
    const place = state ? placeIn(times, minuteOf(new Date())) : null;
    this.#showTimes(day, times, place);
    this.#part(day, "now").hidden = !state;
    if (day.date) this.#part(day, "calendar").hidden = day.date < today();
    else this.#part(day, "on").hidden = Boolean(state);
    if (state) this.#showNow(day, state, times, place);
    this.#tell(day, place);
  }

  #showTimes(day, times, place) {
    const rows = this.#dayElement(day).querySelectorAll("li");
    for (const [index, row] of rows.entries()) {
      row.querySelector('[data-role="time"]').textContent = times ? this.#clock(times[index]) : "";
      row.classList.toggle("cw-agenda--past", place !== null && index < place);
      if (index === place && index < day.items.length) row.ariaCurrent = "time";
      else row.removeAttribute("aria-current");
    }
  }

  #showNow(day, { late }, times, place) {
    const { label, what, left, next } = this.#inWords(day, times, place);
    for (const [role, text] of Object.entries({ label, what, left, next })) {
      this.#part(day, role).textContent = text;
      this.#part(day, role).hidden = !text;
    }
    const isOn = place >= 0 && place < day.items.length;
    const bar = this.#dayElement(day).querySelector("progress");
    bar.hidden = !isOn;
    if (isOn) [bar.max, bar.value] = [times[place + 1] - times[place], minuteOf(new Date()) - times[place]];
    this.#part(day, "late").hidden = place >= day.items.length;
    this.#part(day, "sooner").hidden = !late.length;
    this.#part(day, "planned").hidden = late.length < 2;
    this.#part(day, "off").hidden = Boolean(day.date);
    if (late.length) this.#part(day, "label").append(` · ${this.#lateness(late)}`);
  }

  #lateness(late) {
    return late.length ? fill(this.words["is-late"], { minutes: late.length * DELAY }) : this.words["on-time"];
  }

  /** «Nu», what it is, «12 min tilbage, til 10.15», «Derefter: pause». */
  #inWords({ items }, times, place) {
    const minute = minuteOf(new Date());
    const title = items[place]?.title ?? "";
    if (place < 0) {
      const [time, minutes] = [this.#clock(times[0]), times[0] - minute];
      return { label: this.words.soon, what: items[0].title, left: fill(this.words["begins-in"], { time, minutes }) };
    }
    if (!title) return { label: this.words.over, what: this.words["thank-you"] };
    const [time, minutes] = [this.#clock(times[place + 1]), times[place + 1] - minute];
    const after = items[place + 1]?.title ?? this.words.end;
    const left = fill(this.words.left, { time, minutes });
    return { label: this.words.now, what: title, left, next: fill(this.words.then, { title: after }) };
  }

  /** Said when something new begins while the page is open. */
  #tell(day, place) {
    const before = this.#told.get(day.id);
    this.#told.set(day.id, place);
    if (place === null || before === undefined || before === place) return;
    const said = ["label", "what", "left", "next"].map((role) => this.#part(day, role).textContent);
    this.say(said.filter(Boolean).join(". "));
  }
}

define("agenda", Agenda);

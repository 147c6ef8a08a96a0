/** The bar at the foot of the screen that steers the reading aloud. */
import { shape } from "./drawing.mjs";
import { make } from "./elements.mjs";

const BACK = "M14.5 5 7.5 12l7 7z";
const ONWARD = "M9.5 5l7 7-7 7z";
const PAUSE = "M7 5h4v14H7zm6 0h4v14h-4z";
const RESUME = "M8 5v14l11-7z";
const STOP = "M6 6h12v12H6z";
const SPEEDS = ["0.8", "1", "1.2"];

const sign = (path) =>
  shape("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, shape("path", { d: path }));

function button(name, path, label, act) {
  const made = make("button", `cw-aloud-bar__button cw-aloud-bar__${name}`, sign(path), make("span", "", label));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

export class Bar {
  #words;
  #pause;
  #status = make("p", "cw-aloud-bar__status");
  #controls = make("div", "cw-aloud-bar__controls");

  /** acts: {back, toggle, onward, speed(rate as text), stop}. speed: what it is now. */
  constructor(words, acts, speed) {
    this.#words = words;
    this.#pause = button("pause", PAUSE, words.pause, acts.toggle);
    this.#status.setAttribute("role", "status");
    const stop = button("stop", STOP, words.stop, acts.stop);
    this.#controls.append(
      button("step", BACK, words.back, acts.back),
      this.#pause,
      button("step", ONWARD, words.onward, acts.onward),
      this.#speeds(speed, acts.speed),
    );
    const line = make("div", "cw-aloud-bar__line", this.#controls, stop);
    this.element = make("section", "cw-aloud-bar cw-sheet", this.#status, line);
    this.element.ariaLabel = words.bar;
    this.element.addEventListener("keydown", ({ key }) => key === "Escape" && acts.stop());
  }

  /** Show whether it reads or waits. */
  show(state) {
    const isReading = state === "reading";
    this.#pause.lastChild.textContent = this.#words[isReading ? "pause" : "resume"];
    this.#pause.firstChild.firstChild.setAttribute("d", isReading ? PAUSE : RESUME);
    if (isReading) this.#status.textContent = "";
  }

  /** Say why nothing is heard. final: there is nothing to steer, either. */
  tell(text, { final = false } = {}) {
    this.#status.textContent = text;
    this.#controls.hidden = final;
  }

  focus() {
    this.#pause.focus({ preventScroll: true });
  }

  #speeds(speed, act) {
    const select = make("select", "", ...SPEEDS.map((value) => new Option(this.#words[`speed-${value}`], value)));
    select.value = speed;
    select.addEventListener("change", () => act(select.value));
    return make("label", "cw-aloud-bar__speed", make("span", "", this.#words.speed), select);
  }
}

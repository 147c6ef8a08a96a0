/** An element over the whole screen, with the Fullscreen API or without; Escape leaves. */
export class BigScreen {
  #element;
  #still = []; // what cannot be reached meanwhile

  /** `listen(target, type, act)` is the exercise's own. */
  constructor(element, listen, onChange) {
    this.#element = element;
    this.onChange = onChange;
    listen(document, "fullscreenchange", () => document.fullscreenElement || this.set(false));
    listen(document, "keydown", ({ key }) => key === "Escape" && this.isOn && this.set(false));
  }

  get isOn() {
    return this.#element.dataset.screen === "big";
  }

  set(on) {
    if (on === this.isOn) return;
    if (on) this.#enter();
    else this.#leave();
    this.onChange(on);
  }

  #enter() {
    this.#element.dataset.screen = "big";
    for (let inside = this.#element; inside !== document.body; inside = inside.parentElement) {
      const beside = Array.from(inside.parentElement.children).filter((one) => one !== inside && !one.inert);
      this.#still.push(...beside);
    }
    for (const one of this.#still) one.inert = true;
    // Without a tap just before, the browser would refuse; the layout alone will do.
    if (navigator.userActivation?.isActive) this.#element.requestFullscreen?.().catch(() => {});
  }

  #leave() {
    delete this.#element.dataset.screen;
    for (const one of this.#still.splice(0)) one.inert = false;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }
}

/**
 * <cw-offer data-course data-offers="home days" data-module>: one offer when it is due: on the
 * front page before the modules, elsewhere at the foot. The home screen, or a copy of the answers.
 * Looks only once it is in sight.
 */
import { inTurn } from "./database.mjs";
import { box } from "./messages.mjs";
import { dueOffer, nameOfOffer } from "./offers-due.mjs";
import { refusedOffers, refuseOffer, sinceCopy } from "./stamps.mjs";
import { AnswerStore, Wiped } from "./store.mjs";

let prompt = null; // the browser's own question, kept until the reader wants it

window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  prompt = event;
  for (const offer of document.querySelectorAll("cw-offer")) offer.look();
});

/** How the course gets on the home screen from here: "prompt", "hand" (an iPhone), or null. */
function installWay() {
  const isThere = matchMedia("(display-mode: standalone)").matches || navigator.standalone;
  if (isThere) return null;
  if (prompt) return "prompt";
  const isApple = navigator.standalone === false && navigator.maxTouchPoints > 1;
  return isApple && document.querySelector('link[rel="manifest"]') ? "hand" : null;
}

class Offer extends HTMLElement {
  #store;
  #title;
  #words;
  #made = null; // the offer that is made
  #isFirst = true; // no copy was taken yet
  #inSight = false;
  #stop = () => {};

  /** Make the offer that is due, or none. */
  look = inTurn(() => this.#look());

  connectedCallback() {
    if (document.querySelector("cw-offer") !== this) return; // never two on a page
    const { title, words } = JSON.parse(this.querySelector("script.cw-spec").textContent);
    [this.#title, this.#words] = [title, words];
    this.#store = AnswerStore.for(this.dataset.course);
    const stopWatching = this.#store.watch(() => this.look());
    const sight = new IntersectionObserver((entries) => this.#see(entries.at(-1)));
    sight.observe(this);
    this.#stop = () => {
      stopWatching();
      sight.disconnect();
    };
  }

  disconnectedCallback() {
    this.#stop();
  }

  #see({ isIntersecting }) {
    this.#inSight = isIntersecting;
    this.look();
  }

  async #look() {
    if (!this.#inSight && !this.#made) return;
    try {
      const page = await this.#page();
      this.#isFirst = !page.since.at;
      this.#show(dueOffer(this.dataset.offers.split(" "), page));
    } catch (error) {
      if (error instanceof Wiped) this.look();
    }
  }

  /** What `dueOffer` judges by. */
  async #page() {
    const { course, module } = this.dataset;
    const facts = await this.#store.everything();
    const since = sinceCopy(course, facts);
    const refused = refusedOffers(course);
    return { module, facts, since, refused, install: installWay(), now: Date.now() };
  }

  #show(offer) {
    this.dataset.due = offer ?? "none";
    if (offer === this.#made) return;
    this.#made = offer;
    this.querySelector('[data-role="offer"]')?.remove();
    if (!offer) return;
    const { notNow } = this.#words;
    const [text, ...actions] = this.#parts(offer);
    this.#say("");
    this.append(box("offer", text, [...actions, [notNow, () => this.#refuse(offer)]]));
  }

  /** The sentence, and the one button where there is one. */
  #parts(offer) {
    const { home, homeYes, homeByHand, days, daysFirst, module, save } = this.#words;
    if (offer === "home") return prompt ? [home, [homeYes, () => this.#install()]] : [homeByHand];
    const text = offer === "module" ? module : this.#isFirst ? daysFirst : days;
    return [text, [save, () => this.#save()]];
  }

  #refuse(offer) {
    refuseOffer(this.dataset.course, nameOfOffer(offer, this.dataset.module));
    this.#leave("");
  }

  async #install() {
    const asked = prompt;
    prompt = null;
    await asked.prompt();
    const { outcome } = await asked.userChoice;
    if (outcome === "dismissed") refuseOffer(this.dataset.course, "home");
    this.#leave("");
  }

  async #save() {
    const { handCopy } = await import("./handing.mjs"); // what only those need who say yes
    const { outcome } = await handCopy(this.#store, this.#title).catch(() => ({ outcome: "notSaved" }));
    if (outcome !== "aborted") this.#leave(this.#words[outcome]);
  }

  /** The focus must not fall to the top of the page with the button that goes. */
  #leave(text) {
    this.#show(null);
    this.tabIndex = -1;
    this.focus();
    this.#say(text);
  }

  #say(text) {
    this.querySelector('[role="status"]').textContent = text;
  }
}

if (!customElements.get("cw-offer")) customElements.define("cw-offer", Offer);

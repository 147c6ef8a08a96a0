/* A browser's speech as the tests know it: the voices they give it, and sentences that end when a
   test says so (`speech.finish()`) or at once (`speech.isQuick`). Like Chromium it finds its voices
   late, tells what it cancels as an error some time afterwards, and keeps one queue for all. */
class Utterance {
  voice = null;
  rate = 1;
  lang = "";
  onend = null;
  onerror = null;
  constructor(text) {
    this.text = text;
  }
}

class Speech extends EventTarget {
  said = []; // what began to be said: {text, voice, rate, lang}
  isQuick = false;
  isBroken = false;
  isAwaited = false; // somebody waits for voices
  #voices = [];
  #queue = [];

  getVoices() {
    return [...this.#voices];
  }

  addEventListener(...how) {
    super.addEventListener(...how);
    this.isAwaited = true;
  }

  arrive(voices) {
    this.#voices = voices;
    this.dispatchEvent(new Event("voiceschanged"));
  }

  get speaking() {
    return this.#queue.length > 0;
  }

  speak(utterance) {
    this.#queue.push(utterance);
    if (this.#queue.length === 1) this.#begin();
  }

  cancel() {
    const ended = this.#queue.splice(0);
    ended.forEach((one, index) => {
      const error = index ? "canceled" : "interrupted";
      setTimeout(() => one.onerror?.({ error }));
    });
  }

  finish() {
    const [now] = this.#queue;
    if (!now) return;
    this.#queue.shift();
    const isNextHere = this.#queue.length > 0;
    now.onend?.({});
    if (isNextHere && this.#queue.length) this.#begin();
  }

  /* The voice has come to the end and tells nobody. */
  forget() {
    this.#queue.shift();
  }

  #begin() {
    const [now] = this.#queue;
    const { text, voice, rate, lang } = now;
    this.said.push({ text, voice: voice?.name ?? null, rate, lang });
    if (!text) return void setTimeout(() => this.#queue[0] === now && this.finish());
    if (this.isBroken) return void setTimeout(() => this.#queue.shift() && now.onerror?.({ error: "synthesis-failed" }));
    if (this.isQuick) setTimeout(() => this.#queue[0] === now && this.finish());
  }
}

const speech = new Speech();
Object.defineProperty(window, "speechSynthesis", { value: speech });
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
window.speech = speech;

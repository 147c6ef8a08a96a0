/** That time is up, told to ears and hands; and a screen that stays on. Where a phone cannot, nothing happens. */

const TONES = [660, 880]; // hertz, one after the other
const LENGTH = 0.35; // seconds of each
const BUZZ = [300, 150, 300]; // milliseconds on, off, on

/** Browsers complain about sound and vibration that no tap has preceded. */
const isAllowed = () => navigator.userActivation?.hasBeenActive ?? true;

export const canVibrate = () => typeof navigator.vibrate === "function";

export function vibrate() {
  if (canVibrate() && isAllowed()) navigator.vibrate(BUZZ);
}

let audio = null;

export function beep() {
  if (!isAllowed() || !window.AudioContext) return;
  audio ??= new AudioContext();
  audio.resume().catch(() => {});
  TONES.forEach((hertz, index) => tone(hertz, audio.currentTime + index * LENGTH));
}

/** A soft tone: it swells and fades, so that nobody jumps. */
function tone(hertz, at) {
  const [source, volume] = [audio.createOscillator(), audio.createGain()];
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.4, at + 0.05);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH);
  source.connect(volume).connect(audio.destination);
  source.start(at);
  source.stop(at + LENGTH);
}

/** Keeps the screen on while `wanted`; the browser lets go by itself when the page is hidden. */
export class Awake {
  #lock = null;
  #wanted = false;

  async set(wanted) {
    this.#wanted = wanted;
    if (!wanted) return this.#release();
    if (this.#lock?.released === false || document.hidden) return undefined;
    this.#lock = await navigator.wakeLock?.request("screen").catch(() => null);
    return this.#wanted ? undefined : this.#release();
  }

  #release() {
    const lock = this.#lock;
    this.#lock = null;
    return lock?.release().catch(() => {});
  }
}

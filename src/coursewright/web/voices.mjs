/**
 * The phone's own voices. Only those that speak without the net are ever used: any other would
 * send the text, and what the reader has answered, to somebody else.
 */

const PATIENCE = 2000; // milliseconds; some browsers find their voices only when they are asked
const NORWEGIAN = ["nb", "no", "nn"];
const TONGUES = { nb: NORWEGIAN, nn: ["nn", "nb", "no"], no: NORWEGIAN };

const tongueOf = (tag) => tag.toLowerCase().split(/[-_]/)[0];

function pick(language) {
  const local = speechSynthesis.getVoices().filter(({ localService }) => localService === true);
  for (const tongue of TONGUES[tongueOf(language)] ?? [tongueOf(language)]) {
    const fitting = local.filter(({ lang }) => tongueOf(lang) === tongue);
    const own = fitting.find(({ lang }) => navigator.languages?.includes(lang.replace("_", "-")));
    const found = fitting.find((voice) => voice.default) ?? own ?? fitting[0];
    if (found) return found;
  }
  return null;
}

/** A local voice for a language, e.g. "da"; null where the phone has none. */
export async function findVoice(language) {
  const now = pick(language);
  if (now) return now;
  return new Promise((resolve) => {
    const end = (voice) => {
      speechSynthesis.removeEventListener("voiceschanged", look);
      clearTimeout(timer);
      resolve(voice);
    };
    const look = () => {
      const voice = pick(language);
      if (voice) end(voice);
    };
    const timer = setTimeout(() => end(pick(language)), PATIENCE);
    speechSynthesis.addEventListener("voiceschanged", look);
  });
}

const OURS = new Set(["interrupted", "canceled"]); // what our own cancel() is told as

let current = null; // kept: an utterance that nobody holds on to never tells that it has ended
let watch = 0; // the timer that looks after it

/** Longer than the slowest voice takes for a sentence, in milliseconds. */
const longest = (text, rate) => 5000 + (250 * text.length) / rate;

/** Say one sentence instead of whatever is being said. ended: called when all of it was said, also
 * by a voice that forgets to tell; failed: when the voice could not, or does not come to an end. */
export function say(text, { voice, rate, ended, failed }) {
  silence();
  const utterance = new SpeechSynthesisUtterance(text);
  Object.assign(utterance, { voice, lang: voice.lang, rate });
  const isMine = () => current === utterance;
  utterance.onend = () => isMine() && ended();
  utterance.onerror = ({ error }) => isMine() && !OURS.has(error) && failed();
  current = utterance;
  watch = setTimeout(() => (speechSynthesis.speaking ? failed() : ended()), longest(text, rate));
  speechSynthesis.speak(utterance);
}

/** Be quiet. Pausing hangs on Android, so a pause, too, is an end, and the sentence begins anew. */
export function silence() {
  clearTimeout(watch);
  current = null;
  speechSynthesis.cancel();
}

/**
 * What this browser remembers about copies: when the last one was taken and of what, and which
 * offers were turned down. In localStorage under the course's prefix, so a wipe takes it, too.
 */
import { nameOf } from "./store.mjs";

function readKey(course, name) {
  try {
    return JSON.parse(localStorage.getItem(`${nameOf(course)}:${name}`));
  } catch {
    return null;
  }
}

function writeKey(course, name, value) {
  try {
    localStorage.setItem(`${nameOf(course)}:${name}`, JSON.stringify(value));
  } catch {
    // Nothing can be remembered here; then it is offered again.
  }
}

const newest = (answers) => answers.reduce((most, { order }) => Math.max(most, order), 0);

/** Remember that all of this is in a copy that was taken at `at` (ISO text). */
export function stampCopy(course, { answers, attempts }, at) {
  writeKey(course, "copied", { at, order: newest(answers), attempts: attempts.length });
}

/** What is not in the last copy: {at: when that was taken, or null, answers, attempts}. A copy of
 * more than there is was taken of answers that are gone, and counts as none. */
export function sinceCopy(course, { answers, attempts }) {
  const stamp = readKey(course, "copied");
  const counts = Number.isFinite(stamp?.order) && Number.isFinite(stamp.attempts);
  const isOurs = counts && stamp.order <= newest(answers) && stamp.attempts <= attempts.length;
  if (!isOurs) return { at: null, answers, attempts };
  const later = answers.filter(({ order }) => order > stamp.order);
  return { at: stamp.at, answers: later, attempts: attempts.slice(stamp.attempts) };
}

/** Offers that were turned down: name → when (milliseconds). */
export function refusedOffers(course) {
  const found = readKey(course, "not-now");
  return new Map(found && typeof found === "object" ? Object.entries(found) : []);
}

/** Remember that an offer was turned down now. */
export function refuseOffer(course, name) {
  const refused = refusedOffers(course).set(name, Date.now());
  writeKey(course, "not-now", Object.fromEntries(refused));
}

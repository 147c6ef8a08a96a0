/** Which offer is due on a page, if any. Pure but for what is handed in. */

const DAY = 86_400_000; // milliseconds

/** How long answers may be without a copy. */
const PATIENCE = 5 * DAY;

const times = (records) => records.map(({ at }) => Date.parse(at)).filter(Number.isFinite);

/** The course on the home screen: only before the first answer, for what is answered here would
 * not be found there. */
function isHomeDue({ facts, install, refused }) {
  const isEmpty = !facts.answers.length && !facts.attempts.length;
  return Boolean(install) && isEmpty && !refused.has("home");
}

function isModuleDue({ module, since, refused }) {
  const changed = [...since.answers, ...since.attempts];
  const isHere = changed.some(({ exercise }) => exercise.startsWith(`${module}/`));
  return isHere && !refused.has(`module ${module}`);
}

/** Five days since the last copy, or since the first answer where there is none; and since the
 * offer was last turned down. */
function areDaysDue({ facts, since, refused, now }) {
  if (!since.answers.length && !since.attempts.length) return false;
  const all = times([...facts.answers, ...facts.attempts]);
  const begun = since.at ? Date.parse(since.at) : all.reduce((one, other) => Math.min(one, other), now);
  return now - Math.max(begun, refused.get("days") ?? 0) >= PATIENCE;
}

const DUE = { home: isHomeDue, module: isModuleDue, days: areDaysDue };

/**
 * The first of `offers` that is due, or null. page: {module, facts: {answers, attempts}: all there
 * are, since: those not in the last copy, with its time as `at`, refused: Map name → when, install:
 * how the course gets on the home screen, now: milliseconds}.
 */
export function dueOffer(offers, page) {
  return offers.find((offer) => DUE[offer]?.(page)) ?? null;
}

/** The name under which an offer is turned down. */
export const nameOfOffer = (offer, module) => (offer === "module" ? `module ${module}` : offer);

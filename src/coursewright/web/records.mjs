/**
 * Records of answers and attempts: how they are made, and whether one that was found can be used.
 * Pure; knows nothing of databases.
 */

const LIMIT = 1_000_000; // characters in one record

export const isText = (value) => typeof value === "string";
const isRound = (value) => Number.isSafeInteger(value) && value > 0;
const isSmall = (...values) => JSON.stringify(values).length <= LIMIT;
const areTexts = (value) => [value].flat().every(isText);

/** A random text of about 128 bits. */
export function mark() {
  const parts = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(parts, (part) => part.toString(36)).join("");
}

function answer({ exercise, field, value, round, version, at, order, asked = "", said = "" }) {
  const facts = [exercise, field, version, at, asked, said].every(isText) && isRound(round);
  return facts && Number.isFinite(order) && areTexts(value) && isSmall(value, asked, said);
}

function attempt({ exercise, round, at, version, response, result: kept }) {
  const facts = [exercise, at, version].every(isText) && isRound(round);
  const answers = Object.values(response).every(areTexts);
  return facts && answers && result(kept) && isSmall(response, kept);
}

function result({ text, value = 0, from = 0, to = 0, parts = [], lines = [], items = [], ids = [] }) {
  const isScored = parts.every((part) => isText(part.title) && Number.isFinite(part.value));
  const isTold = lines.every((line) => isText(line.title) && isText(line.text));
  const isChosen = areTexts([items, ids].flat());
  return isText(text) && [value, from, to].every(Number.isFinite) && isScored && isTold && isChosen;
}

/** Whatever was found: whether it can be used. */
function soundly(check) {
  return (found) => {
    try {
      return check(found);
    } catch {
      return false;
    }
  };
}

export const isAnswer = soundly(answer);
export const isAttempt = soundly(attempt);
/**
 * Whether this can be kept as a result: {text, value?, from?, to?, parts?: [{title, value, id?}],
 * lines?: [{title, text}], items?: texts, ids?: texts}.
 */
export const isResult = soundly(result);

/** Parts records into good and bad. What a closing page sent twice counts once. */
export function sift(records, check) {
  const good = new Map();
  const bad = [];
  for (const record of records) {
    if (check(record)) good.set(record.id ?? record, record);
    else bad.push(record);
  }
  return { good: [...good.values()], bad };
}

/**
 * Records under the ids that exercises have now: of an exercise that was renamed, those kept under
 * its earlier ids become its own. `was` on such a record tells the id it is kept under.
 * now: id → id now, or undefined.
 */
export function rename(records, now) {
  return records.map((record) => {
    const exercise = now(record.exercise) ?? record.exercise;
    return exercise === record.exercise ? record : { ...record, exercise, was: record.exercise };
  });
}

/** The newest answer of each field, for which `fieldOf` gives a key. */
export function newest(answers, fieldOf = ({ exercise, field }) => JSON.stringify([exercise, field])) {
  const found = new Map();
  for (const answer of answers) {
    const key = fieldOf(answer);
    if (!(found.get(key)?.order > answer.order)) found.set(key, answer);
  }
  return [...found.values()];
}

/** Anything at all as plain JSON data. */
export function plain(value) {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return String(value);
  }
}

/** The records of a job, without their order; throws when something is too large to be kept. */
export function prepare(exercise, { changes, attempts, round, version = "", title = "" }) {
  const at = new Date().toISOString();
  const records = changes.map(({ field, value, typed = false, asked, said }) => {
    const words = { ...(asked && { asked }), ...(said && { said }) };
    return { exercise, field, value, typed, round, version, title, at, order: 0, ...words };
  });
  if (![...records, ...attempts].every((record) => isSmall(record))) {
    throw new DOMException("Too much text in one answer", "QuotaExceededError");
  }
  return records;
}

/**
 * A copy of the answers: one JSON text for the whole course. How it is made, and whether one that
 * was brought can be used. Nothing of a text that is refused is used.
 */
import { isAnswer, isAttempt, isText, plain } from "./records.mjs";
import { isSealed } from "./sealing.mjs";
import { FORMAT } from "./store.mjs";

/** The format of a copy. 1 had no title, no counts and no checksum. */
export const COPY_FORMAT = 2;

const LARGEST = 30_000_000; // bytes; a year of writing is far below
const DEEPEST = 64; // brackets within brackets
const NESTED = new Set(["value", "response", "result"]); // what a record may have parts in

/** Why something cannot be brought in; `reason` names the words that say so. */
export class NoCopy extends Error {
  constructor(reason, values = {}) {
    super(reason);
    Object.assign(this, { reason, values });
  }
}

const isDate = (at) => isText(at) && !Number.isNaN(Date.parse(at));

const CHECKS = {
  answers: (record) => isAnswer(record) && isDate(record.at),
  attempts: (record) => isAttempt(record) && isDate(record.at) && isText(record.id),
};

/** A record without parts where nothing expects any: what shows it would stumble over them. */
function flat(record) {
  const isFlat = (fact) => fact === null || typeof fact !== "object" || [fact].flat().every(isText);
  const facts = Object.entries(record).filter(([name, fact]) => NESTED.has(name) || isFlat(fact));
  return Object.fromEntries(facts);
}

/** One way to write data down, whatever order its parts have. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/** SHA-256 over what a copy holds, as hex digits; undefined where the browser has none. */
async function checksum({ course, exported, answers, attempts, setAside }) {
  if (!globalThis.crypto?.subtle) return undefined;
  const text = canonical([course, exported, answers, attempts, setAside]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A copy of what the store exports. What could not be brought in again is set aside in it. */
export async function makeCopy(contents, title) {
  const { course, exported, ...lists } = plain(contents);
  const setAside = [...lists.setAside];
  const kept = {};
  for (const [name, check] of Object.entries(CHECKS)) {
    kept[name] = lists[name].filter(check);
    setAside.push(...lists[name].filter((record) => !check(record)));
  }
  const { answers, attempts } = kept;
  for (const [index, record] of setAside.entries()) {
    const text = JSON.stringify(record);
    if (isTooDeep(`[[${text}]]`)) setAside[index] = text; // a copy that is too deep is refused
  }
  const counts = { answers: answers.length, attempts: attempts.length, setAside: setAside.length };
  const sha256 = await checksum({ course, exported, answers, attempts, setAside });
  const head = { format: COPY_FORMAT, database: FORMAT, course, title, exported };
  return { ...head, counts, sha256, answers, attempts, setAside };
}

/** A file's name: the course and the reader's own day, nothing else; good on every system. */
export function copyName(course, day) {
  return `${course.replace(/[^\w-]+/g, "-").slice(0, 80)}-${day}.json`;
}

/** What stands at the beginning of files that people choose by mistake. */
function refuseOthers(bytes) {
  const begins = String.fromCharCode(...bytes.subarray(0, 512)).trimStart();
  const isPicture = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|BM|%PDF|PK\x03\x04|.{4}ftyp)/s.test(begins);
  if (isPicture) throw new NoCopy("picture");
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|\?xml|svg)/i.test(begins)) throw new NoCopy("webPage");
}

/** UTF-8, or UTF-16 as some programs save a text. */
function encodingOf([first, second]) {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return "utf-16be";
  return "utf-8";
}

/** A file's text; a file that is too large is not even read. Throws NoCopy. */
export async function readFile(file) {
  if (file.size > LARGEST) throw new NoCopy("tooLarge");
  if (!file.size) throw new NoCopy("emptyFile");
  const bytes = new Uint8Array(await file.arrayBuffer());
  refuseOthers(bytes);
  return new TextDecoder(encodingOf(bytes)).decode(bytes); // takes the byte order mark away
}

/** Whether brackets stand too deep in brackets; looked at without building anything. */
function isTooDeep(text) {
  let depth = 0;
  let inQuotes = false;
  for (let at = 0; at < text.length && depth <= DEEPEST; at += 1) {
    const sign = text[at];
    if (sign === '"') inQuotes = !inQuotes;
    else if (inQuotes) at += sign === "\\" ? 1 : 0; // what follows a backslash is no end
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
  }
  return depth > DEEPEST;
}

function parsed(text) {
  if (text.length > LARGEST) throw new NoCopy("tooLarge");
  if (isTooDeep(text)) throw new NoCopy("notACopy");
  try {
    return JSON.parse(text);
  } catch {
    throw new NoCopy(text.trimStart().startsWith("{") ? "cutOff" : "notACopy");
  }
}

/** Whether the records are as they were when the copy was made: "whole", "altered", or
 * "unchecked" where that cannot be known. */
async function stateOf(copy) {
  const found = isText(copy.sha256) ? await checksum(copy) : undefined;
  if (!found) return "unchecked";
  return found === copy.sha256 ? "whole" : "altered";
}

function checkHead(copy, course) {
  if (!isText(copy?.course) || !Number.isSafeInteger(copy.format)) throw new NoCopy("notACopy");
  const title = isText(copy.title) && copy.title ? copy.title : copy.course;
  if (copy.course !== course) throw new NoCopy("otherCourse", { course: title });
  const { database } = copy;
  const isNewer = copy.format > COPY_FORMAT || (Number.isSafeInteger(database) && database > FORMAT);
  if (isNewer) throw new NoCopy("newerCopy");
  if (!isDate(copy.exported)) throw new NoCopy("damagedCopy");
}

/**
 * Read a text as a copy of this course: {answers, attempts, setAside, exported, state}, or
 * {locked, exported} when it takes a passphrase. Rejects with NoCopy.
 */
export async function readCopy(text, course) {
  const copy = parsed(text);
  checkHead(copy, course);
  const { exported } = copy;
  if (copy.sealed) {
    if (!isSealed(copy)) throw new NoCopy("damagedCopy");
    return { locked: copy, exported };
  }
  const { answers, attempts, setAside = [] } = copy;
  const areLists = [answers, attempts, setAside].every(Array.isArray);
  const isSound = areLists && answers.every(CHECKS.answers) && attempts.every(CHECKS.attempts);
  if (!isSound) throw new NoCopy("damagedCopy");
  const state = await stateOf({ ...copy, setAside });
  return { answers: answers.map(flat), attempts: attempts.map(flat), setAside, exported, state };
}

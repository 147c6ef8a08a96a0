/** A copy of the answers as a file: what it is called, and whether one can be brought back in. */
import { saveFile } from "./messages.mjs";
import { isAnswer, isAttempt, isText } from "./records.mjs";
import { FORMAT } from "./store.mjs";

const LARGEST = 20_000_000; // characters; a year of writing is far below

/** Why a file cannot be brought in; `reason` names the words that say so. */
export class NoCopy extends Error {
  constructor(reason, values = {}) {
    super(reason);
    Object.assign(this, { reason, values });
  }
}

/** Hand the reader a copy as a file; its name tells the course and the day, nothing else. */
export function saveCopy(copy) {
  const name = `${copy.course.replace(/[^\w-]+/g, "-")}-${copy.exported.slice(0, 10)}.json`;
  saveFile(name, JSON.stringify(copy, null, 1), "application/json");
}

/** Read a file's text as a copy of this course: {answers, attempts, setAside, exported}. Throws
 * NoCopy, and then nothing of it is used. */
export function readCopy(text, course) {
  const copy = parsed(text);
  if (!isText(copy?.course) || !Number.isSafeInteger(copy.format)) throw new NoCopy("notACopy");
  if (copy.course !== course) throw new NoCopy("otherCourse", { course: copy.course });
  if (copy.format > FORMAT) throw new NoCopy("newerCopy");
  const { answers, attempts, setAside = [], exported } = copy;
  const isWhole = [answers, attempts, setAside].every(Array.isArray) && isText(exported);
  if (!isWhole || !answers.every(isAnswer) || !attempts.every(isAttempt)) throw new NoCopy("damagedCopy");
  return { answers, attempts, setAside, exported };
}

function parsed(text) {
  if (text.length > LARGEST) throw new NoCopy("notACopy");
  try {
    return JSON.parse(text);
  } catch {
    throw new NoCopy("notACopy");
  }
}

/**
 * What a reader has set a day for: pure. Which answers are such days is told by the exercises, as
 * `dates` of core/course.py: {field, title, words, done, every, count}; `rows.*.column` stands for
 * that column of every row.
 */
import { isDay, later } from "./days.mjs";

const ROWS = ".*.";

/** The answers that a field stands for, each with its row: [[row, record]]. */
function answersTo(field, answers) {
  const [head, column] = field.split(ROWS);
  if (column === undefined) return answers.has(field) ? [["", answers.get(field)]] : [];
  const [start, end] = [`${head}.`, `.${column}`];
  const rowIn = (name) => name.startsWith(start) && name.endsWith(end) && name.slice(start.length, -end.length);
  const rows = [...answers].map(([name, record]) => [rowIn(name), record]);
  return rows.filter(([row]) => row && !row.includes("."));
}

const inRow = (field, row) => field?.replace(ROWS, () => `.${row}.`);
const textOf = (answers, field) => [answers.get(field)?.value ?? ""].flat().join(", ").trim();
const dayOf = (at) => new Date(new Date(at).getTime() - new Date(at).getTimezoneOffset() * 60_000);
const wasAhead = (day, at) => day > dayOf(at).toISOString().slice(0, 10);

/** Days that were set. One that had passed already when it was written is no plan. */
function daysSet(dated, answers, today) {
  return answersTo(dated.field, answers).flatMap(([row, { value: date, at }]) => {
    const isPlan = isDay(date) && (date >= today || wasAhead(date, at));
    if (!isPlan) return [];
    const done = textOf(answers, inRow(dated.done, row));
    const field = inRow(dated.field, row);
    return [{ field, date, words: textOf(answers, inRow(dated.words, row)), isDone: Boolean(done) }];
  });
}

/** The next time of something that comes back, once it has begun and until it has been enough. */
function nextTime({ field, every, count = Infinity }, answers) {
  const days = answersTo(field, answers).map(([, { value }]) => value).filter(isDay).sort();
  if (!days.length || days.length >= count) return [];
  return [{ field, date: later(days.at(-1), every), words: "", isDone: false, comesBack: true }];
}

/**
 * The steps of one exercise: [{field, date, title, words, asked, isDone, isPassed, comesBack}].
 * dates, labels: what is known of it. answers: field → record. today: as 2026-12-01.
 */
export function stepsOf({ dates = [], labels = {} }, answers, today) {
  return dates.flatMap((dated) => {
    const steps = dated.every ? nextTime(dated, answers) : daysSet(dated, answers, today);
    const { title = "" } = dated;
    const asked = labels[dated.field] ?? "";
    return steps.map((step) => ({ ...step, title, asked, isPassed: step.date < today }));
  });
}

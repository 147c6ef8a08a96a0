/** What is stored, put together exercise by exercise for Min side: pure. */

import { formatDay } from "./dates.mjs";

/** Under this name Min side keeps its own ticks; no exercise has it, for theirs have a slash. */
export const MINE = "my-page";

function grouped(records) {
  const groups = new Map();
  for (const record of records) {
    if (!groups.has(record.exercise)) groups.set(record.exercise, []);
    groups.get(record.exercise).push(record);
  }
  return groups;
}

/** The last attempt of each round, in the order they were made. */
const lastOfRounds = (attempts) => [...new Map(attempts.map((attempt) => [attempt.round, attempt])).values()];

/** A field without the name of its row: `plan.r2.who` → `plan.who`. */
const outOfRow = (field) => field.replace(/\.r\d+(?=\.)/g, "");

/** Whether a field belongs to something inside the exercise that was published and is gone. */
function isGone(field, retired) {
  const name = outOfRow(field);
  return retired.some((item) => `${name}.`.startsWith(`${item}.`) || name.split(".").includes(item));
}

/** Texts that differ only in where a number stands, or in what is added at the end, ask the same. */
function isSame(asked, label) {
  let from = 0;
  return label.split("…").every((piece) => {
    const at = asked.indexOf(piece.trim(), from);
    from = at + piece.trim().length;
    return at >= 0;
  });
}

/** What stands under a name; a field of a copy may be called anything, "constructor" too. */
const own = (names, name) => (Object.hasOwn(names, name) ? names[name] : undefined);

/** An answer in words, under the words it was given to: {title, text, isOld}. */
export function readAnswer({ field, value, asked, said }, labels = {}) {
  const label = own(labels, field) ?? own(labels, field.replace(/\.[^.]+\./, ".*.")); // in a row
  const isOld = Boolean(asked && label) && !isSame(asked, label);
  const text = said ?? [value].flat().map((one) => formatDay(one)).join("\n");
  return { title: asked ?? label ?? "", text, isOld };
}

function entryOf(exercise, about, answers, attempts) {
  const filled = answers.filter(({ value }) => value.length);
  const { retired = [] } = about;
  const gone = filled.filter(({ field }) => isGone(field, retired));
  const at = [...answers, ...attempts].map((record) => record.at).sort().at(-1) ?? "";
  const kept = filled.filter((record) => !gone.includes(record));
  return { exercise, about, answers: kept, gone, rounds: lastOfRounds(attempts), count: attempts.length, at };
}

/** What changes when anything of an entry does. */
export const signOf = ({ answers, gone, rounds, count }) => {
  const orders = [...answers, ...gone].map(({ order }) => order);
  return [Math.max(0, ...orders), orders.length, count, rounds.at(-1)?.id].join();
};

export const isAnswered = ({ answers, gone, rounds }) => answers.length + gone.length + rounds.length > 0;

/**
 * listed: the exercises of this edition, in order. about: exercise → what is known of it.
 * Gives {entries: Map exercise → entry, earlier: [entry], ticks: Map key → value}. An entry is
 * {exercise, about, answers, gone, rounds, at}; gone: answers to what is no longer asked there.
 */
export function readNotebook(listed, about, everything) {
  const answers = grouped(everything.answers);
  const attempts = grouped(everything.attempts);
  const read = (exercise) => {
    return entryOf(exercise, own(about, exercise) ?? {}, answers.get(exercise) ?? [], attempts.get(exercise) ?? []);
  };
  const known = new Set(listed);
  const names = new Set([...answers.keys(), ...attempts.keys()]);
  const others = [...names].filter((name) => !known.has(name) && name !== MINE);
  const ticks = (answers.get(MINE) ?? []).filter(({ value }) => value.length);
  return {
    entries: new Map(listed.map((exercise) => [exercise, read(exercise)])),
    earlier: others.map(read).filter(isAnswered),
    ticks: new Map(ticks.map(({ field, value }) => [field, value])),
  };
}

/**
 * A copy's records put together with those that are there, and how that is taken back: inside one
 * transaction. Knows the database's stores, and nothing of files.
 */
import { ask } from "./database.mjs";
import { isAnswer, isAttempt, mark, newest, plain, sift } from "./records.mjs";

const time = ({ at }) => Date.parse(at);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const byOrder = (one, other) => one.order - other.order;
const keyOf = ({ exercise, field }) => JSON.stringify([exercise, field]);

/** The newest answer to each field, under the id its exercise has now: Map key → answer. */
function standing(answers, names) {
  const keyNow = ({ exercise, field }) => keyOf({ exercise: names.get(exercise) ?? exercise, field });
  return new Map(newest(answers, keyNow).map((answer) => [keyNow(answer), answer]));
}

/**
 * A copy's answers by what becomes of them here: {fresh, newer, kept, same}. `newer` take the
 * place of what is here; of `kept` what is here stays. names: Map of earlier ids → ids now.
 */
export function weigh(here, answers, names = new Map()) {
  const mine = standing(here, names);
  const groups = { fresh: [], newer: [], kept: [], same: [] };
  for (const [key, answer] of standing(answers, names)) {
    const found = mine.get(key);
    if (!found) groups.fresh.push(answer);
    else if (time(answer) > time(found)) groups.newer.push(answer);
    else groups[same(answer.value, found.value) ? "same" : "kept"].push(answer);
  }
  return groups;
}

/** Those attempts that are not here yet, once each. */
export function missing(here, attempts) {
  const known = new Set(here.map(({ id }) => id));
  const fresh = attempts.filter(({ id }) => !known.has(id));
  return [...new Map(fresh.map((attempt) => [attempt.id, attempt])).values()];
}

/** Two rows of attempts as one by their times; each stays in its own order. */
function interleave(mine, fresh) {
  const all = [];
  let next = 0;
  for (const attempt of mine) {
    while (next < fresh.length && time(fresh[next]) < time(attempt)) all.push(fresh[(next += 1) - 1]);
    all.push(attempt);
  }
  return [...all, ...fresh.slice(next)];
}

async function rowsOf(transaction) {
  const names = ["answers", "attempts", "aside"];
  const rows = await Promise.all(names.map((name) => ask(transaction.objectStore(name).getAll())));
  return Object.fromEntries(names.map((name, index) => [name, rows[index]]));
}

/** Put the answers that win here, under the ids of now; what they replace is set aside. */
function putAnswers(transaction, rows, { fresh, newer }, names, number) {
  const [answers, aside] = ["answers", "aside"].map((name) => transaction.objectStore(name));
  const here = new Map(rows.map((row) => [keyOf(row), row]));
  const winners = [...fresh, ...newer].sort(byOrder);
  for (const answer of winners) {
    const exercise = names.get(answer.exercise) ?? answer.exercise;
    const replaced = here.get(keyOf({ ...answer, exercise }));
    if (replaced && !same(replaced.value, answer.value)) aside.add(replaced);
    answers.put({ ...answer, exercise, order: number() });
  }
  return winners.length;
}

function putAttempts(transaction, rows, attempts) {
  const { good, bad } = sift(rows, isAttempt);
  const fresh = missing(good, attempts);
  if (!fresh.length) return 0;
  const store = transaction.objectStore("attempts");
  store.clear();
  for (const { order: _, ...attempt } of interleave(good, fresh)) store.add(attempt);
  for (const damaged of bad) transaction.objectStore("aside").add(damaged);
  return fresh.length;
}

/** What could not be shown stays where it can be exported again. */
function putAside(transaction, rows, setAside) {
  const known = new Set(rows.map((row) => JSON.stringify(plain(row))));
  const fresh = setAside.filter((record) => !known.has(JSON.stringify(record)));
  for (const record of fresh) transaction.objectStore("aside").add(record);
  return fresh.length;
}

/** What tells one state of the answers from another. */
function traceOf({ answers, attempts, aside }) {
  const sum = answers.reduce((total, { order }) => total + order, 0);
  return JSON.stringify([answers.length, sum, attempts.length, attempts.at(-1)?.order, aside.length]);
}

/**
 * Bring a copy in. Of two answers the newer one wins and the one that was here is set aside;
 * attempts are put together by their times. What was here before can be taken back (`takeBack`)
 * until something changes. Gives {came: how many of each, wasEmpty: whether nothing was here}.
 */
export async function merge(transaction, copy, number, names = new Map()) {
  const before = await rowsOf(transaction);
  const groups = weigh(before.answers.filter(isAnswer), copy.answers, names);
  const came = {
    answers: putAnswers(transaction, before.answers, groups, names, number),
    attempts: putAttempts(transaction, before.attempts, copy.attempts),
    setAside: putAside(transaction, before.aside, copy.setAside ?? []),
  };
  if (Object.values(came).some(Boolean)) {
    const trace = traceOf(await rowsOf(transaction));
    transaction.objectStore("meta").put({ trace, before }, "undo");
  }
  return { came, wasEmpty: !before.answers.length && !before.attempts.length };
}

/** What was here before a copy came in, if nothing has changed since; null otherwise. */
export async function beforeCopy(transaction) {
  const undo = await ask(transaction.objectStore("meta").get("undo"));
  if (!undo) return null;
  return undo.trace === traceOf(await rowsOf(transaction)) ? undo.before : null;
}

/** Put back exactly what was here before a copy came in; false when something has changed since.
 * The answers get another epoch: no tab may write what it knows from before. */
export async function putBack(transaction) {
  const before = await beforeCopy(transaction);
  if (!before) return false;
  for (const [name, rows] of Object.entries(before)) {
    const store = transaction.objectStore(name);
    store.clear();
    for (const row of rows) store.add(row);
  }
  const meta = transaction.objectStore("meta");
  meta.delete("undo");
  meta.put(true, `wiped:${await ask(meta.get("epoch"))}`);
  meta.put(mark(), "epoch");
  return true;
}

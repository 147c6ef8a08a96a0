/** A copy's records put together with those that are there, inside one transaction. */
import { ask } from "./database.mjs";
import { isAttempt, plain, sift } from "./records.mjs";

/** Of two answers to one field the newer wins; the other is set aside. Gives how many came in. */
export async function mergeAnswers(transaction, answers, number) {
  const store = transaction.objectStore("answers");
  let count = 0;
  for (const answer of answers) {
    const here = await ask(store.get([answer.exercise, answer.field]));
    if (here && here.at >= answer.at) continue;
    if (here && JSON.stringify(here.value) !== JSON.stringify(answer.value)) {
      transaction.objectStore("aside").add(here);
    }
    store.put({ ...answer, order: number() });
    count += 1;
  }
  return count;
}

/** Attempts that are not there yet, in the order of their time. Gives how many came in. */
export async function mergeAttempts(transaction, attempts) {
  const store = transaction.objectStore("attempts");
  const here = sift(await ask(store.getAll()), isAttempt);
  const known = new Set(here.good.map(({ id }) => id));
  const fresh = attempts.filter(({ id }) => !known.has(id));
  if (!fresh.length) return 0;
  const all = [...here.good, ...fresh].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  store.clear();
  for (const { order: _, ...attempt } of all) store.add(attempt);
  for (const damaged of here.bad) transaction.objectStore("aside").add(damaged);
  return fresh.length;
}

/** What could not be shown stays where it can be exported again. */
export async function mergeAside(transaction, setAside) {
  const store = transaction.objectStore("aside");
  const known = new Set((await ask(store.getAll())).map((record) => JSON.stringify(plain(record))));
  for (const record of setAside) if (!known.has(JSON.stringify(record))) store.add(record);
}

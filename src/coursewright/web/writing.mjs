/** How answers and attempts get into the database: inside one transaction, and so that nothing is
 * lost that nobody has seen. Knows the database's stores, and nothing of pages. */
import { ask } from "./database.mjs";
import { isAnswer, newest } from "./records.mjs";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What stands of a field under all ids of an exercise: the newest record, and one that is damaged
 * where it is written. */
async function standing(transaction, names, field) {
  const answers = transaction.objectStore("answers");
  const rows = await Promise.all(names.map((name) => ask(answers.get([name, field]))));
  const damaged = rows[0] && !isAnswer(rows[0]) ? [rows[0]] : [];
  return { existing: newest(rows.filter(isAnswer), () => field)[0], damaged };
}

function setAside(transaction, records) {
  for (const record of records) transaction.objectStore("aside").add(record);
}

/** Keep what a write would replace without anybody having seen it. `base` is the `order` of what
 * was seen, `was` the ids under which there may be earlier answers. */
export async function rescue(transaction, { exercise, field, value }, was, base) {
  const { existing, damaged } = await standing(transaction, [exercise, ...was], field);
  const isUnseen = existing && existing.order !== base && !same(existing.value, value);
  setAside(transaction, isUnseen ? [existing, ...damaged] : damaged);
}

/** What a field says now, under whichever id, to be written anew. */
export async function current(transaction, names, field) {
  const { existing, damaged } = await standing(transaction, names, field);
  setAside(transaction, damaged);
  return existing?.value;
}

export function put(transaction, records, attempts) {
  for (const record of records) transaction.objectStore("answers").put(record);
  for (const attempt of attempts) transaction.objectStore("attempts").add(attempt);
}

/** Take in what a page sent when it left (a journal's entry), as far as it is not here; none of it
 * after a wipe. What somebody answered later stays, and this is set aside. */
export async function takeIn(transaction, { epoch, exercise, was, records, bases, attempts }, number) {
  if (epoch && epoch !== (await ask(transaction.objectStore("meta").get("epoch")))) return;
  const fresh = [];
  for (const [index, record] of records.entries()) {
    const { field, at, value } = record;
    const { existing } = await standing(transaction, [exercise, ...was], field);
    if (existing?.at === at && same(existing.value, value)) continue;
    const isLater = !existing || existing.order === bases[index] || existing.at <= at;
    if (isLater) await rescue(transaction, record, was, bases[index]);
    if (isLater) fresh.push({ ...record, order: number() });
    else setAside(transaction, same(existing.value, value) ? [] : [record]);
  }
  const kept = await ask(transaction.objectStore("attempts").index("exercise").getAll(exercise));
  const known = new Set(kept.map(({ id }) => id));
  put(transaction, fresh, attempts.filter(({ id }) => !known.has(id)));
}

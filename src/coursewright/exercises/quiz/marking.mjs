/** Marking answers: pure functions, no page. `values` is what is stored, field → value. */

/**
 * What was answered to a question: the chosen values; for `order` the items' values from the top;
 * for sort, match and gap a list of [part, what was put there]. Empty where nothing was answered.
 */
export function answerIn({ id, choose, right }, values) {
  if (!Array.isArray(right)) {
    const parts = Object.keys(right).map((part) => [part, values[`${id}.part.${part}`]]);
    return parts.filter(([, said]) => said);
  }
  const chosen = [values[id] ?? []].flat();
  return choose === "order" ? arranged(right, chosen.join(" ").split(" ")) : chosen;
}

/** An order of other items than today's is no answer to it. */
function arranged(right, order) {
  const isWhole = order.length === right.length && right.every((value) => order.includes(value));
  return isWhole ? order : [];
}

/** An answer as one text: it is kept as such when it is checked. */
export const written = (answer) => answer.map((one) => [one].flat().join("=")).join(" ");

/** How an answer was: {marks: part → mark, isRight, found, lacking, extra, total}. */
function summary(marks, total) {
  const count = (...wanted) => [...marks.values()].filter((mark) => wanted.includes(mark)).length;
  const [found, extra] = [count("right", "stays"), count("wrong")];
  return { marks, isRight: found === total && extra === 0, found, lacking: total - found, extra, total };
}

const judged = (right, answer) =>
  new Map(answer.map((value) => [value, right.includes(value) ? "right" : "wrong"]));

/** One choice: only what was chosen is judged, so that there is something left to try. */
function single({ right }, answer) {
  return summary(judged(right, answer), right.length);
}

/** Several choices: what is missing is said, too. */
function several({ right }, answer) {
  const marks = judged(right, answer);
  for (const value of right) if (!marks.has(value)) marks.set(value, "missed");
  return summary(marks, right.length);
}

/** Parts that each have their own answer; `judge` says how one was. */
function parts(judge) {
  return ({ right }, answer) => {
    const said = new Map(answer);
    const wanted = Object.entries(right);
    const mark = ([part, key]) => [part, said.has(part) ? judge(key, said.get(part)) : "open"];
    return summary(new Map(wanted.map(mark)), wanted.length);
  };
}

const same = (key, said) => (key === said ? "right" : "wrong");

function fits(accepted, said) {
  const [word, right] = [plainWord(said), accepted.map(plainWord)];
  if (right.includes(word)) return "right";
  return right.some((one) => isNear(one, word)) ? "near" : "wrong";
}

/**
 * What may stay is the longest part that is in the right order: somebody who moved one item too
 * far made one mistake, although all below it have another number.
 */
function order({ right }, answer) {
  const kept = longestRise(answer.map((value) => right.indexOf(value)));
  const stays = kept.size === right.length ? "right" : "stays";
  const mark = (value) => [value, kept.has(right.indexOf(value)) ? stays : "elsewhere"];
  return summary(new Map(answer.map(mark)), right.length);
}

/** The longest rising part of some different numbers, as a set; of equals the first. */
function longestRise(numbers) {
  const ends = numbers.map((number) => [number]); // the longest one that ends here
  for (const [index, number] of numbers.entries()) {
    for (const before of ends.slice(0, index)) {
      const isLonger = before.at(-1) < number && before.length >= ends[index].length;
      if (isLonger) ends[index] = [...before, number];
    }
  }
  return new Set(ends.reduce((longest, one) => (one.length > longest.length ? one : longest), []));
}

const RULES = {
  one: single,
  many: several,
  "true-false": single,
  sort: parts(same),
  match: parts(same),
  gap: parts(fits),
  order,
};

/** Mark one answer. `key` is what the question's Python class gives as its key. */
export function markAnswer(key, answer) {
  return RULES[key.choose](key, answer);
}

/** How the answer was that the reader asked about; null while there is none, or it has changed. */
export function checked(key, values) {
  const answer = answerIn(key, values);
  const isChecked = answer.length > 0 && values[`${key.id}.checked`] === written(answer);
  return isChecked ? markAnswer(key, answer) : null;
}

/** Whether the answer that counts was right: the first one where that was kept; null for none. */
export function wasRight(key, values) {
  const first = values[`${key.id}.first`];
  return first ? first === "right" : (checked(key, values)?.isRight ?? null);
}

/** The verdict's word, for words.yml: which sentence tells how the answer was. */
export function verdict({ choose }, { isRight, found, lacking, extra }) {
  if (isRight) return "all-right";
  if (choose === "many") return ["found", "found-extra-one"][extra] ?? "found-extra";
  if (RULES[choose] === single) return "not-right";
  if (choose === "order") return lacking === 1 ? "move-one" : "move";
  if (found === 0) return "none-in-place";
  return found > 1 && lacking === 1 ? "almost" : "in-place";
}

/** What has changed since last time, as the word that says it. */
export function change(isRight, wasRightBefore) {
  if (wasRightBefore === null) return "change-new";
  if (isRight) return wasRightBefore ? "change-again" : "change-now";
  return wasRightBefore ? "change-not-now" : "change-not-yet";
}

/** The best of some results by their value; of equals, the first. */
export function best(results) {
  return results.reduce((most, result) => (result.value > most.value ? result : most));
}

/** A word without what does not count: capitals, spaces, and punctuation around it. */
function plainWord(text) {
  const bare = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  return bare.replace(/^[«»"'“”„(]+/, "").replace(/[\s.,;:!?…«»"'“”)]{1,9}$/, "");
}

/** Whether one letter more, one less, another one, or two swapped make the same of both. */
export function isNear(one, other) {
  if (Math.min(one.length, other.length) < 3) return false;
  let i = 0;
  while (i < one.length && one[i] === other[i]) i += 1;
  const same = (here, there) => one.slice(i + here) === other.slice(i + there);
  const isSwapped = one[i] === other[i + 1] && one[i + 1] === other[i] && same(2, 2);
  return same(1, 1) || same(1, 0) || same(0, 1) || isSwapped;
}

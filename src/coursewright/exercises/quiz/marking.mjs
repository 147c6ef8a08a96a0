/** Marking answers: pure functions, no page. An answer is the list of chosen values. */

/** How an answer was: {marks: value → "right" | "wrong" | "missed", isRight, found, extra}. */
function summary(marks, right) {
  const count = (wanted) => [...marks.values()].filter((mark) => mark === wanted).length;
  const [found, extra] = [count("right"), count("wrong")];
  return { marks, isRight: found === right.length && extra === 0, found, extra };
}

const judged = (right, answer) =>
  new Map(answer.map((value) => [value, right.includes(value) ? "right" : "wrong"]));

/** One choice: only what was chosen is judged, so that there is something left to try. */
function single({ right }, answer) {
  return summary(judged(right, answer), right);
}

/** Several choices: what is missing is said, too. */
function several({ right }, answer) {
  const marks = judged(right, answer);
  for (const value of right) if (!marks.has(value)) marks.set(value, "missed");
  return summary(marks, right);
}

const RULES = { one: single, many: several, "true-false": single };

/** Mark one answer. `key` is what the question's Python class gives as its key. */
export function markAnswer(key, answer) {
  return RULES[key.choose](key, answer);
}

/** The verdict's word, for words.yml: which sentence tells how the answer was. */
export function verdict(key, { isRight, extra }) {
  if (isRight) return "all-right";
  if (key.choose !== "many") return "not-right";
  return ["found", "found-extra-one"][extra] ?? "found-extra";
}

/** The best of some results by their value; of equals, the first. */
export function best(results) {
  return results.reduce((most, result) => (result.value > most.value ? result : most));
}

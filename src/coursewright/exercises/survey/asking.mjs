/** Which questions are asked after which answers. Pure. */

const isWithin = (value, [first, last]) => value !== "" && first <= Number(value) && Number(value) <= last;

/** Whether an answer (a text, a list of texts or undefined) is one that `when` names. */
function applies({ values, ranges }, answer) {
  const given = [answer ?? []].flat();
  return given.some((value) => values.includes(value) || ranges.some((range) => isWithin(value, range)));
}

/**
 * The ids of the questions that are asked, in order: a question without a condition is; one with
 * a condition, when the question it names is asked and answered so.
 * questions: [{id, when?: {question, values, ranges: [[first, last], …]}}]. answers: {id: value}.
 */
export function askedOf(questions, answers) {
  const asked = new Set();
  for (const { id, when } of questions) {
    if (!when || (asked.has(when.question) && applies(when, answers[when.question]))) asked.add(id);
  }
  return [...asked];
}

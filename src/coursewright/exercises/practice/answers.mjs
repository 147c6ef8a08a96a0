/** What the answers of one round come to. Pure. */
import { fill } from "../../web/messages.mjs";

/** What the reader wrote to a prompt, the newer version first; "" where nothing is written. */
export function ownAnswer(values, id) {
  return values[`${id}:again`] ?? values[id] ?? "";
}

/** How the answers to these prompts met a criterion: {yes: 2, partly: 0, "not-yet": 1}. */
function tally({ id }, ids, values) {
  const count = { yes: 0, partly: 0, "not-yet": 0 };
  for (const prompt of ids) {
    const rating = values[`${prompt}.${id}`];
    if (Object.hasOwn(count, rating)) count[rating] += 1;
  }
  return count;
}

/** The criteria that were rated, in words: [{title, text: «Ja: 2 · På vej: 1»}]. */
export function ratingsOf(ids, values, { criteria }, words) {
  const lines = criteria.map((criterion) => {
    const counts = Object.entries(tally(criterion, ids, values)).filter(([, count]) => count);
    return { title: criterion.text, text: counts.map(([key, count]) => `${words[key]}: ${count}`).join(" · ") };
  });
  return lines.filter(({ text }) => text);
}

/**
 * How far one has come: {text, parts: one for each rated criterion, lines: own answers}, or null
 * while no prompt is practised. One is, when it is answered or its suggestions have been read:
 * what was said aloud leaves no other trace.
 * ids: the prompts of this round. spec: {prompts: [{id, text}], criteria: [{id, text}]}.
 */
export function reportOn(ids, values, { prompts, criteria }, words) {
  const practised = ids.filter((id) => ownAnswer(values, id) || `${id}:seen` in values);
  if (!practised.length) return null;
  const asked = new Map(prompts.map(({ id, text }) => [id, text]));
  const lines = practised.map((id) => ({ title: asked.get(id), text: ownAnswer(values, id) }));
  const parts = criteria.map((criterion) => {
    const { yes, ...others } = tally(criterion, ids, values);
    return { title: criterion.text, value: yes, from: 0, to: yes + others.partly + others["not-yet"] };
  });
  return {
    text: fill(words.practised, { count: practised.length, total: ids.length }),
    parts: parts.filter(({ to }) => to > 0),
    lines: lines.filter(({ text }) => text),
  };
}

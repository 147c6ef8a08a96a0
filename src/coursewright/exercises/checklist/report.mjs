/** Answers → all that is told about them: pure, and in ordinary numbers. */
import { answeredOf, bandOf, picks, score } from "./scoring.mjs";

/**
 * spec: as view.py gives it. answers: {id: number}, at least one of them.
 *
 * Gives {answered, total, whole, band, parts, strengths, growth, alike}. whole: {value, from, to},
 * or null where only the profile counts. band: its index, or -1. parts: {title, value, from, to}
 * of each section where there are several, with its id if it has one; value is null where nothing is answered. strengths,
 * growth: statements.
 */
export function report(spec, answers) {
  const { scale, sections, per, bands } = spec;
  const items = sections.flatMap((section) => section.items);
  const counted = score(items, answers, scale);
  const hasTotal = bands.length > 0 || sections.length === 1;
  return {
    answered: answeredOf(items, answers).length,
    total: items.length,
    whole: hasTotal ? inOnes(counted, per) : null,
    band: bandOf(bands, counted.value),
    parts: sections.length > 1 ? sections.map((section) => partOf(section, answers, spec)) : [],
    ...picks(items, answers, scale, spec),
  };
}

function partOf({ id, title, items }, answers, { scale, per }) {
  const counted = score(items, answers, scale);
  const weight = items.reduce((sum, item) => sum + item.weight, 0);
  const ends = { value: null, low: weight * scale.from, high: weight * scale.to };
  const { value, ...rest } = inOnes(counted ?? ends, per);
  return { ...(id && { id }), title, value: counted && value, ...rest };
}

const inOnes = ({ value, low, high }, per) => ({ value: value / per, from: low / per, to: high / per });

/** Whether a number kept earlier can stand beside one of today: same ends, so same meaning. */
export const isComparable = (earlier, now) =>
  Boolean(earlier && now) && Number.isFinite(earlier.value) && earlier.from === now.from && earlier.to === now.to;

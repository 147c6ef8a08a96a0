/**
 * Scores of a checklist: pure functions, whole numbers throughout. Weights, scores and bands come
 * in units of 1/per (see totals.py), so nothing is rounded but the estimate for a partly answered
 * form.
 *
 *   scale    {from, to, step}
 *   items    [{id, weight, reversed}]
 *   answers  {id: number}; what is not answered is not there
 */

/** What an answer counts before its weight: a reversed statement is turned round. */
export const turned = ({ reversed }, answer, { from, to }) => (reversed ? from + to - answer : answer);

/** The statements that have an answer. */
export const answeredOf = (items, answers) => items.filter(({ id }) => Object.hasOwn(answers, id));

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const weightOf = (items) => sum(items.map(({ weight }) => weight));

/**
 * The score, {value, low, high}, or null where nothing is answered. A partly answered form gets
 * the mean of its answers × all weights, brought to the nearest score that can occur.
 */
export function score(items, answers, scale) {
  const answered = answeredOf(items, answers);
  if (!answered.length) return null;
  const counted = sum(answered.map((item) => item.weight * turned(item, answers[item.id], scale)));
  const weight = weightOf(items);
  const isWhole = answered.length === items.length;
  const value = isWhole ? counted : nearest(items, scale, counted * weight, weightOf(answered));
  return { value, low: weight * scale.from, high: weight * scale.to };
}

/** All scores that can occur, rising: bit n of `reached` says that n steps above the lowest do. */
export function attainable(items, { from, to, step }) {
  const unit = items.map(({ weight }) => weight).reduce(gcd);
  const ways = (to - from) / step;
  let reached = 1n;
  for (const { weight } of items) {
    const before = reached;
    for (let way = 1; way <= ways; way += 1) reached |= before << BigInt((weight / unit) * way);
  }
  const lowest = weightOf(items) * from;
  const bits = [...reached.toString(2)].reverse();
  return bits.flatMap((bit, n) => (bit === "1" ? [lowest + n * unit * step] : []));
}

const gcd = (one, other) => (other ? gcd(other, one % other) : one);

/** The attainable score nearest to over/under; of two as near, the higher one. */
function nearest(items, scale, over, under) {
  let best = null;
  for (const value of attainable(items, scale)) {
    const distance = Math.abs(value * under - over);
    if (best === null || distance <= best.distance) best = { value, distance };
  }
  return best.value;
}

/** The index of the band that holds the score; -1 where there is none. */
export const bandOf = (bands, value) => bands.findIndex(({ from, to }) => from <= value && value <= to);

/**
 * The answers that stand out: {strengths, growth, alike}, lists of statements. Highest and lowest
 * as turned; of equals, the author's first. No strength below the scale's middle, no growth at
 * its top, none in both. `alike`: all answers count the same, so nothing stands out.
 */
export function picks(items, answers, scale, { strengths, growth }) {
  const rated = answeredOf(items, answers).map((item) => ({ item, value: turned(item, answers[item.id], scale) }));
  const alike = rated.length > 1 && rated.every(({ value }) => value === rated[0].value);
  if (alike) return { strengths: [], growth: [], alike };
  const high = take(rated, strengths, (one, other) => other.value - one.value, ({ value }) => 2 * value >= scale.from + scale.to);
  const rest = rated.filter((one) => !high.includes(one));
  const low = take(rest, growth, (one, other) => one.value - other.value, ({ value }) => value < scale.to);
  return { strengths: high.map(({ item }) => item), growth: low.map(({ item }) => item), alike };
}

/** The first `count` in this order that are fit; sorting keeps equals as they stood. */
const take = (rated, count, order, isFit) => rated.filter(isFit).sort(order).slice(0, count);

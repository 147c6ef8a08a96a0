/**
 * What lies on the two pans, and what it comes to. Pure.
 *
 * An item is {text, weight, pan, list}: weight is a number, or 0 where none was given; pan is 0
 * or 1; list is the list it stands in.
 */

const SLIGHT = 0.15; // of all weight: less than that is a slight lean

/** The items that weigh something, heaviest first, on one pan. */
export function onPan(items, pan) {
  const weighed = items.filter((item) => item.pan === pan && item.weight);
  return weighed.sort((one, other) => other.weight - one.weight);
}

export const sumOf = (items) => items.reduce((sum, { weight }) => sum + weight, 0);

/** The heaviest items of a pan; several where they weigh the same. */
export function heaviestOf(items) {
  const most = Math.max(...items.map(({ weight }) => weight));
  return items.filter(({ weight }) => weight === most);
}

/**
 * How it hangs: {tilt: from -1 (all on pan 0) to 1 (all on pan 1), how: "even", "slight", "clear"
 * or "alone" (nothing lies on the other pan), pan: the lower one, or null}.
 */
export function leanOf([left, right]) {
  const tilt = left + right ? (right - left) / (left + right) : 0;
  if (!tilt) return { tilt, pan: null, how: "even" };
  const how = left && right ? (Math.abs(tilt) < SLIGHT ? "slight" : "clear") : "alone";
  return { tilt, pan: Number(tilt > 0), how };
}

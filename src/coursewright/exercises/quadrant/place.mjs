/**
 * Where a pair of numbers lies, and how a path is made of numbers answered one by one. Pure.
 *
 * A place is {across, up}, both numbers. An axis is {from, to, step}.
 */

const COLUMNS = [["left"], ["left", "right"], ["right"]]; // below the middle, on it, above it
const ROWS = [["bottom"], ["top", "bottom"], ["top"]];

const half = (number, { from, to }) => Math.sign(2 * number - from - to) + 1;

/** The corners a place belongs to: one; two where it is on a middle line; all four in the middle. */
export function cornersOf({ across, up }, axes) {
  const columns = COLUMNS[half(across, axes[0])];
  return ROWS[half(up, axes[1])].flatMap((row) => columns.map((column) => `${row}-${column}`));
}

/** How far a number is from the lower end of its scale, from 0 to 1. */
export const shareOf = (number, { from, to }) => (number - from) / (to - from);

/** The number that is nearest to a share of the scale. */
export function numberAt(share, { from, to, step }) {
  const within = Math.min(Math.max(share, 0), 1);
  return from + Math.round((within * (to - from)) / step) * step;
}

/**
 * Numbers of two scales, answered at different times → places with their time. A new place begins
 * when a scale is answered that the place has its number from already; the other number stays
 * until it is answered, too. across, up: [{value, at, order}], oldest first, where `order` counts
 * up over both.
 */
export function pairUp(across, up) {
  const named = (name) => (one) => ({ ...one, name });
  const all = [...across.map(named("across")), ...up.map(named("up"))];
  const places = [];
  let fresh = new Set();
  for (const { name, value, at } of all.sort((one, other) => one.order - other.order)) {
    const before = places.at(-1) ?? {};
    if (fresh.has(name) || !places.length) {
      places.push({});
      fresh = new Set();
    }
    fresh.add(name);
    places[places.length - 1] = { ...before, [name]: value, at };
  }
  return places.filter((place) => "across" in place && "up" in place);
}

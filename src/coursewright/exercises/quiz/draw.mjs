/** Mixing and drawing that come out the same on each reload and in each tab. Pure. */

/** A number for a text, 32 bits that look like chance (FNV-1a, stirred as in MurmurHash3). */
function stirred(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** Different names in an order that only `seed` decides. */
export function shuffled(names, seed) {
  const place = new Map(names.map((name) => [name, stirred(`${seed}/${name}`)]));
  return [...names].sort((one, other) => place.get(one) - place.get(other));
}

/** The same, but never as they stand. */
export function mixed(names, seed) {
  const order = shuffled(names, seed);
  const isAsGiven = order.every((name, index) => name === names[index]);
  return isAsGiven ? [...order.slice(1), order[0]] : order;
}

/**
 * Draw `count` of the names, in the order they stand. `last`: name → whether it was right last
 * time, null where it was not asked; those that were right are drawn only when the others do not
 * suffice. `kept`: names that are drawn in any case.
 */
export function draw(names, count, seed, last, kept = []) {
  const order = shuffled(names, seed);
  const isKnown = (name) => last.get(name) === true;
  const first = new Set([...kept, ...order.filter((name) => !isKnown(name)), ...order.filter(isKnown)]);
  const drawn = new Set([...first].slice(0, Math.max(count, kept.length)));
  return names.filter((name) => drawn.has(name));
}

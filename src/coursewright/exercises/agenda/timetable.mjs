/** When things are, with delays. Pure; times are minutes since midnight. */

export const DELAY = 5; // minutes that one tap shifts what is left

/** The stored day: {day, on: "2026-12-01", start?: minutes, late: [index, …]}; null if unusable. */
export function readToday(text, date) {
  try {
    const today = JSON.parse(text);
    const isWhole = [today.start ?? 0, ...today.late].every(Number.isInteger);
    return isWhole && today.on === date ? today : null;
  } catch {
    return null;
  }
}

/**
 * When each item begins, and the last one ends. late: one entry for each delay, the index of the
 * item that took longer; -1 where it already began late.
 */
export function timesOf(items, start, late = []) {
  const extra = (index) => DELAY * late.filter((one) => one === index).length;
  const times = [start + extra(-1)];
  for (const [index, { minutes }] of items.entries()) times.push(times.at(-1) + minutes + extra(index));
  return times;
}

/** The item that is on: -1 before the first, items.length after the last. */
export const placeIn = (times, minute) => times.findLastIndex((time) => time <= minute);

export const minuteOf = (now) => now.getHours() * 60 + now.getMinutes();

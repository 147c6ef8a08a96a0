/**
 * What the kinds of exercise say in the page's language. The site has a script for each kind that
 * tells it (render/exercise.py); it stands before the kind's own, so that it has run by then.
 */
const told = new Map(); // kind → its words

export function tell(kind, words) {
  told.set(kind, words);
}

export function wordsOf(kind) {
  return told.get(kind) ?? {};
}

/**
 * What the kinds of exercise say in the page's language. The site has a script for each kind that
 * tells it (render/exercise.py); it stands before the kind's own, so that it has run by then.
 */
const told = new Map(); // kind → its words

export function tell(kind, words) {
  told.set(kind, words);
}

/** Throws where they were not told, as their file did not come. */
export function wordsOf(kind) {
  if (!told.has(kind)) throw new Error(`no words for ${kind}`);
  return told.get(kind);
}

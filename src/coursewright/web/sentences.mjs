/** Text in sentences, none so long that a voice gives up on it. */

const LONGEST = 180; // signs: about twelve seconds; Chromium's voices fall silent at fifteen
const ABBREVIATED = /(?:^|[\s(])(?:kl|nr|ca|fx|f\.eks|bl\.a|dvs|jf|pkt|kap|s|e\.g|i\.e|o\.l)\.\s*$/iu;
const PLAIN = /[^.!?…]*[.!?…]+["»”’')\]]*\s*|[^.!?…]+$/gu; // where a browser cannot tell

function pieces(text, language) {
  if (!globalThis.Intl?.Segmenter) return text.match(PLAIN) ?? [];
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** «kl. 10» is no end of a sentence. */
function joined(parts) {
  const whole = [];
  for (const part of parts) {
    if (whole.length && ABBREVIATED.test(whole.at(-1))) whole.push(whole.pop() + part);
    else whole.push(part);
  }
  return whole;
}

/** Break what is too long after a comma or the like, else at a space. */
function short(part) {
  const parts = [];
  let rest = part;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const pause = Math.max(...[", ", "; ", ": ", " – "].map((sign) => head.lastIndexOf(sign) + sign.length));
    const at = pause > LONGEST / 3 ? pause : head.lastIndexOf(" ") + 1 || LONGEST;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

/** The sentences of a text as [start, end] in it, without those that say nothing. */
export function sentences(text, language) {
  const found = [];
  let start = 0;
  for (const piece of joined(pieces(text, language)).flatMap(short)) {
    if (/[\p{L}\p{N}]/u.test(piece)) found.push([start, start + piece.length]);
    start += piece.length;
  }
  return found;
}

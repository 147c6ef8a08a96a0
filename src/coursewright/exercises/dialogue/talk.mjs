/**
 * A talk as a map, and what a path through it comes to. A path is kept as text: one `line/choice`
 * for each thing said, and `<` for each step back; so nothing that was tried is lost. Pure.
 */

const BACK = "<";
const tokens = (path) => path.split(" ").filter(Boolean);

/** What was said and not taken back. */
function standing(path) {
  const said = [];
  for (const token of tokens(path)) {
    if (token === BACK) said.pop();
    else said.push(token);
  }
  return said;
}

export class Talk {
  #start;
  #ways;
  #endings;
  #openness;

  /** ways: {line: {choice: {to, openness}}}; openness: {start, to, words: [[from, word], …]}. */
  constructor({ start, ways, endings, openness }) {
    this.#start = start;
    this.#ways = ways;
    this.#endings = endings;
    this.#openness = openness;
  }

  /**
   * Walk a path as far as the talk still has it: {steps, at, isOver, isWhole, level}. steps:
   * [{line, choice, to, level}]; at: the line or ending one has come to; level: how open the
   * other is then.
   */
  follow(path) {
    const said = standing(path);
    const steps = [];
    const here = () => steps.at(-1) ?? { to: this.#start, level: this.#openness?.start };
    for (const token of said) {
      const [line, choice] = token.split("/");
      const way = line === here().to && this.#way(line, choice);
      if (!way) break;
      steps.push({ line, choice, to: way.to, level: this.#moved(here().level, way.openness) });
    }
    const { to: at, level } = here();
    return { steps, at, level, isOver: this.#endings.includes(at), isWhole: steps.length === said.length };
  }

  /** A path one step longer, from wherever it still leads. */
  say(path, line, choice) {
    const { steps, isWhole } = this.follow(path);
    const before = isWhole ? path : this.path(steps);
    return `${before} ${line}/${choice}`.trim();
  }

  /** A path with its last step taken back. */
  back(path) {
    const { steps, isWhole } = this.follow(path);
    return `${isWhole ? path : this.path(steps)} ${BACK}`;
  }

  /** The path that these steps make. */
  path(steps) {
    return steps.map(({ line, choice }) => `${line}/${choice}`).join(" ");
  }

  /** What was ever said on these paths, as `line/choice`. */
  tried(paths) {
    return new Set(paths.flatMap(tokens));
  }

  /** The endings these paths came to, each once; by their last step, whatever has become of the
   * way there. */
  found(paths) {
    const last = paths.map((path) => standing(path).at(-1)?.split("/") ?? []);
    const ends = last.map(([line, choice]) => this.#way(line, choice)?.to);
    return this.#endings.filter((ending) => ends.includes(ending));
  }

  /** The word for a level. */
  word(level) {
    return this.#openness.words.findLast(([from]) => from <= level)?.[1] ?? "";
  }

  #way(line, choice) {
    const choices = Object.hasOwn(this.#ways, line) ? this.#ways[line] : {};
    return Object.hasOwn(choices, choice) ? choices[choice] : null;
  }

  #moved(level, change) {
    return this.#openness && Math.min(Math.max(level + change, 0), this.#openness.to);
  }
}

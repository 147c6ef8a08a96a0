/** Earlier versions, newest first, to be read when one wants to. */
import { timeElement } from "../../web/dates.mjs";
import { fill } from "../../web/exercise.mjs";

function make(name, ...content) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

function version({ at, result: { lines = [] } }) {
  const told = lines.flatMap(({ title, text }) => [make("dt", title), make("dd", text)]);
  return [make("h3", timeElement(at)), make("dl", ...told)];
}

/** attempts: the last of each earlier round, oldest first. Without any, nothing is left there. */
export function showVersions(target, attempts, words) {
  const count = attempts.length;
  const shown = attempts.map(({ at }) => at).join();
  target.hidden = !count;
  if (target.dataset.shown === shown) return; // what is open stays open
  target.dataset.shown = shown;
  const title = fill(words[count === 1 ? "versions-one" : "versions"], { count });
  const details = make("details", make("summary", title), ...attempts.toReversed().flatMap(version));
  details.className = "cw-worksheet__versions";
  target.replaceChildren(...(count ? [details] : []));
}

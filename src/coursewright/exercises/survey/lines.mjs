/** The answers as a list to read aloud or show, each with what it was before. */
import { fill } from "../../web/exercise.mjs";
import { drawSeries } from "../../web/series.mjs";

function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** The numbers given to a question over time, on the scale it has now: [{at, value}]. */
function numbersOf({ title, value, from, to }, earlier) {
  const points = earlier.flatMap(({ at, result }) => {
    const parts = (result.parts ?? []).filter((one) => one.title === title && one.from === from && one.to === to);
    return parts.map((part) => ({ at, value: part.value }));
  });
  return [...points, { at: new Date().toISOString(), value }];
}

/** result: {lines, parts}. earlier: the last attempt of each earlier round, oldest first. */
export function lineNodes({ lines, parts }, earlier, words) {
  const last = new Map((earlier.at(-1)?.result.lines ?? []).map(({ title, text }) => [title, text]));
  return lines.map(({ title, text }) => {
    const answer = make("dd", "", text);
    const part = parts.find((one) => one.title === title);
    const points = part ? numbersOf(part, earlier) : [];
    const before = points.length > 1 ? text : (last.get(title) ?? text); // a line says it better
    if (points.length > 1) drawSeries(answer.appendChild(make("div", "cw-survey__series")), points, part);
    if (before !== text) answer.append(" ", make("span", "cw-survey__before", fill(words.before, { text: before })));
    return make("div", "", make("dt", "", title), answer);
  });
}

/** Values over time: a small line to see, and the same as dated text to read. */
import { formatDate, timeElement } from "./dates.mjs";
import { shape } from "./drawing.mjs";

export { formatDate, timeElement };

const WIDTH = 280;
const HEIGHT = 72;
const EDGE = 8; // room for half a dot

/** Points keep their order and an even distance: a phone's clock may have gone back. */
function positions(points, from, to) {
  const step = (WIDTH - 2 * EDGE) / (points.length - 1);
  const span = to - from || 1;
  return points.map(({ value }, index) => {
    const share = Math.min(Math.max((value - from) / span, 0), 1);
    return [EDGE + index * step, HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)].map(Math.round);
  });
}

function drawing(points, from, to) {
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "cw-series", "aria-hidden": "true" });
  const places = positions(points, from, to);
  for (const y of [EDGE, HEIGHT - EDGE]) {
    svg.append(shape("line", { class: "cw-series__edge", x1: 0, x2: WIDTH, y1: y, y2: y }));
  }
  const line = { class: "cw-series__line", points: places.join(" ") };
  svg.append(shape("polyline", { ...line, fill: "none", stroke: "currentColor" }));
  for (const [cx, cy] of places) {
    svg.append(shape("circle", { class: "cw-series__dot", cx, cy, r: 4, fill: "currentColor" }));
  }
  return svg;
}

/** A number as people write it; small whole ones are written alike everywhere, and soonest so. */
function written(value) {
  const isPlain = Number.isInteger(value) && Math.abs(value) < 1000;
  return isPlain ? String(value) : value.toLocaleString(document.documentElement.lang || "da");
}

/** «3. nov.: 4 · 17. nov.: 6» */
function reading(points) {
  const list = document.createElement("p");
  list.className = "cw-series__list";
  points.forEach(({ at, value }, index) => {
    if (index) list.append(" · ");
    list.append(timeElement(at), `: ${written(value)}`);
  });
  return list;
}

/** What a part of a result was in an earlier result: by its id, or by its title where it had none. */
export const partBefore = ({ id, title }, parts = []) =>
  parts.find((one) => id && one.id === id) ?? parts.find((one) => one.title === title && !(id && one.id));

/**
 * Put dated values into `target`, replacing what it holds. One point gets words only.
 * points: [{at: ISO time, value: number}], oldest first. from, to: the ends of the scale; left
 * out, the smallest and the largest value.
 */
export function drawSeries(target, points, { from, to } = {}) {
  const values = points.map(({ value }) => value);
  const [low, high] = [from ?? Math.min(...values), to ?? Math.max(...values)];
  target.replaceChildren(...(points.length > 1 ? [drawing(points, low, high)] : []));
  if (points.length) target.append(reading(points));
}

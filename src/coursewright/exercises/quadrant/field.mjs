/** The field as a picture: a dot where I am, rings with a number where I was, a line between. */
import { shape } from "../../web/drawing.mjs";
import { shareOf } from "./place.mjs";

const percent = (share) => `${Math.round(share * 1000) / 10}%`;

function mark({ x, y }, index, isNow) {
  const part = isNow ? "is" : "was";
  const dot = shape("circle", { class: `cw-quadrant__${part}`, cx: x, cy: y, r: 10 });
  if (isNow) return [dot];
  return [dot, shape("text", { class: "cw-quadrant__number", x, y, dy: "0.35em" }, index + 1)];
}

/** Draw places, oldest first; the last is where I am. Lengths in percent: no text is stretched. */
export function drawPlaces(places, axes) {
  const points = places.map(({ across, up }) => ({
    x: percent(shareOf(across, axes[0])),
    y: percent(1 - shareOf(up, axes[1])),
  }));
  const ways = points.slice(1).map(({ x, y }, index) => {
    return shape("line", { class: "cw-quadrant__way", x1: points[index].x, y1: points[index].y, x2: x, y2: y });
  });
  const marks = points.flatMap((point, index) => mark(point, index, index === points.length - 1));
  return shape("svg", { "aria-hidden": "true", focusable: "false" }, ...ways, ...marks);
}

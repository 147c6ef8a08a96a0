/** A pair as a picture: the scale as a line, a ring where it was, a dot where it is. */
import { shape } from "../../web/drawing.mjs";

const WIDTH = 280;
const EDGE = 12;
const MIDDLE = 30;

const line = (part, x1, x2) => shape("line", { class: `cw-scale__${part}`, x1, x2, y1: MIDDLE, y2: MIDDLE });
const dot = (part, cx) => shape("circle", { class: `cw-scale__${part}`, cx, cy: MIDDLE, r: 7 });

/** Draw it; what it shows is said in words beside it. `shown` writes a number. */
export function drawChange({ before, after }, { from, to }, shown) {
  const at = (number) => Math.round(EDGE + ((number - from) / (to - from)) * (WIDTH - 2 * EDGE));
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} 60`, "aria-hidden": "true", focusable: "false" });
  svg.append(
    line("track", EDGE, WIDTH - EDGE),
    line("way", at(before), at(after)),
    dot("was", at(before)),
    dot("is", at(after)),
    shape("text", { class: "cw-scale__number", x: at(before), y: 56 }, shown(before)),
    shape("text", { class: "cw-scale__number cw-scale__number--now", x: at(after), y: 15 }, shown(after)),
  );
  return svg;
}

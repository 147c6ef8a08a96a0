/** Two numbers of one scale as a picture: a line, with a ring at the first and a dot at the second. */
import { shape } from "./drawing.mjs";

const WIDTH = 280;
const EDGE = 12;
const MIDDLE = 30;

const line = (part, x1, x2) => shape("line", { class: `cw-pair__${part}`, x1, x2, y1: MIDDLE, y2: MIDDLE });
const dot = (part, cx) => shape("circle", { class: `cw-pair__${part}`, cx, cy: MIDDLE, r: 7 });

/** Draw it; what it shows is said in words beside it. `shown` writes a number. */
export function drawPair([first, second], { from, to }, shown) {
  const at = (number) => Math.round(EDGE + ((number - from) / (to - from)) * (WIDTH - 2 * EDGE));
  const svg = shape("svg", { class: "cw-pair", viewBox: `0 0 ${WIDTH} 60`, "aria-hidden": "true", focusable: "false" });
  svg.append(
    line("track", EDGE, WIDTH - EDGE),
    line("way", at(first), at(second)),
    dot("first", at(first)),
    dot("second", at(second)),
    shape("text", { class: "cw-pair__number", x: at(first), y: 56 }, shown(first)),
    shape("text", { class: "cw-pair__number cw-pair__number--second", x: at(second), y: 15 }, shown(second)),
  );
  return svg;
}

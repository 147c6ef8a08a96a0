/** The balance as a picture: a board on a foot, and on its ends a block for each line. */
import { shape } from "../../web/drawing.mjs";

const MIDDLE = 160;
const BOARD = 104; // where the blocks stand
const PANS = [80, 240];
const STEEPEST = 9; // degrees
const LIFT = 26; // how far up an end can come
const [TALLEST, SPACE] = [14, 84]; // a block's height, and the room for all of a pan

const heightOf = (items) => Math.min(TALLEST, SPACE / items.length);

/** Blocks from below to above, the heaviest first; as wide as they weigh. */
function blocks(items, pan, most) {
  const height = heightOf(items);
  return items.map(({ weight, list }, index) => {
    const width = 28 + (92 * weight) / most;
    return shape("rect", {
      class: `cw-balance__block cw-balance__block--${list.side}`,
      x: PANS[pan] - width / 2,
      y: BOARD - (index + 1) * height + 1,
      width,
      height: height - 2,
      rx: 3,
    });
  });
}

/** pans: the items of both, heaviest first. tilt: -1 to 1. most: the largest possible weight. */
export function drawBeam(pans, tilt, most) {
  const angle = Math.max(-1, Math.min(1, tilt * 1.5)) * STEEPEST;
  const board = shape("rect", { class: "cw-balance__board", x: 12, y: BOARD, width: 296, height: 7, rx: 3.5 });
  const loaded = pans.flatMap((items, pan) => blocks(items, pan, most));
  const top = BOARD - LIFT - Math.max(...pans.map((items) => items.length * heightOf(items)));
  return shape(
    "svg",
    { viewBox: `0 ${top} 320 ${156 - top}`, "aria-hidden": "true", focusable: "false" },
    shape("path", { class: "cw-balance__foot", d: `M${MIDDLE} ${BOARD + 5}l28 46h-56z` }),
    shape("g", { transform: `rotate(${angle} ${MIDDLE} ${BOARD + 4})` }, board, ...loaded),
  );
}

/** One's own answers beside another's: pure, and in the numbers that were chosen. */
import { turned } from "./scoring.mjs";

/**
 * The statements both have answered, by what the other sees: {more, same, less}, each a list of
 * {item, own, other}. What counts is the answer as turned; the furthest apart come first, and of
 * equals the author's first. own, other: {id: number}.
 */
export function beside(items, own, other, scale) {
  const both = items.filter(({ id }) => Object.hasOwn(own, id) && Object.hasOwn(other, id));
  const pairs = both.map((item) => pairOf(item, own[item.id], other[item.id], scale));
  pairs.sort((one, next) => Math.abs(next.apart) - Math.abs(one.apart));
  return {
    more: pairs.filter(({ apart }) => apart > 0),
    same: pairs.filter(({ apart }) => apart === 0),
    less: pairs.filter(({ apart }) => apart < 0),
  };
}

const pairOf = (item, own, other, scale) => ({
  item,
  own,
  other,
  apart: turned(item, other, scale) - turned(item, own, scale),
});

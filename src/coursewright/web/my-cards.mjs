/** One exercise on Min side: how it came out, how that has moved, and what was written. */
import { timeElement } from "./dates.mjs";
import { folded, make } from "./elements.mjs";
import { fill } from "./messages.mjs";
import { readAnswer } from "./notebook.mjs";
import { drawSeries, partBefore } from "./series.mjs";

const SHOWN = 8; // so many lines stand open; what is more is folded
const AT_ONCE = 200; // so many more come with one tap

const part = (name, role, ...content) => make(name, `cw-my-${role}`, ...content);

/** The first few, and the rest folded below them, a good many at a time. draw: list → nodes. */
function someOf(all, draw, words, shown = SHOWN) {
  const rest = all.length - shown > 2 ? all.slice(shown) : [];
  const nodes = draw(rest.length ? all.slice(0, shown) : all);
  if (!rest.length) return nodes;
  const title = fill(words.older, { count: rest.length });
  return [...nodes, folded("cw-my-fold", title, () => someOf(rest, draw, words, AT_ONCE))];
}

function bar(value, { from = 0, to }, role) {
  const drawn = part("progress", role);
  drawn.className += " cw-bar";
  drawn.max = to - from;
  drawn.value = value - from;
  drawn.ariaHidden = "true";
  return drawn;
}

/** A profile beside the one before it. */
function profile(parts, before, words) {
  const items = parts.map(({ id, title, value, ...ends }) => {
    const then = partBefore({ id, title }, before)?.value;
    const text = then === undefined ? value : fill(words.partBefore, { value, before: then });
    const bars = ends.to > (ends.from ?? 0) ? [bar(value, ends, "now")] : [];
    if (bars.length && then !== undefined) bars.push(bar(then, ends, "then"));
    return part("li", "part", `${title}: ${text}`, ...bars);
  });
  return part("ul", "parts", ...items);
}

const isNumber = ({ result }) => result.value !== undefined;

/** The line of the newest result's numbers: earlier rounds, and what asked the same before. */
function lineOf(rounds, before) {
  const { from, to } = rounds.at(-1).result;
  const fits = ({ result }) => isNumber({ result }) && result.from === from && result.to === to;
  const points = [...before, ...rounds].filter(fits);
  if (points.length < 2) return null;
  points.sort((one, other) => one.order - other.order);
  const target = part("div", "series");
  drawSeries(target, points.map(({ at, result }) => ({ at, value: result.value })), { from, to });
  return target;
}

function lineItem({ title, text }) {
  return part("li", "line", ...(title ? [part("b", "label", title), " "] : []), text);
}

const linesList = (lines) => [part("ul", "lines", ...lines.map(lineItem))];

/** What was written in earlier rounds, folded away; newest first. */
function versions(rounds, words) {
  const told = rounds.filter(({ result }) => result.lines?.length || result.parts?.length).reverse();
  if (!told.length) return [];
  const count = told.length;
  const title = fill(count === 1 ? words["versions-one"] : words.versions, { count });
  const version = ({ at, result: { text, parts = [], lines = [] } }) => [
    part("p", "before", timeElement(at), " ", text),
    ...(parts.length ? [profile(parts, [], words)] : []),
    ...(lines.length ? linesList(lines) : []),
  ];
  return [folded("cw-my-fold cw-my-versions", title, () => told.flatMap(version))];
}

/** How the newest result came about: a line, or what it was last time. */
function resultNodes(rounds, before, words) {
  const [last, newest] = [rounds.at(-2), rounds.at(-1)];
  const nodes = [part("p", "result", newest.result.text, " ", timeElement(newest.at))];
  const series = isNumber(newest) ? lineOf(rounds, before) : null;
  if (series) nodes.push(series);
  else if (last) {
    const text = fill(words.lastTime, { text: last.result.text });
    nodes.push(part("p", "before", text, " ", timeElement(last.at)));
  }
  const { parts = [], lines = [] } = newest.result;
  if (parts.length) nodes.push(profile(parts, (last ?? before.at(-1))?.result.parts ?? [], words));
  if (lines.length && hasMoved({ rounds })) {
    nodes.push(folded("cw-my-fold", words["read-all"], () => linesList(lines)));
  } else if (lines.length) nodes.push(...someOf(lines, linesList, words));
  return [...nodes, ...versions(rounds.slice(0, -1), words)];
}

function answerNode(record, labels, words) {
  const { title, text, isOld } = readAnswer(record, labels);
  const then = isOld ? [` (${words["asked-then"]})`] : [];
  const label = title ? [part("b", "label", title, ...then), " "] : [];
  return part("p", "text", ...label, text);
}

/** Answers that no result tells: what was typed; all of it where there is no result. */
function answerNodes({ answers, rounds, about }, words) {
  if (rounds.at(-1)?.result.lines?.length) return [];
  const told = answers.filter(({ typed, said }) => typed || (said && !rounds.length));
  const nodes = someOf(told, (records) => records.map((one) => answerNode(one, about.labels, words)), words);
  if (!rounds.length && answers.length) {
    const begun = told.length ? [] : [words.begun, " "];
    nodes.push(part("p", "begun", ...begun, timeElement(answers.at(-1).at)));
  }
  return nodes;
}

/** Whether an entry is a number or a profile that can move, rather than something written. */
export function hasMoved({ rounds }) {
  const { value, parts = [] } = rounds.at(-1)?.result ?? {};
  return value !== undefined || parts.length > 0;
}

/** Everything about one exercise. before: the rounds of the one that asked the same earlier. */
export function cardNodes(entry, before, words) {
  const { rounds, gone, about } = entry;
  const nodes = rounds.length ? resultNodes(rounds, before, words) : [];
  nodes.push(...answerNodes(entry, words));
  if (!gone.length) return nodes;
  const old = () => gone.map((record) => answerNode({ asked: record.field, ...record }, about.labels, words));
  return [...nodes, folded("cw-my-fold cw-my-gone-fields", words["earlier-fields"], old)];
}

/** An exercise that this edition no longer has: all of its answers, whatever they were. */
export function earlierNodes({ answers, rounds }, words) {
  const results = rounds.length ? resultNodes(rounds, [], words) : [];
  if (rounds.at(-1)?.result.lines?.length) return results;
  const rest = answers.filter(({ typed, said }) => typed || said !== undefined || !rounds.length);
  const draw = (records) => records.map((one) => answerNode({ asked: one.field, ...one }, {}, words));
  return [...results, ...someOf(rest, draw, words)];
}

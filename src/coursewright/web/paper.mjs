/**
 * An exercise on paper with its answers: what was typed stands there in full, as text that can go
 * on over the end of a page, and under the form what came out of it, now and earlier. Works on
 * copies of forms that no script has made live; stores nothing.
 */
import { formatDay } from "./dates.mjs";
import { make } from "./elements.mjs";
import { fieldsIn, isEmpty, isShown, readField, writeField } from "./fields.mjs";
import { copyRow } from "./rows.mjs";
import { drawSeries, timeElement } from "./series.mjs";

const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/** A question and its answer; the question may be missing. */
function told({ title, text }) {
  const asked = title ? [make("b", "cw-told__asked", title), " "] : [];
  return make("p", "cw-told", ...asked, make("span", "cw-written", text));
}

/** Make the rows that are stored and not there: `list.r7.text` in the box of data-rows="list". */
function addRows(exercise, fields) {
  for (const box of exercise.querySelectorAll("[data-rows]")) {
    const start = `${box.dataset.rows}.`;
    const names = fields.filter((field) => field.startsWith(start)).map((field) => field.slice(start.length).split(".")[0]);
    for (const name of new Set(names.filter((each) => /^r\d+$/.test(each)))) {
      const rows = [...box.querySelectorAll(":scope > [data-row]")];
      if (rows.length && !rows.some(({ dataset }) => dataset.row === name)) rows.at(-1).after(copyRow(rows[0], name));
    }
  }
}

const isBlank = (row) => [...fieldsIn(row).values()].every((controls) => isEmpty(readField(controls)));

/** Of rows of which some say something, only those. */
function dropBlankRows(exercise) {
  for (const box of exercise.querySelectorAll("[data-rows]")) {
    const rows = [...box.querySelectorAll(":scope > [data-row]")];
    const blank = rows.filter(isBlank);
    if (blank.length < rows.length) for (const row of blank) row.remove();
  }
}

/** What a typed or picked control says, as a reader would write it. */
function textOf(control) {
  if (control.options) return Array.from(control.selectedOptions, ({ textContent }) => textContent.trim()).join(", ");
  return control.type === "date" ? formatDay(control.value) : control.value;
}

/** Put text in the place of every control that is not ticked and says something. */
function writeOut(exercise) {
  for (const controls of fieldsIn(exercise).values()) {
    for (const control of controls) {
      const isText = !["radio", "checkbox", "hidden"].includes(control.type);
      if (isText && control.value) control.replaceWith(make("span", "cw-written", textOf(control)));
    }
  }
}

/** A list that was put in order (reorder.mjs) stands after the hidden field that says how. */
function putInOrder(exercise) {
  for (const list of exercise.querySelectorAll(".cw-reorder")) {
    const order = list.previousElementSibling;
    const ids = order?.type === "hidden" ? order.value.split(" ").filter(Boolean) : [];
    const items = ids.map((id) => [...list.children].find(({ dataset }) => dataset.item === id)).filter(Boolean);
    items.forEach((item, index) => {
      item.querySelector("[data-transient]")?.replaceWith(make("b", "cw-written", `${index + 1}.`));
      list.append(item);
    });
  }
}

/** What stands in the form already: typed texts, and the words of what is ticked. */
function shownIn(exercise) {
  const ticked = [...exercise.querySelectorAll(":checked")].map((control) => control.closest("label") ?? control);
  const texts = [...exercise.querySelectorAll(".cw-written"), ...ticked].map(({ textContent }) => squeeze(textContent));
  return new Set(texts);
}

function seriesOf(rounds) {
  const scored = rounds.filter(({ result }) => result.value !== undefined);
  if (scored.length < 2) return [];
  const target = make("div", "cw-came__series");
  drawSeries(target, scored.map(({ at, result }) => ({ at, value: result.value })), scored.at(-1).result);
  return [target];
}

/** One result: its text and day, its parts, and those lines that the form does not show. */
function resultNodes({ at, result }, shown) {
  const { text, parts = [], lines = [] } = result;
  const values = parts.map(({ title, value, to }) => make("li", "cw-came__part", `${title}: ${value}${to === undefined ? "" : ` / ${to}`}`));
  const news = lines.filter((line) => !shown.has(squeeze(line.text)));
  return [
    make("p", "cw-came__text", make("b", "cw-came__what", text), " ", timeElement(at)),
    ...(values.length ? [make("ul", "cw-came__parts", ...values)] : []),
    ...news.map(told),
  ];
}

/** What came out, newest first; the last attempt of each round. */
function outcome(attempts, shown, words) {
  const rounds = [...new Map(attempts.map((attempt) => [attempt.round, attempt])).values()];
  if (!rounds.length) return [];
  const earlier = rounds.slice(0, -1).reverse();
  const before = earlier.length ? [make("p", "cw-came__title", words["workbook-before"])] : [];
  const nodes = [
    make("p", "cw-came__title", words["workbook-result"]),
    ...resultNodes(rounds.at(-1), shown),
    ...seriesOf(rounds),
    ...before,
    ...earlier.flatMap((round) => resultNodes(round, new Set())),
  ];
  return [make("div", "cw-came", ...nodes)];
}

/** What has no place in this edition's form, with the words that asked for it. */
function leftOver(answers) {
  const worded = answers.filter(({ value, typed, asked }) => !isEmpty(value) && (typed || asked));
  return worded.map(({ asked, said, value }) => told({ title: asked, text: said || [value].flat().join("\n") }));
}

/**
 * A copy of an exercise's blank form with these records: {answers, attempts}, each in the order
 * they were made. words: «Det fik jeg» and «Tidligere».
 */
export function filled(blank, { answers, attempts }, words) {
  const exercise = blank.cloneNode(true);
  addRows(exercise, answers.map(({ field }) => field));
  const fields = fieldsIn(exercise);
  for (const { field, value } of answers) if (fields.has(field)) writeField(fields.get(field), value);
  const homeless = answers.filter(({ field, value }) => !fields.has(field) || !isShown(fields.get(field), value));
  dropBlankRows(exercise);
  putInOrder(exercise);
  writeOut(exercise);
  exercise.dataset.state = attempts.length ? "result" : "answered";
  exercise.append(...leftOver(homeless), ...outcome(attempts, shownIn(exercise), words));
  return exercise;
}

/** What was answered in an exercise that this edition no longer has. */
export function retired({ answers, attempts }, exercise, words) {
  const title = [...answers, ...attempts].findLast((record) => record.title)?.title ?? exercise;
  const lines = new Set(attempts.at(-1)?.result.lines?.map(({ text }) => squeeze(text)) ?? []);
  const rest = answers.filter(({ value }) => !lines.has(squeeze([value].flat().join("\n"))));
  const head = make("h3", "cw-chapter__title", title);
  return make("section", "cw-exercise", head, ...leftOver(rest), ...outcome(attempts, new Set(), words));
}

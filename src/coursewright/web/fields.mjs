/**
 * The named controls of an exercise, as fields: name → text, or a list of texts where several
 * controls share a name. Reads nothing off the form itself: a control named "length" or
 * "action" would answer instead.
 */
import { formatDay } from "./dates.mjs";

const OTHER = new Set(["button", "submit", "reset", "image", "file", "password"]);
const TAPPED = new Set(["radio", "checkbox", "select-one", "select-multiple", "range", "color", "hidden"]);

const isTicked = ({ type }) => type === "radio" || type === "checkbox";

/** Whether a control holds an answer: it is named, and not inside [data-transient]. */
export function isField(control) {
  const holds = control.matches?.("input, select, textarea") && !OTHER.has(control.type);
  return Boolean(holds && control.name && !control.closest("[data-transient]"));
}

/** Whether a control is typed in, rather than tapped. */
export function isTyped(control) {
  return !TAPPED.has(control.type);
}

/** Whether the reader is in the middle of a text, which is finished when its field is left. */
export function isWriting(element) {
  const control = element.querySelector(":focus");
  return control !== null && isField(control) && isTyped(control);
}

/** Map name → its controls. */
export function fieldsIn(element) {
  const fields = new Map();
  for (const control of element.querySelectorAll("input, select, textarea")) {
    if (!isField(control)) continue;
    if (!fields.has(control.name)) fields.set(control.name, []);
    fields.get(control.name).push(control);
  }
  return fields;
}

function chosen(control) {
  if (control.type === "select-multiple") return Array.from(control.selectedOptions, ({ value }) => value);
  if (control.type === "checkbox") return control.checked ? [control.value] : [];
  return [control.value];
}

/** What a field says now; "" or an empty list when it says nothing. */
export function readField(controls) {
  const [first] = controls;
  if (first.type === "radio") return controls.find(({ checked }) => checked)?.value ?? "";
  const values = controls.flatMap(chosen);
  const single = controls.length === 1 && first.type !== "select-multiple";
  return single ? (values[0] ?? "") : values;
}

/** Make a field say `value`. What it has no place for is left out. */
export function writeField(controls, value) {
  const values = [value].flat();
  for (const [index, control] of controls.entries()) {
    if (isTicked(control)) {
      control.checked = values.includes(control.value);
    } else if (control.options) {
      for (const option of control.options) option.selected = values.includes(option.value);
      if (!control.multiple && !values.includes(control.value)) control.selectedIndex = -1;
    } else if (control.value !== (values[index] ?? "")) {
      control.value = values[index] ?? "";
    }
  }
}

/** Whether a field says all of `value`: a field of another type may have no place for it. */
export function isShown(controls, value) {
  const shown = [readField(controls)].flat();
  return [value].flat().every((text) => text === "" || shown.includes(text));
}

const isChosen = ({ selected, defaultSelected, index }) => selected && !defaultSelected && index > 0;

/** Whether the reader got here before the script did. */
export function isTouched(controls) {
  return controls.some((control) => {
    if (control.options) return Array.from(control.options).some(isChosen);
    if (isTicked(control)) return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });
}

export const isEmpty = (value) => [value].flat().every((text) => text === "");

/** The answered fields: {field: text or list of texts}. */
export function valuesIn(element) {
  const values = Object.create(null); // a field may be called __proto__
  for (const [field, controls] of fieldsIn(element)) {
    const value = readField(controls);
    if (!isEmpty(value)) values[field] = value;
  }
  return values;
}

const words = (node) => node?.textContent.trim().replace(/\s+/g, " ") ?? "";

/** What a control stands for in words: an option's text, a date as one says it. */
function said(control) {
  if (isTicked(control)) return control.checked ? words(control.labels?.[0]) || control.value : "";
  if (control.options) return Array.from(control.selectedOptions, words).join(", ");
  return control.type === "date" ? formatDay(control.value) : control.value;
}

/** A field's value as a reader knows it: options by their words; «…» for what is never shown. */
export function inWords(element, field, value) {
  const controls = fieldsIn(element).get(field) ?? [];
  if (controls[0]?.type === "hidden") return "…";
  const names = new Map(); // an option's value → its words
  for (const control of controls) {
    for (const option of control.options ?? []) names.set(option.value, words(option));
    if (isTicked(control)) names.set(control.value, words(control.labels?.[0]));
  }
  return [value].flat().map((text) => names.get(text) || text).join(", ");
}

/** What a field asks: the legend of a group of options (what is marked as asking in it), else the
 * control's own label. */
function asked([control, ...more]) {
  const isGroup = isTicked(control) && (more.length > 0 || control.type === "radio");
  const legend = isGroup ? control.closest("fieldset")?.querySelector("legend") : null;
  const question = legend?.querySelector('[data-role="asked"]') ?? legend;
  return words(question) || words(control.labels?.[0]) || control.ariaLabel || "";
}

function lineOf(controls) {
  const texts = controls.map(said).filter(Boolean);
  const isOne = isTicked(controls[0]) && controls.length === 1 && controls[0].type === "checkbox";
  return { title: asked(controls), text: texts.length && isOne ? "✓" : texts.join(", ") };
}

/** The words of an answer: {asked: what asks for it, said: what is chosen, where that is not the
 * value itself}. */
export function wordsOf(controls) {
  if (controls[0].type === "hidden") return {};
  const { title, text } = lineOf(controls);
  return { asked: title, said: isTyped(controls[0]) || text === readField(controls) ? "" : text };
}

/**
 * The answers in words, in order: [{title: what was asked, text: what was answered}]. What stands
 * in one row (data-row) inside the element is one line. counts: which controls to look at; those
 * that are not hidden fields, where it is left out.
 */
export function linesIn(element, counts = () => true) {
  const rows = new Map(); // row → its line
  const lines = [];
  for (const all of fieldsIn(element).values()) {
    const controls = all.filter((control) => control.type !== "hidden" && counts(control));
    const line = controls.length ? lineOf(controls) : { text: "" };
    if (!line.text) continue;
    const row = controls[0].closest("[data-row]");
    if (!row || !element.contains(row)) lines.push(line);
    else if (rows.has(row)) rows.get(row).text += ` · ${line.title}: ${line.text}`;
    else lines.push(rows.set(row, rowLine(row, line)).get(row));
  }
  return lines;
}

const rowLine = (row, { title, text }) => ({ title: row.ariaLabel ?? "", text: `${title}: ${text}` });

/** The answers as text a reader can paste somewhere: one line per answer. */
export function readable(element) {
  const lines = linesIn(element);
  return lines.map(({ title, text }) => (title ? `${title}: ${text}` : text)).join("\n");
}

/**
 * The named controls of an exercise, as fields: name → text, or a list of texts where several
 * controls share a name. Reads nothing off the form itself: a control named "length" or
 * "action" would answer instead.
 */

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

const words = (node) => node?.textContent.trim().replace(/\s+/g, " ") ?? "";

function lineOf(control) {
  const label = words(control.labels?.[0]) || control.ariaLabel;
  if (!isTicked(control)) return control.type === "hidden" ? [] : [label, control.value];
  const legend = words(control.closest("fieldset")?.querySelector("legend"));
  return control.checked ? [legend, label || control.value] : [];
}

/** The answers as text a reader can paste somewhere: one line per control that says something. */
export function readable(element) {
  const lines = [...fieldsIn(element).values()].flat().map(lineOf);
  return lines.filter((line) => line.at(-1)).map((line) => line.filter(Boolean).join(": ")).join("\n");
}

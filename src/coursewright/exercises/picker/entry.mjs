/** One line of what is chosen: its words, a way to take it away, and room for a reason. */
import { button, fill } from "../../web/messages.mjs";

function reason(id, value, why, text) {
  const field = document.createElement("div");
  const label = document.createElement("label");
  const area = document.createElement("textarea");
  const about = document.createElement("span");
  field.className = "cw-field";
  about.className = "cw-hidden";
  area.id = label.htmlFor = `${id}-why-${value}`;
  area.name = `why.${value}`;
  area.rows = 1;
  about.textContent = ` (${text})`;
  label.append(why, about);
  field.append(label, area);
  return field;
}

/** id: of the exercise on this page. value, text: of the option. spec: whether reasons are asked. */
export function makeEntry({ id, value, text, spec, words }) {
  const entry = document.createElement("li");
  const said = document.createElement("span");
  const remove = button(words.remove);
  entry.className = "cw-picker__entry";
  entry.dataset.item = value;
  said.className = "cw-reorder__text";
  said.textContent = text;
  remove.classList.add("cw-picker__remove");
  remove.ariaLabel = fill(words["remove-one"], { text });
  entry.append(said, remove);
  if (spec.why) entry.append(reason(id, value, spec.why, text));
  return entry;
}

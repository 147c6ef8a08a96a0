/** What is answered in a field, in words. A self-check is no answer, and stands outside of it. */
import { linesIn } from "../../web/fields.mjs";

const asked = (box) => box.querySelector("legend").textContent.trim();

/** A row in words; what a row of one column asks goes without saying. */
function rowText(row) {
  const fields = [...row.querySelectorAll(".cw-field")];
  const lines = fields.flatMap((field) => linesIn(field));
  const said = ({ title, text }) => (fields.length > 1 ? `${title}: ${text}` : text);
  return lines.length ? [lines.map(said).join(" · ")] : [];
}

/** The line of one field: [{title, text}], or [] where nothing is answered; rows are one line. */
export function answersIn(task) {
  const box = task.querySelector("[data-rows]");
  if (!box) return linesIn(task).slice(0, 1);
  const rows = [...box.querySelectorAll(":scope > [data-row]")].flatMap(rowText);
  return rows.length ? [{ title: asked(box), text: rows.map((row) => `– ${row}`).join("\n") }] : [];
}

/** A line as one pastes it somewhere: the question, and the answer under it. */
export const asLine = ({ title, text }) => `${title}\n${text}`;

/** What the reader is told of a copy before anything of it comes in. */
import { formatDate } from "./dates.mjs";
import { missing, weigh } from "./merging.mjs";
import { fill } from "./messages.mjs";

/** How many of a copy's records would do what: {name of the words: count}. */
function countsOf(copy, here, { names, known }) {
  const { fresh, newer, kept, same } = weigh(here.answers, copy.answers, names);
  const gone = copy.answers.filter(({ exercise }) => !known.has(names.get(exercise) ?? exercise));
  return {
    "count-attempts": copy.attempts.length,
    "count-fresh": fresh.length,
    "count-newer": newer.length,
    "count-kept": kept.length,
    "count-same": same.length,
    "count-gone": gone.length,
  };
}

function item(text) {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}

/** Whether anything would come in: a word for it if not. */
function nothingIn(copy, here, counts) {
  if (!copy.answers.length && !copy.attempts.length) return "emptyCopy";
  const results = missing(here.attempts, copy.attempts);
  const news = counts["count-fresh"] + counts["count-newer"] + results.length;
  return news ? null : "nothingNew";
}

/**
 * Fill the dialog that asks. copy: as `readCopy` gives it; here: everything that is there; course:
 * {names: Map of ids exercises had earlier → ids now, known: Set of the ids now}.
 */
export function showPreview(dialog, words, copy, here, course) {
  const part = (role) => dialog.querySelector(`[data-role="${role}"]`);
  const { answers, exported, state } = copy;
  const counts = countsOf(copy, here, course);
  const lines = Object.entries(counts).filter(([, count]) => count);
  const values = { count: answers.length, date: formatDate(exported) };
  part("found").textContent = fill(words.found, values);
  part("counts").replaceChildren(...lines.map(([name, count]) => item(fill(words[name], { count }))));
  part("nothing-new").textContent = words[nothingIn(copy, here, counts)] ?? "";
  part("doubt").hidden = state === "whole";
  part("doubt").dataset.state = state;
  part("doubt").textContent = words[state] ?? "";
  const yes = dialog.querySelector('[data-act="import-yes"]');
  yes.textContent = state === "altered" ? words["import-anyway"] : words["import-yes"];
}

/** The end of a round: how much is practised, how the answers were rated, and the answers themselves. */
import { fill } from "../../web/messages.mjs";
import { formatDate } from "../../web/series.mjs";

function make(name, ...content) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

const pairs = (lines) => lines.map(({ title, text }) => make("div", make("dt", title), make("dd", text)));

/** Fill the panel. ratings: [{title, text}]. last: the attempt of the round before, if any. */
export function showReport(panel, { text, lines }, ratings, last, words) {
  const part = (role) => panel.querySelector(`[data-role="${role}"]`);
  part("practised").textContent = text;
  part("last").hidden = !last;
  const said = last && { date: formatDate(last.at), text: last.result.text };
  part("last").textContent = last ? fill(words["last-time"], said) : "";
  part("ratings").replaceChildren(...pairs(ratings));
  part("answers").hidden = !lines.length;
  part("answers").querySelector("dl").replaceChildren(...pairs(lines));
}

/** What has to be said at an exercise now and then; fetched when it is. */
import { inWords, isEmpty } from "./fields.mjs";
import { box, fill, putNote, takeNote } from "./messages.mjs";

/** Another tab answered the same while this one had something unsaved. */
export function offerOther(exercise, field, { value }) {
  if (isEmpty(value)) return;
  const { changedElsewhere, takeOther, keepMine } = exercise.words;
  const end = () => takeNote(exercise, "other");
  const take = () => {
    end();
    exercise.set(field, value);
  };
  const text = fill(changedElsewhere, { text: inWords(exercise, field, value) });
  putNote(exercise, box("other", text, [[takeOther, take], [keepMine, end]]));
  exercise.say(text);
}

function line(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Several questions, folded away. */
function folded(title, questions) {
  const made = document.createElement("details");
  const list = document.createElement("ul");
  list.append(...questions.map((question) => line("li", question)));
  made.append(line("summary", title), list);
  return made;
}

/** Under which words it was answered what they no longer ask; none: take that away. */
export function tellReworded(exercise, questions) {
  const { reworded, "reworded-many": many } = exercise.words;
  const [question, ...more] = questions;
  const old = exercise.querySelector('[data-role="reworded"]');
  const key = JSON.stringify(questions);
  if (old?.dataset.questions === key) return;
  takeNote(exercise, "reworded");
  if (!question) return;
  const made = document.createElement("div");
  made.className = "cw-reworded";
  Object.assign(made.dataset, { role: "reworded", questions: key });
  const text = fill(more.length ? many : reworded, { text: question, count: questions.length });
  made.append(more.length ? folded(text, questions) : line("p", text));
  putNote(exercise, made);
}

/** The browser threw the answers away: calmly, once on the page, with a way to bring a copy in. */
export function tellEvicted(store, { evicted, bringIn, noCopy }) {
  const first = document.querySelector(".cw-exercise");
  if (!store.evicted || document.querySelector(".cw-notice[data-role=evicted]")) return;
  const made = box("evicted", evicted, [[noCopy, () => store.settle()]]);
  made.classList.add("cw-notice");
  made.setAttribute("role", "status");
  const mine = document.querySelector("a.cw-mine");
  if (mine) made.querySelector("button").before(wayTo(mine.href, bringIn));
  first.before(made);
  const stop = store.watch(() => {
    if (store.evicted) return;
    made.remove();
    stop();
  });
}

function wayTo(address, text) {
  const link = line("a", text);
  link.className = "cw-button cw-button--quiet";
  link.href = address;
  return link;
}

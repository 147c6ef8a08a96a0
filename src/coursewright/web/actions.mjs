/** Buttons a room only has to write: copy, print, and put a date into the calendar. */
import { calendarFile } from "./calendar.mjs";
import { today } from "./dates.mjs";
import { box, copyText, putNote, saveFile } from "./messages.mjs";

const ROLES = ["copy", "print", "remind"];

/** Print one exercise alone. */
function printAlone(exercise) {
  exercise.dataset.printing = "";
  window.addEventListener("afterprint", () => delete exercise.dataset.printing, { once: true });
  window.print();
}

/** The first day of a rhythm that begins now: a day, a week or a month from today. */
function nextTime(every) {
  const day = new Date();
  if (every === "month") day.setMonth(day.getMonth() + 1);
  else day.setDate(day.getDate() + (every === "week" ? 7 : 1));
  return today(day);
}

/** `date` is a field's name; `every` and `count` make an entry that comes back. */
function remind(exercise, { date: field, every, count, title, text = "" }) {
  const date = every ? nextTime(every) : exercise.values()[field];
  if (!date) return;
  const uid = `${exercise.course}.${exercise.exercise}.${field ?? every}`.replace(/[^\w.-]/g, "-");
  const about = [exercise.dataset.title, text, `${location.origin}${location.pathname}`];
  const repeat = every && { every, count };
  const entry = { title, date, uid, repeat, text: about.filter(Boolean).join("\n") };
  saveFile(`${date}.ics`, calendarFile([entry]), "text/calendar");
  exercise.say(exercise.words.reminded);
}

/** Act on the exercise's buttons. */
export function wireActions(exercise) {
  const acts = {
    copy: () => copyText(exercise.asText()).then(() => exercise.say(exercise.words.copied)),
    print: () => printAlone(exercise),
    remind: (button) => remind(exercise, button.dataset),
  };
  exercise.listen(exercise, "click", ({ target }) => {
    const button = target.closest?.("button[data-role]");
    const { role } = button?.dataset ?? {};
    if (ROLES.includes(role)) acts[role](button);
  });
}

/** Show those buttons that have something to act on. */
export function showActions(exercise, values) {
  const isAnswered = Object.keys(values).length > 0;
  for (const button of exercise.querySelectorAll("button[data-role]")) {
    const { role, date, every } = button.dataset;
    if (role === "remind") button.hidden = !every && !values[date];
    else if (ROLES.includes(role)) button.hidden = !isAnswered;
  }
}

/** Say that something is not stored, and offer to take the text away. */
export function offerText(exercise) {
  if (exercise.querySelector('[data-role="trouble"]')) return;
  const { notSaved, copy, copied, saveFile: save } = exercise.words;
  const name = `${exercise.exercise.replace(/[^\w-]+/g, "-")}.txt`;
  const actions = [
    [copy, () => copyText(exercise.asText()).then(() => exercise.say(copied))],
    [save, () => saveFile(name, exercise.asText())],
  ];
  putNote(exercise, box("trouble", notSaved, actions));
  exercise.say(notSaved);
}

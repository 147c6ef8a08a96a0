/** Buttons a room only has to write: copy, share, print, and put a date into the calendar. */
import "./in-full.mjs";
import { box, button, copyText, putNote, saveFile } from "./messages.mjs";

const ROLES = ["copy", "print", "remind", "share"];

// What few need comes when it is needed: the calendar, and the phone's own share sheet.
const reminders = () => import("./reminders.mjs");
const sharing = () => import("./sharing.mjs");

/** Print one exercise alone. */
function printAlone(exercise) {
  exercise.dataset.printing = "";
  window.addEventListener("afterprint", () => delete exercise.dataset.printing, { once: true });
  window.print();
}

async function share(exercise) {
  const { shareText } = await sharing();
  const said = await shareText(exercise.dataset.title ?? "", exercise.asText());
  if (said === "copied") exercise.say(exercise.words.copied);
}

/** Where the phone can share, a button for it stands beside each that copies. */
function offerSharing(exercise) {
  for (const copy of navigator.share ? exercise.querySelectorAll('button[data-role="copy"]') : []) {
    if (copy.nextElementSibling?.dataset.role === "share") continue;
    const made = button(exercise.words.share, () => {});
    made.dataset.role = "share";
    made.hidden = true;
    made.addEventListener("pointerdown", sharing, { once: true }); // it may only be asked at once
    copy.after(" ", made);
  }
}

/** Act on the exercise's buttons. */
export function wireActions(exercise) {
  const acts = {
    copy: () => copyText(exercise.asText()).then(() => exercise.say(exercise.words.copied)),
    print: () => printAlone(exercise),
    remind: (pressed) => reminders().then(({ remind }) => remind(exercise, pressed.dataset)),
    share: () => share(exercise),
  };
  offerSharing(exercise);
  exercise.listen(exercise, "click", ({ target }) => {
    const pressed = target.closest?.("button[data-role]");
    const { role } = pressed?.dataset ?? {};
    if (ROLES.includes(role)) acts[role](pressed)?.catch(() => exercise.say(exercise.words.notFetched));
  });
}

/** Show those buttons that have something to act on; with data-blank, an empty form as well. */
export function showActions(exercise, values) {
  const isAnswered = Object.keys(values).length > 0;
  for (const found of exercise.querySelectorAll("button[data-role]")) {
    const { role, date, every, blank } = found.dataset;
    if (role === "remind") found.hidden = !every && !values[date];
    else if (ROLES.includes(role)) found.hidden = !isAnswered && blank === undefined;
    if (role === "remind" && date && (values[date] || found.dataset.told)) tellDay(exercise, found);
  }
}

/** The day of a button as a line, for those without a calendar. */
function tellDay(exercise, found) {
  found.dataset.told = "yes";
  reminders().then(({ showLine }) => showLine(exercise, found), () => {});
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

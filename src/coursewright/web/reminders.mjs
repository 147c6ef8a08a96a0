/** Dates out of exercises: into the reader's calendar, or as a line to write down. */
import { calendarFile } from "./calendar.mjs";
import { today } from "./dates.mjs";
import { later, sayDay } from "./days.mjs";
import { fill } from "./messages.mjs";
import { shareFile } from "./sharing.mjs";

const LONGEST = 100; // signs of a calendar entry's title

const firstLine = (text) => text.trim().split("\n", 1)[0];

/** The beginning of a text on one line, whole words. */
export function shortened(text, longest = LONGEST) {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s\S*$/, "")} …`;
}

/**
 * A calendar entry for a day in an exercise. The same field gives the same entry, so that a day
 * that was moved replaces the earlier one in calendars that can.
 * about: {course, exercise, field, date, title, words, asked, heading, href}
 */
export function entryFor({ course, exercise, field, date, title, words = "", asked = "", heading, href }) {
  const uid = [course, ...exercise.split("/"), field].join(".").replace(/[^\w.-]/g, "-");
  const summary = title || shortened(firstLine(words)) || asked || heading;
  const about = [words !== summary && words, heading !== summary && heading, href];
  return { title: summary, date, uid, text: about.filter(Boolean).join("\n") };
}

/** A day as a line for those without a calendar: «tirsdag den 1. december: Ring til …». */
export function lineFor({ date, title, words, asked, heading }, now = today()) {
  return `${sayDay(date, now)}: ${shortened(words || title || asked || heading)}`;
}

/** Hand over a file with these entries; resolves with "saved", "shared" or "aborted". */
export function intoCalendar(entries) {
  const first = entries.map(({ date }) => date).sort()[0];
  return shareFile(`${first}.ics`, calendarFile(entries), "text/calendar");
}

/** What a button in an exercise says of its day. */
function aboutOf(exercise, { date: field, every, title = "", what }) {
  const values = exercise.values();
  const date = every ? later(today(), every) : values[field];
  const words = [values[what] ?? ""].flat().join(", ");
  const { course, exercise: address, dataset } = exercise;
  const href = `${location.origin}${location.pathname}#${exercise.id}`;
  return { course, exercise: address, field: field ?? every, date, title, words, heading: dataset.title, href };
}

/** A button's day into the calendar; `every` and `count` make an entry that comes back. */
export async function remind(exercise, button) {
  const { every, count } = button;
  const about = aboutOf(exercise, button);
  if (!about.date) return;
  const said = await intoCalendar([{ ...entryFor(about), repeat: every && { every, count } }]);
  if (said === "saved") exercise.say(exercise.words.reminded);
}

/** Below a button, its day as a line to write down. */
export function showLine(exercise, button) {
  const about = aboutOf(exercise, button.dataset);
  const text = about.date && !button.hidden ? fill(exercise.words["plain-date"], { text: lineFor(about) }) : "";
  let line = button.nextElementSibling;
  if (line?.dataset.role !== "plain-date") {
    line = document.createElement("p");
    line.className = "cw-hint cw-plain-date";
    line.dataset.role = "plain-date";
    button.after(line);
  }
  if (line.textContent !== text) line.textContent = text;
  line.hidden = !text;
}

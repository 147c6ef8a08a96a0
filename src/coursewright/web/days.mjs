/** Days to come: how one says them, and which one is next. A day is written 2026-12-01. */
import { relativeWriter, writer } from "./dates.mjs";

const NOON = "T12:00:00Z"; // in UTC no day is shorter or longer than another

/** Puts things with a `date` in order. Comparing as a language does would load its rules first. */
export const byDate = ({ date: one }, { date: other }) => Number(one > other) - Number(one < other);

const dateOf = (day) => new Date(day + NOON);
const textOf = (date) => date.toISOString().slice(0, 10);

/** Whether this is a day that exists. */
export function isDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = dateOf(text);
  return !Number.isNaN(date.getTime()) && textOf(date) === text;
}

/** The same day one day, week or month later; a month without that day ends before it. */
export function later(day, every) {
  const date = dateOf(day);
  if (every !== "month") date.setUTCDate(date.getUTCDate() + (every === "week" ? 7 : 1));
  else {
    const wanted = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + 1);
    if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  }
  return textOf(date);
}

/** «tirsdag den 1. december», with the year when it is not the one of `today`. */
export function sayDay(day, today) {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  const how = { weekday: "long", day: "numeric", month: "long", year, timeZone: "UTC" };
  return writer(how).format(dateOf(day));
}

/** «i morgen», «om 3 dage», «for 2 uger siden». */
export function fromNow(day, today) {
  const days = Math.round((dateOf(day) - dateOf(today)) / 86_400_000);
  const [count, unit] = Math.abs(days) < 15 ? [days, "day"] : [Math.round(days / 7), "week"];
  return relativeWriter().format(count, unit);
}

/** Let the browser load how days are said: it takes as long as a hundred of them, and only once. */
export function learnDays() {
  sayDay("2026-12-01", "2026-12-01");
  fromNow("2026-12-01", "2026-12-01");
}

/** Times as people say them. */

const PLACES = { da: "da-DK", en: "en-GB", nb: "nb-NO", nn: "nn-NO" };

/** The place whose way of writing dates is the page's. */
export function placeOf() {
  const language = document.documentElement.lang || "da";
  return PLACES[language] ?? language;
}

const formats = new Map(); // making one takes longer than using it a hundred times

function kept(key, makeIn) {
  const place = placeOf();
  if (!formats.has(place + key)) formats.set(place + key, makeIn(place));
  return formats.get(place + key);
}

/** A way to write dates in the page's language; `how` as for Intl.DateTimeFormat. */
export const writer = (how) => kept(JSON.stringify(how), (place) => new Intl.DateTimeFormat(place, how));

/** A way to write how far off something is in the page's language. */
export const relativeWriter = () => kept("", (place) => new Intl.RelativeTimeFormat(place, { numeric: "auto" }));

/** A time (ISO text) as «3. nov.» in the page's language, with the year if it is another one. */
export function formatDate(at, today = new Date()) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const year = date.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return writer({ day: "numeric", month: "short", year }).format(date);
}

/** A <time> element with that date. */
export function timeElement(at) {
  const element = document.createElement("time");
  element.dateTime = at;
  element.textContent = formatDate(at);
  return element;
}

/** A day (2026-12-01) as «1. dec.»; what is no day stays as it is. */
export function formatDay(day, today) {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? formatDate(`${day}T12:00`, today) : day;
}

/** Today as a date field writes it: 2026-12-01, on the reader's own clock. */
export function today(now = new Date()) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

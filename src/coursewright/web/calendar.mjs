/**
 * Calendar entries as a file that phones open (RFC 5545): whole days with a reminder at nine in
 * the morning, or a time of day with one half an hour before.
 */
import { mark } from "./records.mjs";

const RHYTHMS = { day: "DAILY", week: "WEEKLY", month: "MONTHLY" };
const FOLD = 73; // octets in a line, its end not counted; the standard allows 75

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
const bare = (date) => date.replace(/[^\d]/g, "");
const stamp = (date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A line as pieces of at most FOLD octets, a sign never cut in two. */
function folded(line) {
  const encoder = new TextEncoder();
  let [text, size] = ["", 0];
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (size + octets > FOLD) [text, size] = [`${text}\r\n `, 1];
    text += sign;
    size += octets;
  }
  return text;
}

function nextDay(date) {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** When it is: the lines for its beginning and end, on the reader's own clock. */
function moments({ date, time, minutes = 30 }) {
  if (!time) return [`DTSTART;VALUE=DATE:${bare(date)}`, `DTEND;VALUE=DATE:${bare(nextDay(date))}`];
  return [`DTSTART:${bare(date)}T${bare(time)}00`, `DURATION:PT${minutes}M`];
}

function entryLines(entry, now) {
  const { title, text, time, repeat, uid = mark() } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@coursewright`,
    `DTSTAMP:${stamp(now)}`,
    ...moments(entry),
    ...(repeat ? [`RRULE:FREQ=${RHYTHMS[repeat.every]};COUNT=${repeat.count}`] : []),
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    time ? "TRIGGER:-PT30M" : "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/**
 * The text of a calendar file.
 * entries: [{title, date: "2026-12-01", time?: "10:30", minutes?, text?, uid?,
 * repeat?: {every: "day", "week" or "month", count}}]. A uid that comes again replaces the earlier
 * entry in calendars that can.
 */
export function calendarFile(entries, now = new Date()) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//coursewright//course//EN",
    ...entries.flatMap((entry) => entryLines(entry, now)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

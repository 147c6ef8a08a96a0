/**
 * Calendar entries as a file that phones open (RFC 5545): whole days with a reminder at nine in
 * the morning, or a time of day with one half an hour before.
 */
import { later } from "./days.mjs";
import { mark } from "./records.mjs";

const RHYTHMS = { day: "DAILY", week: "WEEKLY", month: "MONTHLY" };
const EPOCH = Date.UTC(2020, 0); // seconds from here tell the newer of two files
const FOLD = 73; // octets in a line, its end not counted; the standard allows 75

// What no calendar may find in a text: control characters other than tabs and line ends.
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
const LINE_ENDS = /\r\n?|[\n\u2028\u2029]/g;

const plain = (text) => text.replace(CONTROLS, "");
const escaped = (text) => plain(text).replace(/[\\;,]/g, "\\$&").replace(LINE_ENDS, "\\n");
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

/** When it is: the lines for its beginning and end, on the reader's own clock. */
function moments({ date, time, minutes = 30 }) {
  if (!time) {
    const end = bare(later(date, "day"));
    return [`DTSTART;VALUE=DATE:${bare(date)}`, `DTEND;VALUE=DATE:${end}`, "TRANSP:TRANSPARENT"];
  }
  return [`DTSTART:${bare(date)}T${bare(time)}00`, `DURATION:PT${minutes}M`];
}

function entryLines(entry, now) {
  const { title, text, time, repeat, uid = mark() } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@coursewright`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${Math.max(0, Math.floor((now - EPOCH) / 1000))}`,
    "CLASS:PRIVATE",
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
 * entry in calendars that can. Days and times are those of the reader's own clock, wherever it is.
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

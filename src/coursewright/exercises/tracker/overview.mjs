/** How far rows have come through their stages: pure, and told in numbers. */

/**
 * rows: [{id, due, dates: {stage: ISO date}}], those in use. stages: [{id}], in order.
 * Gives {total, counts, next, reversed}. counts: how many rows have a date, stage by stage. next:
 * {row, stage}, the row to go on with and its first stage without a date after the furthest one
 * that has one; null when all are through. Rows with a date to be done by come first, then the
 * author's order.
 */
export function overview(rows, stages) {
  const counts = stages.map(({ id }) => rows.filter(({ dates }) => dates[id]).length);
  const open = rows.filter((row) => furthest(row, stages) < stages.length - 1);
  const [row] = open.toSorted((one, other) => urgency(one).localeCompare(urgency(other)));
  const next = row ? { row, stage: stages[furthest(row, stages) + 1] } : null;
  return { total: rows.length, counts, next };
}

/** A stage whose date comes before that of an earlier stage: {stage, earlier}, or null. */
export function outOfOrder({ dates }, stages) {
  const dated = stages.filter(({ id }) => dates[id]);
  const index = dated.findIndex(({ id }, place) => place && dates[id] < dates[dated[place - 1].id]);
  return index < 0 ? null : { stage: dated[index], earlier: dated[index - 1] };
}

const furthest = ({ dates }, stages) => stages.findLastIndex(({ id }) => dates[id]);
const urgency = ({ due }) => due || "9999";

/** Draw `count` of `ids`, those first that were drawn least; the drawn ones stay in their order.
 * `drawn`: lists of ids, one for each earlier time. `kept`: ids that are drawn in any case. */
export function draw(ids, count, drawn = [], kept = []) {
  const times = (id) => (kept.includes(id) ? -1 : drawn.filter((list) => list.includes(id)).length);
  const lots = ids.map((id) => ({ id, times: times(id), lot: Math.random() }));
  lots.sort((one, other) => one.times - other.times || one.lot - other.lot);
  const chosen = new Set(lots.slice(0, Math.max(count, kept.length)).map(({ id }) => id));
  return ids.filter((id) => chosen.has(id));
}

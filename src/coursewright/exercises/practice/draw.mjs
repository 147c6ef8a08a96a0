/** Draw `count` of `ids`, those first that were drawn least; the drawn ones stay in their order.
 * `drawn`: lists of ids, one for each earlier time. */
export function draw(ids, count, drawn = []) {
  const times = (id) => drawn.filter((list) => list.includes(id)).length;
  const lots = ids.map((id) => ({ id, times: times(id), lot: Math.random() }));
  lots.sort((one, other) => one.times - other.times || one.lot - other.lot);
  const chosen = new Set(lots.slice(0, count).map(({ id }) => id));
  return ids.filter((id) => chosen.has(id));
}

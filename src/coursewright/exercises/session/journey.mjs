/**
 * Where a session is, as plain data, and what each button makes of it. Pure: `now` is given, in
 * milliseconds since 1970, so that a tab which slept or was closed counts right.
 *
 * A state: {at: key of a stop, begun: time, still: ms not counted, left: {key: ms}} and, as long as
 * it runs on time, `ends`; else `paused` or `done`: since when.
 */

/** The stored state, or null where there is none that can be used. */
export function readState(text, stops) {
  try {
    const state = JSON.parse(text);
    const times = [state.begun, state.still, ...Object.values(state.left)];
    const since = [state.ends, state.paused, state.done].filter((time) => time !== undefined);
    const isWhole = [...times, ...since].every(Number.isFinite);
    return isWhole && stops.some(({ key }) => key === state.at) ? state : null;
  } catch {
    return null;
  }
}

const enter = (state, { key, ms }, now) => {
  const ends = ms === null ? undefined : now + (state.left[key] ?? ms);
  return { ...state, at: key, ends };
};

/** The clock stands: what is left of the step is noted, and time spent standing does not count. */
function stand(state, now) {
  const still = state.still + now - (state.paused ?? state.done ?? now);
  const left = { ...state.left };
  if (state.ends !== undefined) left[state.at] = Math.max(state.ends - now, 0);
  return { at: state.at, begun: state.begun, still, left };
}

export const begin = (stops, now) => enter({ begun: now, still: 0, left: {} }, stops[0], now);

/** To a stop; what was left of it when it was last left is left now. Ends a pause. */
export const goTo = (state, stop, now) => enter(stand(state, now), stop, now);

export const pause = (state, now) => ({ ...stand(state, now), paused: now });

export const finish = (state, now) => ({ ...stand(state, now), done: now });

/** More time; counted from now where it was already up. */
export function addTime(state, ms, now) {
  if (state.ends !== undefined) return { ...state, ends: Math.max(state.ends, now) + ms };
  return { ...state, left: { ...state.left, [state.at]: (state.left[state.at] ?? 0) + ms } };
}

/** Milliseconds left of the stop, 0 when its time is up; null where it has no time. */
export function leftOf(state, { key, ms }, now) {
  if (ms === null) return null;
  return Math.max(state.ends === undefined ? (state.left[key] ?? ms) : state.ends - now, 0);
}

/** Go on past every stop whose time is up, each from the moment the one before it ended. */
export function catchUp(state, stops, now) {
  let reached = state;
  while (reached.ends <= now) {
    const next = stops[stops.findIndex(({ key }) => key === reached.at) + 1];
    if (!next) return finish(reached, reached.ends);
    reached = goTo(reached, next, reached.ends);
  }
  return reached;
}

/** Whole minutes that a finished session took, pauses not counted. */
export const took = ({ begun, still, done }) => Math.round((done - begun - still) / 60_000);

/** Whole and half minutes: 3, ½, 1½. */
export const minutes = (ms) => `${Math.floor(ms / 60_000) || ""}${ms % 60_000 ? "½" : ""}`;

/** 2:05 */
export function clock(ms) {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

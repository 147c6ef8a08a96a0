/**
 * A reader who never stops once begin(seed) is called: types and taps at random moments, and tells
 * the console every time the page says that all of it is stored. Texts end in a growing number.
 */
const element = document.querySelector("cw-sample");
const line = element.querySelector('[data-role="saved"]');
let state = 0;
let count = 0;

function chance() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

function act() {
  count += 1;
  const name = chance() < 0.5 ? "text" : "line";
  if (chance() < 0.4) element.set(name, `ord ${count}`);
  else {
    const field = element.querySelector(`[name=${name}]`);
    field.value = `ord ${count}`;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  if (chance() < 0.3) element.set("value", chance() < 0.5 ? "1" : "4");
  setTimeout(act, chance() < 0.05 ? 330 : chance() * 40);
}

new MutationObserver(() => {
  if (line.textContent) console.info(`stored ${JSON.stringify(element.values())}`);
}).observe(line, { childList: true });

window.begin = (seed) => {
  state = seed * 2654435761;
  count = seed * 10_000;
  act();
};

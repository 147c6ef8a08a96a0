/**
 * The reading settings: radios whose effect is seen at once, kept for this course on this phone.
 * What is set stands on <html>; which values there are, and what they do when the next page begins,
 * is known by the script at the top of every page (`__cw_reading`).
 */
import { make } from "./elements.mjs";
import { readingWords, wear } from "./fetched.mjs";
import { button } from "./messages.mjs";

const GROUPS = ["size", "space", "font", "colours"];
const { dataset } = document.documentElement;

/** What a setting is set to; undefined for the ordinary. */
export const setting = (name) => dataset[`cw${name[0].toUpperCase()}${name.slice(1)}`];

/** Set some of them: {name: value, or "" for the ordinary}. */
export function set(changes) {
  const { choices, dress } = window.__cw_reading;
  const now = Object.keys(choices).map((name) => [name, changes[name] ?? setting(name)]);
  const wanted = Object.fromEntries(now.filter(([, value]) => value));
  dress(wanted);
  window.__md_set("reading", wanted); // does nothing where nothing can be kept
}

let dialog = null;

/** Open the dialog; the focus goes back to where it was when it is closed. */
export async function open() {
  dialog ??= await build();
  if (dialog.open) return;
  show();
  dialog.showModal();
}

async function build() {
  const [words] = await Promise.all([readingWords(), wear("settings.css")]);
  const title = make("h2", "", words.title);
  const inside = make("div", "cw-settings__inside", title, ...GROUPS.map((name) => group(name, words)));
  const made = make("dialog", "cw-dialog cw-sheet cw-settings", inside);
  inside.append(make("p", "cw-settings__foot", button(words.reset, reset), button(words.close, () => made.close())));
  title.id = "cw-settings-title";
  made.setAttribute("aria-labelledby", title.id);
  made.addEventListener("change", ({ target }) => set({ [target.name.slice(3)]: target.value }));
  made.addEventListener("click", ({ target }) => target === made && made.close()); // beside it
  addEventListener("storage", show); // another tab changed something
  document.body.append(made);
  return made;
}

function group(name, words) {
  const values = ["", ...window.__cw_reading.choices[name]];
  const row = make("div", "cw-numbers__row", ...values.map((value) => choice(name, value, words)));
  const made = make("fieldset", "cw-numbers", make("legend", "", words[name]), row);
  made.dataset.count = values.length;
  return made;
}

function choice(name, value, words) {
  const input = make("input");
  Object.assign(input, { type: "radio", name: `cw-${name}`, value });
  return make("label", "cw-number", input, make("span", "", words[`${name}-${value || "normal"}`]));
}

function reset() {
  set(Object.fromEntries(GROUPS.map((name) => [name, ""])));
  show();
}

function show() {
  for (const input of dialog.querySelectorAll("input")) {
    input.checked = input.value === (setting(input.name.slice(3)) ?? "");
  }
}

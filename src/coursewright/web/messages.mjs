/** What the page says to the reader besides the exercise itself: announcements, boxes, notices. */

const TOGETHER = 150; // milliseconds; what is said within them is one announcement

/** A way to speak through one status region. Several sentences at once become one. */
export function announcer(region) {
  let waiting = [];
  return (text) => {
    if (!text || !region) return;
    waiting.push(text);
    if (waiting.length > 1) return;
    setTimeout(() => {
      region.textContent = [...new Set(waiting)].join(" ");
      waiting = [];
    }, TOGETHER);
  };
}

/** A button. `act` gets the click. */
export function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "cw-button cw-button--quiet";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

/** A box with a sentence and buttons ([[label, act], …]), known by its role. */
export function box(role, text, actions = []) {
  const made = document.createElement("div");
  const sentence = document.createElement("p");
  made.className = "cw-note";
  made.dataset.role = role;
  sentence.textContent = text;
  made.append(sentence, ...actions.map(([label, act]) => button(label, act)));
  return made;
}

/** Put a box above the element's foot, in place of the one with its role. go: the focus, too. */
export function putNote(element, made, { go = false } = {}) {
  takeNote(element, made.dataset.role);
  const foot = element.querySelector(".cw-foot");
  if (foot) foot.before(made);
  else element.append(made);
  if (!go) return;
  made.tabIndex = -1;
  made.focus();
}

/** Take away what has this role. */
export function takeNote(element, role) {
  element.querySelector(`[data-role="${role}"]`)?.remove();
}

/** Tell once per page that answers cannot be kept ("blocked") or that the page is old ("newer");
 * take it back when `state` is neither. Stands before the first of our elements. */
export function notice(state, words) {
  const old = document.querySelector('.cw-notice:is([data-role="blocked"], [data-role="newer"])');
  const text = words[state];
  if (old?.dataset.role === state) return;
  old?.remove();
  if (!text || (state !== "blocked" && state !== "newer")) return;
  const actions = state === "newer" ? [[words.reload, () => window.location.reload()]] : [];
  const made = box(state, text, actions);
  made.classList.add("cw-notice");
  made.setAttribute("role", "status");
  document.querySelector(".cw-exercise, .cw-my-page")?.before(made);
}

/** Text as a spreadsheet takes it for text: no tab parts cells, no line begins as a formula does. */
const asWritten = (text) => text.replace(/\t/g, " ").replace(/^(?=[=+\-@])/gm, " ");

/** Put text on the clipboard, the old way where the new one is refused. */
export async function copyText(written) {
  const text = asWritten(written);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    focused?.focus();
  }
}

/** Hand the reader a file. */
export function saveFile(name, text, type = "text/plain") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Text with its {placeholders} replaced by the values of that name. */
export function fill(text, values) {
  const value = (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole);
  return text.replace(/\{([\w-]+)\}/g, value);
}

/** Small pieces of a page, made by scripts. */

/** An element with a class, and text and elements in it. */
export function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

const fillers = new WeakMap(); // details → how to fill it

function fillIn(details) {
  fillers.get(details)?.();
  fillers.delete(details);
}

/** A <details> whose content is made when it is first opened. fill: gives its nodes. */
export function folded(className, title, fill) {
  const details = make("details", className, make("summary", "", title));
  fillers.set(details, () => details.append(...fill()));
  details.addEventListener("toggle", () => details.open && fillIn(details));
  return details;
}

/** Open what is folded, and fill it at once. */
export function openFold(details) {
  fillIn(details);
  details.open = true;
}

/** Open and fill everything that is folded; gives how to fold it again. For paper. */
export function unfold(element) {
  const opened = [];
  const next = () => element.querySelector("details:not([open])");
  for (let details = next(); details; details = next()) {
    openFold(details); // may bring more of them
    opened.push(details);
  }
  return () => opened.forEach((details) => (details.open = false));
}

/** Put these children into an element, moving only what is not in its place: the focus stays. */
export function arrange(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

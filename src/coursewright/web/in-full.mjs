/**
 * On paper a field of one line would cut off what is longer, and a large one what comes after the
 * end of the page: while the page is printed, the text itself stands in the field's place.
 */
const WRITTEN = '.cw-exercise :is(textarea, select, input:is(:not([type]), [type="text"], [type="search"]))';

function textOf({ selectedOptions, value }) {
  return selectedOptions ? Array.from(selectedOptions, ({ textContent }) => textContent.trim()).join(", ") : value;
}

function putInFull() {
  for (const control of document.querySelectorAll(WRITTEN)) {
    if (!control.value) continue;
    const text = document.createElement("span");
    text.className = "cw-in-full";
    text.textContent = textOf(control);
    control.after(text);
  }
}

function takeAway() {
  for (const text of document.querySelectorAll(".cw-in-full")) text.remove();
}

window.addEventListener("beforeprint", putInFull);
window.addEventListener("afterprint", takeAway);

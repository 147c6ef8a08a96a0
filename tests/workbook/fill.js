// Answer every control of the page's exercises, as a reader could; gives the lines that were typed.
async () => {
  const long = (at) => Array.from({ length: 40 }, (_, n) => `${at}.${n + 1} blåbærgrød på øen`).join("\n");
  const word = `Kommunaldirektør${"æøå".repeat(30)}slut`;
  const texts = new Set();
  const say = (control, value) => {
    control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    if (control.matches("textarea, [type=text], [type=search]")) for (const line of control.value.split("\n")) texts.add(line);
  };
  const type = (control, at) => {
    if (control.type === "textarea") return say(control, at % 3 ? `${at}: Ærligt talt, ja.` : long(at));
    if (control.options) control.selectedIndex = 1;
    const values = { number: "3", date: "2026-12-03", time: "10:30", range: control.max };
    return say(control, control.options ? control.value : (values[control.type] ?? (at % 2 ? `${at}: Et svar på én linje` : `${at} ${word}`)));
  };
  const tick = (control) => {
    const group = [...control.form.querySelectorAll(`[name="${CSS.escape(control.name)}"]`)];
    if (control.type === "radio" ? !group.some(({ checked }) => checked) : !control.checked) control.click();
  };
  const done = new Set();
  for (let round = 0; round < 3; round += 1) {
    for (const control of document.querySelectorAll(".cw-form :is(input, select, textarea)")) {
      const isOurs = control.isConnected && control.name && !control.closest("[data-transient]");
      if (!isOurs || done.has(control) || control.type === "hidden" || !control.checkVisibility()) continue;
      done.add(control);
      if (["radio", "checkbox"].includes(control.type)) tick(control);
      else type(control, done.size);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return [...texts];
};

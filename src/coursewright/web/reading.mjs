/** On every page: opens the reading settings and read-aloud, which are fetched by then. */

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-opens]");
  if (!button) return;
  if (button.dataset.opens === "settings") return (await import("./settings.mjs")).open();
  // A phone lets a page speak only in answer to a tap, and what is fetched comes too late for that.
  speechSynthesis.speak(new SpeechSynthesisUtterance(""));
  (await import("./aloud.mjs")).start(button);
});

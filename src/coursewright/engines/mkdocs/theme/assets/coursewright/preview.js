/* In the preview only: asks the server whether anything was saved, and shows it.

   `coursewright serve` writes the number of what it showed into the page. `mkdocs serve` asks from an
   inline script, and the pages' policy blocks that, as it must; its two numbers still stand at the
   end of its text, and its server answers the same question. */

const AGAIN = 3000; // milliseconds, after the server was away

async function changed(epoch, request) {
  const answer = await fetch(`/livereload/${epoch}/${request}`);
  return answer.ok && Number(await answer.text()) !== epoch;
}

async function watch(epoch, request) {
  try {
    if (await changed(epoch, request)) return location.reload();
    return watch(epoch, request);
  } catch {
    return setTimeout(watch, AGAIN, epoch, request);
  }
}

addEventListener("DOMContentLoaded", () => {
  const shown = document.querySelector('meta[name="cw-epoch"]');
  if (shown) watch(Number(shown.content), 0);
  for (const { textContent } of document.querySelectorAll("script:not([src])")) {
    const call = /livereload\((\d+), (\d+)\);\s*$/.exec(textContent);
    if (call) watch(Number(call[1]), Number(call[2]));
  }
});

/* In the preview only. MkDocs asks its server from an inline script whether anything was saved, and
   the pages' policy blocks that script, as it must. Its two numbers still stand at the end of its
   text: with them this file asks the same server the same question. */

const AGAIN = 3000; // milliseconds, after the server was away

async function changed(epoch, request) {
  const answer = await fetch(`/livereload/${epoch}/${request}`);
  return answer.ok && Number(await answer.text()) > epoch;
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
  for (const { textContent } of document.querySelectorAll("script:not([src])")) {
    const call = /livereload\((\d+), (\d+)\);\s*$/.exec(textContent);
    if (call) watch(Number(call[1]), Number(call[2]));
  }
});

/** A copy of the answers handed to the reader: by the phone's share sheet, as a file, as text. */
import { copyName, makeCopy } from "./copies.mjs";
import { today } from "./dates.mjs";
import { copyText } from "./messages.mjs";
import { seal } from "./sealing.mjs";
import { shareFile } from "./sharing.mjs";
import { stampCopy } from "./stamps.mjs";

/**
 * Take a copy of everything and hand it out with `hand(copy)`, which gives what became of it:
 * "aborted" is none. Resolves with {outcome, isEmpty}; rejects when it cannot be made. Offers of a
 * copy wait from now on.
 */
async function handOut(store, title, hand) {
  const contents = await store.export();
  const outcome = await hand(await makeCopy(contents, title));
  if (outcome !== "aborted") stampCopy(store.course, contents, contents.exported);
  return { outcome, isEmpty: !contents.answers.length && !contents.attempts.length };
}

/** Hand out a file, locked if there is a passphrase: "shared", "saved" or "aborted". */
export function handCopy(store, title, passphrase = "") {
  return handOut(store, title, async (copy) => {
    const told = passphrase ? await seal(copy, passphrase) : copy;
    const name = copyName(store.course, today());
    return shareFile(name, JSON.stringify(told, null, 1), "application/json");
  });
}

/** Put the whole copy on the clipboard: "copied". */
export function handText(store, title) {
  return handOut(store, title, async (copy) => {
    await copyText(JSON.stringify(copy));
    return "copied";
  });
}

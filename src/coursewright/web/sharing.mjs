/** Out of the page, at the reader's tap: the phone's own share sheet where there is one. */
import { copyText, saveFile } from "./messages.mjs";

/** "shared", "aborted" by the reader, or "refused" by the browser. */
async function offer(data) {
  try {
    await navigator.share(data);
    return "shared";
  } catch (error) {
    return error.name === "AbortError" ? "aborted" : "refused";
  }
}

/** Share a text, or copy it. Resolves with "shared", "aborted" or "copied". */
export async function shareText(title, text) {
  const said = navigator.share ? await offer({ title, text }) : "refused";
  if (said !== "refused") return said;
  await copyText(text);
  return "copied";
}

/** Share a file, or save it. Resolves with "shared", "aborted" or "saved". */
export async function shareFile(name, text, type) {
  const files = [new File([text], name, { type })];
  const said = navigator.canShare?.({ files }) ? await offer({ files }) : "refused";
  if (said !== "refused") return said;
  saveFile(name, text, type);
  return "saved";
}

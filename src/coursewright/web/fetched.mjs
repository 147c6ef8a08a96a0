/** What reading aloud and the reading settings fetch when they are first opened. */

let words = null;

/** Their words, in the page's language. Asked again where the net failed. */
export async function readingWords() {
  words ??= await (await fetch(new URL("../reading.json", import.meta.url))).json();
  return words;
}

/** Wear a style of ours; resolves when it is there. */
export function wear(name) {
  const href = new URL(name, import.meta.url).href;
  const links = [...document.querySelectorAll("link[rel='stylesheet']")];
  if (links.some((link) => link.href === href)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

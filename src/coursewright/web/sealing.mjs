/**
 * A copy locked with a passphrase: AES-GCM with a key made by PBKDF2-SHA-256. What stands outside
 * (format, course, title, time) can be read by all and changed by nobody.
 */
const ROUNDS = 600_000; // of PBKDF2, so that guessing is slow
const MOST_ROUNDS = 10_000_000; // a file that asks for more would only keep the phone busy

/** The fewest characters of a passphrase. */
export const SHORTEST = 8;

/** Whether this browser can lock and open here; only pages on https can. */
export const canSeal = () => Boolean(globalThis.crypto?.subtle);

const bytesOf = (text) => new TextEncoder().encode(text);

function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}

const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** The passphrase as it counts: however the letters were put together when it was typed. */
export const normal = (passphrase) => passphrase.normalize("NFC");

async function keyFrom(passphrase, salt, iterations) {
  const typed = bytesOf(normal(passphrase));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** The parts that stand outside, in one order whatever the file's was. */
function outside({ format, course, title, exported, sealed: { rounds, salt, iv } }) {
  return bytesOf(JSON.stringify([format, course, title, exported, rounds, salt, iv]));
}

/** Lock a copy: {format, course, title, exported, sealed: {rounds, salt, iv}, content}. */
export async function seal(copy, passphrase) {
  const [salt, iv] = [16, 12].map((size) => crypto.getRandomValues(new Uint8Array(size)));
  const sealed = { cipher: "AES-GCM", key: "PBKDF2-SHA-256", rounds: ROUNDS, salt: toBase64(salt), iv: toBase64(iv) };
  const { format, course, title, exported } = copy;
  const header = { format, course, title, exported, sealed };
  const key = await keyFrom(passphrase, salt, ROUNDS);
  const how = { name: "AES-GCM", iv, additionalData: outside(header) };
  const content = await crypto.subtle.encrypt(how, key, bytesOf(JSON.stringify(copy)));
  return { ...header, content: toBase64(new Uint8Array(content)) };
}

/** Whether this can be a locked copy at all. */
export function isSealed({ sealed, content }) {
  const { rounds, salt, iv } = sealed ?? {};
  const areTexts = [salt, iv, content].every((part) => typeof part === "string");
  return areTexts && Number.isSafeInteger(rounds) && rounds > 0 && rounds <= MOST_ROUNDS;
}

/** The text inside a locked copy; rejects for another passphrase, and for a file that was changed. */
export async function unseal(locked, passphrase) {
  const { rounds, salt, iv } = locked.sealed;
  const key = await keyFrom(passphrase, fromBase64(salt), rounds);
  const how = { name: "AES-GCM", iv: fromBase64(iv), additionalData: outside(locked) };
  const content = await crypto.subtle.decrypt(how, key, fromBase64(locked.content));
  return new TextDecoder().decode(content);
}

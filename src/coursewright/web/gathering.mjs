/**
 * The exercises of a workbook, fetched from the pages of the lessons, which a phone keeps for use
 * without a net. They are read without their scripts, so that nothing of them is live; what is only
 * for the screen is left behind.
 */
import { make } from "./elements.mjs";

const SCREEN = "script, .cw-aloud, .cw-announce, .cw-foot";
const NAMING = ["id", "for", "list", "aria-labelledby", "aria-describedby", "aria-controls"];
const DEEPER = 2; // as in render/workbook.py: below the headings of the book and the module
const LONG = 4600; // signs of HTML: an exercise of more may go on over the end of a page

const lessonsIn = (book) => [...book.querySelectorAll("a[data-lesson]")];
const moduleOf = (element) => element.closest(".cw-part").dataset.module;
const namesIn = (listed, module) => listed.split(" ").filter(Boolean).map((id) => `${module}/${id}`);
const lengthOf = (element) => new XMLSerializer().serializeToString(element).length;
const within = (root, names) => [root, ...root.querySelectorAll(names.map((name) => `[${name}]`).join())];

/** Ids that are unique in the whole course, and what refers to them. */
function rename(exercise, module) {
  for (const element of within(exercise, NAMING)) {
    for (const name of NAMING.filter((each) => element.hasAttribute(each))) {
      const ids = element.getAttribute(name).split(/\s+/).filter(Boolean);
      element.setAttribute(name, ids.map((id) => `${module}--${id}`).join(" "));
    }
  }
}

/** Addresses that lead to the same from here as from the lesson. */
function lead(exercise, module, page) {
  for (const name of ["href", "src"]) {
    for (const element of exercise.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name);
      const isHere = address.startsWith("#");
      element.setAttribute(name, isHere ? `#${module}--${address.slice(1)}` : new URL(address, page).href);
    }
  }
}

function deepen(part) {
  for (const heading of part.querySelectorAll("h1, h2, h3, h4")) {
    const deeper = document.createElement(`h${Number(heading.localName[1]) + DEEPER}`);
    for (const { name, value } of heading.attributes) deeper.setAttribute(name, value);
    deeper.append(...heading.childNodes);
    heading.replaceWith(deeper);
  }
}

/** An exercise of a lesson's page as it stands on paper before it is filled in. */
function sheet(exercise, module, page) {
  for (const each of exercise.querySelectorAll(SCREEN)) each.remove();
  exercise.dataset.from = `${page}#${exercise.id}`;
  exercise.dataset.state = "empty";
  delete exercise.dataset.searchExclude;
  exercise.querySelector("form").removeAttribute("aria-label");
  rename(exercise, module);
  lead(exercise, module, page);
  deepen(exercise);
  return exercise;
}

function trying(box, module, page) {
  lead(box, module, page);
  deepen(box);
  for (const each of box.querySelectorAll("[id]")) each.removeAttribute("id");
  return make("aside", "cw-try-it", ...box.childNodes);
}

/** What the lesson's page has of a chapter: the exercises that are listed, and what to try. */
async function fetchChapter({ href, dataset }, module) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status} ${href}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const exercises = namesIn(dataset.lesson, module)
    .map((name) => page.querySelector(`.cw-exercise[data-exercise="${CSS.escape(name)}"]`))
    .filter(Boolean)
    .map((each) => sheet(each, module, href));
  const toTry = [...page.querySelectorAll(".cw-try")].map((each) => trying(each, module, href));
  if (!exercises.length && !toTry.length) throw new Error(`nothing at ${href}`);
  return [...exercises, ...toTry];
}

/** Fill a chapter from the lesson that its heading links to. Gives what came. */
async function fillChapter(link) {
  const chapter = link.closest(".cw-chapter");
  const nodes = await fetchChapter(link, moduleOf(link));
  chapter.querySelector(".cw-chapter__lacks").remove();
  chapter.append(...nodes);
  link.replaceWith(...link.childNodes);
  return nodes;
}

/** What is right in an exercise: each key (data-key) under the question it belongs to. */
function solution(key) {
  const question = key.closest("fieldset")?.querySelector('[data-role="asked"]');
  key.querySelector("summary")?.remove();
  key.remove();
  const asked = question ? [make("p", "cw-keys__asked", ...question.cloneNode(true).childNodes)] : [];
  return make("div", "cw-keys__answer", ...asked, ...key.childNodes);
}

/** The keys of an exercise, which are taken out of it. */
function keysOf(exercise) {
  const link = Object.assign(make("a", "", exercise.dataset.title), { href: `#${exercise.id}` });
  const keys = [...exercise.querySelectorAll("[data-key]")];
  return make("section", "cw-keys__one", make("h4", "", link), ...keys.map(solution));
}

/** The keys of a module stand at its end, in the order of its exercises. */
function moveKeys(part, title) {
  const news = [...part.querySelectorAll(".cw-exercise:has([data-key])")].map(keysOf);
  if (!news.length) return;
  const old = part.querySelector(":scope > .cw-keys");
  const ids = [...part.querySelectorAll(".cw-exercise")].map(({ id }) => id);
  const place = (section) => ids.indexOf(section.querySelector("a").hash.slice(1));
  const all = [...(old?.querySelectorAll(".cw-keys__one") ?? []), ...news].sort((a, b) => place(a) - place(b));
  old?.remove();
  part.append(make("section", "cw-keys", make("h3", "cw-chapter__title", title), ...all));
}

/** Links between exercises of the book lead inside it. */
function joinUp(exercises) {
  const places = new Map(exercises.map(({ dataset, id }) => [dataset.from, id]));
  for (const exercise of exercises) {
    for (const link of exercise.querySelectorAll("a[href]")) {
      const id = places.get(link.href);
      if (id) link.setAttribute("href", `#${id}`);
    }
  }
}

/** The exercises that a workbook lacks, as their lessons have not come. */
export function lackingIn(book) {
  return new Set(lessonsIn(book).flatMap((link) => namesIn(link.dataset.lesson, moduleOf(link))));
}

/** Fill the chapters of a workbook that are not filled. keys: the heading over what is right. Gives
 * how many lessons did not come. */
export async function gather(book, keys) {
  const came = await Promise.allSettled(lessonsIn(book).map(fillChapter));
  for (const part of book.querySelectorAll(".cw-part[data-module]")) moveKeys(part, keys);
  joinUp([...book.querySelectorAll(".cw-exercise[data-from]")]);
  for (const each of came.flatMap(({ value = [] }) => value)) {
    if (each.matches(".cw-exercise")) each.classList.toggle("cw-long", lengthOf(each) >= LONG);
  }
  return lessonsIn(book).length;
}

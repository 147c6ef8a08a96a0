/** How far one is: exercises answered in each module and each lesson, in words and as a bar. */
import { fill } from "./messages.mjs";

const homes = new WeakMap(); // lesson or module → all its exercises, wherever they stand now

function exercisesIn(element) {
  if (!homes.has(element)) homes.set(element, [...element.querySelectorAll("[data-exercise]")]);
  const all = homes.get(element);
  const count = all.filter(({ dataset }) => dataset.state === "answered").length;
  return { count, total: all.length };
}

/** section: the server's list of modules; its exercises have their data-state. */
export function showCourse(section, words) {
  for (const module of section.querySelectorAll("[data-module]")) {
    const { count, total } = exercisesIn(module);
    const bar = module.querySelector('[data-role="bar"]');
    module.querySelector('[data-role="progress"]').textContent = fill(words.progress, { count, total });
    [bar.max, bar.value, bar.hidden] = [total, count, !count];
  }
  for (const lesson of section.querySelectorAll("[data-lesson]")) {
    const { count, total } = exercisesIn(lesson);
    const text = total ? fill(words["lesson-progress"], { count, total }) : "";
    lesson.querySelector('[data-role="count"]').textContent = text;
    lesson.toggleAttribute("data-done", total > 0 && count === total);
  }
}

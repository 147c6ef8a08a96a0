/** <cw-dilemma>: choose, then see what others chose and what speaks for each; choose again. */
import { Exercise, define, fill } from "../../web/exercise.mjs";
import { linesIn } from "../../web/fields.mjs";
import { formatDate } from "../../web/series.mjs";

class Dilemma extends Exercise {
  #isAsked = false; // to go on without a choice: the reader is told what is missing

  enhance() {
    this.listen(this.#part("reveal"), "click", () => this.#reveal());
    this.listen(this.#part("back"), "click", () => this.#goBack());
    this.listen(this, "change", ({ target }) => target.name === "after" && this.say(this.#moved()));
  }

  refresh() {
    const { choice, after } = this.values();
    const isSeen = this.#isSeen;
    if (isSeen) this.dataset.state = "result";
    this.#isAsked &&= choice === undefined;
    this.#part("missing").hidden = !this.#isAsked;
    this.#part("reveal").hidden = isSeen;
    this.#part("back").hidden = !isSeen;
    this.#part("answer").hidden = !isSeen;
    for (const option of this.querySelectorAll(".cw-dilemma__ask .cw-option")) {
      option.hidden = isSeen && !option.querySelector(":checked");
    }
    if (isSeen) this.#show(choice, after);
  }

  result() {
    if (!this.#isSeen) return null;
    const { choice, after } = this.values();
    const first = this.#words(choice);
    const key = after === undefined ? "" : after === choice ? "still" : "changed";
    const text = key ? fill(this.words[key], { first, now: this.#words(after) }) : first;
    return { text, lines: linesIn(this) };
  }

  /** The choice that was made is the one whose answer was seen: another one is made anew. */
  get #isSeen() {
    const { choice, seen } = this.values();
    return choice !== undefined && choice === seen;
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  #words(way) {
    const option = this.querySelector(`[name="choice"][value="${way}"]`)?.closest("label");
    return option?.textContent.trim() ?? "";
  }

  #show(choice, after) {
    this.#part("same").textContent = this.spec.same[choice];
    for (const way of this.querySelectorAll("[data-way]")) {
      const key = this.#mark(way.dataset.way, choice, after);
      const mark = way.querySelector('[data-role="mine"]');
      mark.textContent = key ? this.words[key] : "";
      mark.hidden = !key;
      way.toggleAttribute("data-mine", Boolean(key));
    }
    this.#part("moved").textContent = this.#moved();
    this.#part("moved").hidden = after === undefined;
    this.#showLast();
  }

  #mark(way, choice, after) {
    if (way === choice) return after === undefined || after === choice ? "mine" : "mine-first";
    return way === after ? "mine-now" : "";
  }

  #moved() {
    const { choice, after } = this.values();
    return after === undefined ? "" : this.words[after === choice ? "stays" : "moves"];
  }

  #showLast() {
    const last = this.earlier().at(-1);
    this.#part("last").hidden = !last;
    if (!last) return;
    const values = { date: formatDate(last.at), text: last.result.text };
    this.#part("last").textContent = fill(this.words["last-time"], values);
  }

  #reveal() {
    const { choice } = this.values();
    this.#isAsked = choice === undefined;
    if (this.#isAsked) {
      this.refresh();
      this.say(this.words["choose-first"]);
      this.querySelector('[name="choice"]').focus();
      return;
    }
    this.set("seen", choice);
    this.#part("same").focus({ preventScroll: true });
    this.#part("same").scrollIntoView({ block: "nearest" });
  }

  /** Back to the choice; what was written and chosen stays. */
  #goBack() {
    this.set("seen", "");
    this.querySelector('[name="choice"]:checked').focus();
  }
}

define("dilemma", Dilemma);

/**
 * Places that are filled from a few words, for match and gap. The select in each place holds the
 * answer. The words below it do the same faster: a tap puts one into the first empty place or
 * takes it back, and it can be dragged to a place.
 */
export class Slots {
  #quiz;
  #bank;
  #slots;
  #words;
  #dragged = null; // the word's value

  constructor(quiz, box) {
    this.#quiz = quiz;
    this.#bank = box.querySelector(".cw-quiz__bank");
    this.#slots = Array.from(box.querySelectorAll(".cw-quiz__slot"), (slot) => this.#prepare(slot));
    this.#words = Array.from(box.querySelectorAll("[data-word]"), (item) => this.#button(item));
  }

  /** Show what the selects say; a checked answer needs no words to choose from. */
  show(_answer, isChecked) {
    if (this.#bank) this.#bank.hidden = isChecked;
    const next = this.#slots.find(({ select }) => !select.value);
    for (const { slot, select, text } of this.#slots) {
      text.textContent = select.selectedOptions[0]?.textContent ?? "";
      slot.dataset.filled = select.value ? "yes" : "";
      slot.dataset.next = next?.slot === slot ? "yes" : "";
    }
    for (const { button, value } of this.#words) {
      const isUsed = Boolean(this.#holding(value));
      button.ariaPressed = String(isUsed);
      button.ariaDisabled = String(!isUsed && !next);
    }
  }

  #holding(value) {
    return this.#slots.find(({ select }) => select.value === value);
  }

  /** The select lies over its words, unseen: a long answer is read whole, and a tap opens it. */
  #prepare(slot) {
    const select = slot.querySelector("select");
    const text = document.createElement("span");
    text.className = "cw-quiz__chosen";
    text.ariaHidden = "true";
    slot.dataset.filled = "";
    slot.append(text);
    slot.addEventListener("dragover", (event) => this.#dragged !== null && event.preventDefault());
    slot.addEventListener("drop", (event) => {
      event.preventDefault();
      if (this.#dragged !== null) this.#quiz.set(select.name, this.#dragged);
    });
    return { slot, select, text };
  }

  #button(item) {
    const button = document.createElement("button");
    const value = item.dataset.word;
    button.type = "button";
    button.className = "cw-quiz__word";
    button.draggable = true;
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => this.#tap(value));
    button.addEventListener("dragstart", ({ dataTransfer }) => {
      dataTransfer.setData("text/plain", button.textContent);
      this.#dragged = value;
    });
    button.addEventListener("dragend", () => (this.#dragged = null));
    return { button, value };
  }

  #tap(value) {
    const used = this.#holding(value);
    const next = this.#slots.find(({ select }) => !select.value);
    if (used) this.#quiz.set(used.select.name, "");
    else if (next) this.#quiz.set(next.select.name, value);
  }
}

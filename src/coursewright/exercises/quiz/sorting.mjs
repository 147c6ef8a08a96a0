/**
 * Dragging for a sort question: while a card is dragged, its categories stand ready at the edge
 * of the screen. What counts are the radio buttons in each card; dropping only ticks one.
 */
export class Sorting {
  #dragged = null; // the card

  constructor(quiz, box) {
    const cards = box.querySelectorAll(".cw-quiz__card");
    const tray = document.createElement("div");
    tray.className = "cw-quiz__tray";
    tray.ariaHidden = "true";
    tray.hidden = true;
    box.append(tray);
    for (const pick of cards[0].querySelectorAll("label")) {
      tray.append(this.#pile(pick, (input) => quiz.set(input.name, input.value)));
    }
    for (const card of cards) {
      card.draggable = true;
      card.addEventListener("dragstart", (event) => {
        event.dataTransfer.setData("text/plain", card.querySelector("legend").textContent);
        this.#dragged = card;
        setTimeout(() => (tray.hidden = this.#dragged === null)); // at once would end the dragging
      });
      card.addEventListener("dragend", () => {
        this.#dragged = null;
        tray.hidden = true;
      });
    }
  }

  show() {}

  #pile(pick, put) {
    const { value } = pick.querySelector("input");
    const pile = document.createElement("div");
    pile.append(pick.textContent);
    pile.addEventListener("dragover", (event) => {
      event.preventDefault();
      pile.dataset.over = "";
    });
    pile.addEventListener("dragleave", () => delete pile.dataset.over);
    pile.addEventListener("drop", (event) => {
      event.preventDefault();
      delete pile.dataset.over;
      const inputs = this.#dragged?.querySelectorAll("input") ?? [];
      for (const input of inputs) if (input.value === value) put(input);
    });
    return pile;
  }
}

// The answer sheet: shows each question's bubble and which question is on the screen.
import { parts, stateOf } from "../models/sheet.js";

export class Sheet {
  constructor(root) {
    this.root = root;
    this.words = Object.fromEntries(
      [...root.querySelectorAll(".sheet-states [data-state]")].map((item) => [item.dataset.state, item.textContent.trim()]),
    );
  }

  cell(number) {
    return this.root.querySelector(`.sheet-cell[data-number="${number}"]`);
  }

  // Change some of: seen, answered, flagged.
  change(number, changes) {
    const bubble = this.cell(number)?.querySelector(".bubble");
    if (!bubble) return;
    const state = stateOf({ ...parts(bubble.dataset.state), ...changes });
    bubble.dataset.state = state;
    this.cell(number).querySelector(".sheet-words").textContent = this.words[state] ?? "";
  }

  get answered() {
    return this.root.querySelectorAll('.sheet-cell .bubble[data-state^="answered"]').length;
  }

  show(number) {
    for (const cell of this.root.querySelectorAll(".sheet-cell[aria-current]")) cell.removeAttribute("aria-current");
    this.cell(number)?.setAttribute("aria-current", "step");
    this.change(number, { seen: true });
  }
}

// The answer sheet: shows each question's bubble, how many there are of each state, and which question is on the screen.
import { counts, parts, stateOf } from "../models/sheet.js";

export class Sheet {
  constructor(root) {
    this.root = root;
    this.states = [...root.querySelectorAll(".sheet-states [data-words]")];
    this.words = Object.fromEntries(this.states.map(({ dataset }) => [dataset.state, dataset.words]));
  }

  cell(number) {
    return this.root.querySelector(`.sheet-cell[data-number="${number}"]`);
  }

  state(number) {
    return this.#bubble(number)?.dataset.state;
  }

  place(number) {
    return this.#bubble(number)?.textContent ?? number;
  }

  // Whether a question stands in the section that is open.
  isOpen(number) {
    return this.cell(number)?.closest(".sheet-section").dataset.standing === "open";
  }

  // Change some of: seen, answered, flagged. Returns whether the bubble changed.
  change(number, changes) {
    const bubble = this.#bubble(number);
    if (!bubble) return false;
    const state = stateOf({ ...parts(bubble.dataset.state), ...changes });
    if (state === bubble.dataset.state) return false;
    bubble.dataset.state = state;
    this.cell(number).querySelector(".sheet-words").textContent = this.words[state] ?? "";
    this.#count();
    return true;
  }

  get total() {
    return this.root.querySelectorAll(".sheet-cell").length;
  }

  show(number) {
    for (const cell of this.root.querySelectorAll(".sheet-cell[aria-current]")) cell.removeAttribute("aria-current");
    this.cell(number)?.setAttribute("aria-current", "step");
    this.change(number, { seen: true });
  }

  focus() {
    const cell = this.root.querySelector("a.sheet-cell[aria-current]") ?? this.root.querySelector(".sheet-title");
    cell.focus();
  }

  #bubble(number) {
    return this.cell(number)?.querySelector(".bubble");
  }

  #count() {
    const found = counts([...this.root.querySelectorAll(".sheet-cell .bubble")].map(({ dataset }) => dataset.state));
    for (const item of this.states) item.querySelector(".state-count").textContent = found[item.dataset.state] ?? 0;
  }
}

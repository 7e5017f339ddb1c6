// The keyboard: one key for everything in the room, and a list of them. Who does not want it switches it off.
import { asked } from "../models/shortcuts.js";

const OFF = "tayari:keys-off";
const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

export class Keys {
  #press = (event) => this.#pressed(event);

  // `question()` is the one on the screen; `act(name)` does what a key asks for.
  constructor(room, { question, act }) {
    Object.assign(this, { question, act });
    this.list = room.querySelector(".room-keys");
    this.toggle = this.list?.querySelector("[name=keys]");
    if (!this.list) return;
    this.toggle.checked = localStorage.getItem(OFF) !== "1";
    this.toggle.addEventListener("change", () => localStorage.setItem(OFF, this.toggle.checked ? "0" : "1"));
    document.addEventListener("keydown", this.#press);
  }

  close() {
    document.removeEventListener("keydown", this.#press);
  }

  help() {
    if (!this.list.open) this.list.showModal();
  }

  #pressed(event) {
    if (event.defaultPrevented || event.repeat || document.querySelector("dialog[open]") || event.target.closest(TYPING)) return;
    const question = this.question();
    const wish = asked(event, question?.choices ?? 0);
    if (!wish || (!this.toggle.checked && wish.act !== "help")) return;
    event.preventDefault();
    if (wish.act === "help") this.help();
    else if (wish.act) this.act(wish.act);
    else question.press(wish.option);
  }
}

// What is on the screen: the questions of this page and the answer sheet beside them.
import { Question } from "./exam-question.js";
import { Sheet } from "./exam-sheet.js";

export class Paper {
  constructor(room) {
    this.room = room;
    this.drawn();
  }

  // The questions and the sheet are new: at the beginning, and when another section opens.
  drawn() {
    const sheet = this.room.querySelector(".sheet");
    this.sheet = sheet && new Sheet(sheet);
  }

  // The question of a number; the current one unless told.
  question(number = this.room.dataset.current) {
    const form = this.room.querySelector(`#q-${number}`);
    return form && new Question(form);
  }

  get questions() {
    return [...this.room.querySelectorAll(".q")].map((form) => new Question(form));
  }

  get clock() {
    return this.room.querySelector("exam-clock");
  }

  // Show an answer, or a mark for review. Returns whether it is another than the one that stood here.
  show(number, options, confidence) {
    const other = this.question(number)?.put(options, confidence) ?? false;
    return this.sheet.change(number, { answered: options.length > 0 }) || other;
  }

  showFlag(number, flagged) {
    this.question(number)?.flag(flagged);
    return this.sheet.change(number, { flagged });
  }

  turn(number) {
    for (const form of this.room.querySelectorAll(".q")) form.hidden = Number(form.dataset.number) !== number;
    history.replaceState(null, "", `?q=${number}`);
    this.#arrive(number);
  }

  // The question that opened, as the server sent it.
  open(number, html) {
    this.room.querySelector(".room-questions").innerHTML = html;
    this.#arrive(number);
  }

  // Another section is open: what it holds comes as a page. Returns whether that page has questions.
  renew(page) {
    const room = page.querySelector("exam-room");
    if (!room?.querySelector(".room-body")) return false;
    for (const selector of [".room-body", "exam-clock"]) {
      this.room.querySelector(selector)?.replaceWith(document.adoptNode(room.querySelector(selector)));
    }
    this.room.dataset.section = room.dataset.section;
    this.drawn();
    this.#arrive(Number(room.dataset.current));
    return true;
  }

  #arrive(number) {
    this.room.dataset.current = number;
    this.sheet.show(number);
    this.question(number).focus();
  }
}

// Shows what remains of the paper and of the question; can be hidden; says set points to screen readers.
import { Countdown, clock, words } from "../models/countdown.js";

const HIDDEN = "tayari:clock-hidden";

class ExamClock extends HTMLElement {
  #paper;
  #question = null;
  #timer;
  #before = null;
  #ended = false;

  connectedCallback() {
    const now = () => Date.now();
    this.#paper = new Countdown(Number(this.dataset.whole), Number(this.dataset.remaining), now);
    if (this.dataset.questionWhole) {
      const whole = Number(this.dataset.questionWhole);
      this.#question = new Countdown(whole, Number(this.dataset.questionRemaining), now, { question: true });
    }
    this.#addSwitch();
    this.#timer = setInterval(() => this.#show(), 250);
    this.#show();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  // What the server said remains, `ago` ms before now.
  sync(remaining, questionRemaining, ago) {
    if (remaining === null) return;
    this.#paper.set(remaining, ago);
    if (this.#question && questionRemaining !== null) this.#question.set(questionRemaining, ago);
    this.#ended = false;
    if (this.left > (this.#before ?? 0)) this.#before = null;
    this.#show();
  }

  // What remains of the question, or of the paper where questions have no clock, in ms.
  get left() {
    return (this.#question ?? this.#paper).left();
  }

  get paperLeft() {
    return this.#paper.left();
  }

  #addSwitch() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "clock-switch";
    const put = (hidden) => {
      this.toggleAttribute("data-hidden", hidden);
      button.textContent = hidden ? this.dataset.showShort : this.dataset.hideShort;
      button.setAttribute("aria-label", hidden ? this.dataset.show : this.dataset.hide);
    };
    put(localStorage.getItem(HIDDEN) === "1");
    button.addEventListener("click", () => {
      const hidden = !this.hasAttribute("data-hidden");
      localStorage.setItem(HIDDEN, hidden ? "1" : "0");
      put(hidden);
    });
    this.append(button);
  }

  #show() {
    const main = this.#question ?? this.#paper;
    const left = main.left();
    this.toggleAttribute("data-near", main.near && left > 0);
    this.#write(".clock-words", this.#question ? this.#seconds(left) : words(left, main.near, this.dataset));
    if (this.#question) this.#write(".clock-more", this.dataset.all.replace("{clock}", clock(this.#paper.left())));
    const point = main.passed(this.#before ?? left, left);
    if (point !== null) this.#write("[data-said]", this.#question ? this.#seconds(point) : this.#minutes(point));
    this.#before = left;
    if (left === 0 && !this.#ended) {
      this.#ended = true;
      const over = this.#paper.left() === 0;
      this.dispatchEvent(new CustomEvent("time-over", { bubbles: true, detail: { paper: over } }));
    }
  }

  #minutes(ms) {
    return this.dataset.minutes.replace("{n}", String(ms / 60_000));
  }

  #seconds(ms) {
    return ms > 0 ? this.dataset.seconds.replace("{n}", String(Math.ceil(ms / 1000))) : this.dataset.over;
  }

  #write(selector, text) {
    const place = this.querySelector(selector);
    if (place.textContent !== text) place.textContent = text;
  }
}

customElements.define("exam-clock", ExamClock);

// Shows what remains of the question, the section and the paper; can be hidden; says set points to screen readers.
import { Countdown, clock, words } from "../models/countdown.js";
import { SteadyClock } from "../models/steady-clock.js";

const HIDDEN = "tayari:clock-hidden";

class ExamClock extends HTMLElement {
  #steady = new SteadyClock(() => performance.now(), () => Date.now());
  #clocks = {};
  #timer;
  #before = null;
  #ended = false;

  connectedCallback() {
    const now = () => this.#steady.now();
    for (const name of ["question", "section", "paper"]) {
      const [whole, remaining] = [this.dataset[`${name}Whole`], this.dataset[`${name}Remaining`]];
      if (whole) this.#clocks[name] = new Countdown(Number(whole), Number(remaining), now, { question: name === "question" });
    }
    this.#addSwitch();
    this.#timer = setInterval(() => this.#tick(), 250);
    this.#show();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  // What the server said remains of each clock, in ms, `ago` ms before now.
  sync(remaining, ago) {
    const before = this.left;
    for (const [name, ms] of Object.entries(remaining)) if (ms !== null) this.#clocks[name]?.set(ms, ago);
    if (this.left > before) {
      this.#ended = false;
      this.#before = null;
    }
    this.#show();
  }

  // What remains of the innermost clock, in ms.
  get left() {
    return this.#main.left();
  }

  get paperLeft() {
    return this.#clocks.paper?.left() ?? Infinity;
  }

  toggle() {
    this.querySelector(".clock-switch").click();
  }

  get #main() {
    return this.#clocks.question ?? this.#clocks.section ?? this.#clocks.paper;
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
    this.querySelector(".clock-switch")?.remove();
    this.append(button);
  }

  #tick() {
    if (this.#steady.jumped()) this.#tell("clock-jumped");
    this.#show();
  }

  #show() {
    const main = this.#main;
    const left = main.left();
    this.toggleAttribute("data-near", main.near && left > 0);
    this.#write(".clock-words", main.question ? this.#seconds(left) : words(left, main.near, this.dataset));
    const outer = main === this.#clocks.paper ? null : this.#clocks.paper;
    if (outer) this.#write(".clock-more", this.dataset.all.replace("{clock}", clock(outer.left())));
    const point = main.passed(this.#before ?? left, left);
    if (point !== null) this.#write("[data-said]", main.question ? this.#seconds(point) : this.#minutes(point));
    this.#before = left;
    if (left === 0 && !this.#ended) {
      this.#ended = true;
      this.#tell("time-over", { paper: this.paperLeft === 0 });
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
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

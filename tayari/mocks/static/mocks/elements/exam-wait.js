// The cover of a sealed paper before its start: fetches it ahead, counts down by the server's difference, opens it with
// the key that comes at the start, and shows the button. Where that is not possible the room comes whole, as always.
import { Countdown, clock } from "../models/countdown.js";
import { able, ahead, opened } from "../models/sealed-paper.js";
import { SteadyClock } from "../models/steady-clock.js";
import { keep } from "./exam-sealed.js";

const AGAIN_MS = 3_000;
const SPREAD_MS = 1_000;
const after = (ms) => new Promise((done) => setTimeout(done, ms));

class ExamWait extends HTMLElement {
  #steady = new SteadyClock(() => performance.now(), () => Date.now());
  #countdown;
  #timer;
  #body = null;

  async connectedCallback() {
    this.note = this.querySelector("[role=status]");
    this.note.textContent = this.note.dataset.plain;
    let told = await this.#key();
    this.#count(told.wait_ms ?? 0);
    if (able()) after(ahead(told.wait_ms ?? 0, Math.random())).then(() => this.#fetch());
    while (!told.key) {
      await this.#started();
      told = await this.#key();
      this.#countdown.set(told.wait_ms ?? 0);
    }
    clearInterval(this.#timer);
    await this.#open(told);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  // The key, or how long it is until there is one. Asks until the server answers.
  async #key() {
    for (;;) {
      try {
        const answer = await fetch(this.dataset.key, { credentials: "same-origin" });
        if (answer.ok || answer.status === 425) return await answer.json();
        console.info("the server said", answer.status);
      } catch (problem) {
        console.info("no answer yet", problem);
      }
      await after(AGAIN_MS + Math.random() * SPREAD_MS);
    }
  }

  async #fetch(cache = "default") {
    try {
      const answer = await fetch(this.dataset.body, { credentials: "same-origin", cache });
      if (!answer.ok) throw new Error(`the server said ${answer.status}`);
      this.#body = await answer.json();
      this.note.textContent = this.note.dataset.kept;
    } catch (problem) {
      console.info("the sealed paper did not come", problem);
    }
  }

  #count(wait) {
    this.#countdown = new Countdown(wait, wait, () => this.#steady.now());
    const words = this.querySelector(".wait-clock");
    const show = () => {
      this.#steady.jumped();
      words.textContent = words.dataset.words.replace("{clock}", clock(this.#countdown.left()));
    };
    show();
    words.hidden = false;
    this.#timer = setInterval(show, 250);
  }

  // Not all in the same moment.
  async #started() {
    while (this.#countdown.left() > 0) await after(Math.min(1_000, this.#countdown.left()));
    await after(Math.random() * SPREAD_MS);
  }

  // Printed anew in between, the paper is fetched again; whatever else goes wrong, the room comes whole.
  async #open(told) {
    if (able() && this.#body?.hash !== told.hash) await this.#fetch("reload");
    try {
      await opened(this.#body, told.key);
      keep(this.#body, told.key);
      const field = this.querySelector("[name=sealed]");
      field.value = this.#body.hash;
      field.disabled = false;
    } catch (problem) {
      console.info("the sealed paper does not open", problem);
    }
    for (const words of this.querySelectorAll("p:not([role])")) words.hidden = true;
    this.note.textContent = this.note.dataset.open;
    this.querySelector("form").hidden = false;
  }
}

customElements.define("exam-wait", ExamWait);

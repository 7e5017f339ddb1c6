// Adds steps and the position ("1–3 of 7") to a row of cards that already scrolls by itself.
import { inView, stepFrom } from "../models/row-position.js";

class CardCarousel extends HTMLElement {
  #row;
  #items = [];
  #waiting = false;

  connectedCallback() {
    this.#row = this.querySelector(".carousel-row");
    this.#items = [...this.querySelectorAll(".carousel-item")];
    if (!this.#row || this.#items.length === 0) return;
    this.dataset.ready = "";
    this.querySelector(".carousel-tools").hidden = false;
    for (const button of this.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => this.#step(Number(button.dataset.step)));
    }
    this.#row.addEventListener("scroll", () => this.#soon(), { passive: true });
    this.#row.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#soon()).observe(this.#row);
  }

  get #view() {
    const origin = this.#items[0].offsetLeft;
    return inView(
      this.#items.map((item) => item.offsetLeft - origin),
      this.#items[0].offsetWidth,
      this.#row.scrollLeft,
      this.#row.clientWidth,
    );
  }

  #key(event) {
    if (event.target !== this.#row) return;
    if (event.key === "ArrowRight") this.#step(1);
    else if (event.key === "ArrowLeft") this.#step(-1);
    else if (event.key === "Home") this.#to(0);
    else if (event.key === "End") this.#to(this.#items.length - 1);
    else return;
    event.preventDefault();
  }

  #step(direction) {
    this.#to(stepFrom(this.#view, direction, this.#items.length));
  }

  #to(index) {
    this.#row.scrollTo({ left: this.#items[index].offsetLeft - this.#items[0].offsetLeft });
  }

  #soon() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#show();
    });
  }

  #show() {
    const { first, last } = this.#view;
    const total = this.#items.length;
    const at = first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
    const said = this.dataset.position.replace("{at}", at).replace("{total}", total);
    const place = this.querySelector(".carousel-position");
    if (place.textContent !== said) place.textContent = said;
    const [back, on] = this.querySelectorAll("[data-step]");
    back.setAttribute("aria-disabled", String(first === 0));
    on.setAttribute("aria-disabled", String(last === total - 1));
  }
}

customElements.define("card-carousel", CardCarousel);

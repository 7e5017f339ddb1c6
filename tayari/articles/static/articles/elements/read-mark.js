// Stands at the end of an article's text; when a reader gets there the article counts as read on this device.
import { storedProgress } from "../models/reading-progress.js";

class ReadMark extends HTMLElement {
  #watch;

  connectedCallback() {
    this.#watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      storedProgress().add(this.dataset.key);
      this.#watch.disconnect();
    });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
  }
}

customElements.define("read-mark", ReadMark);

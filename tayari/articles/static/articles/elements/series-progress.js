// Fills the bubbles of the articles that were read on this device, and says how many.
import { storedProgress } from "../models/reading-progress.js";

class SeriesProgress extends HTMLElement {
  connectedCallback() {
    this.show();
    window.addEventListener("pageshow", () => this.show());
  }

  show() {
    const progress = storedProgress();
    const entries = [...this.querySelectorAll("li[data-key]")];
    for (const entry of entries) {
      if (!progress.has(entry.dataset.key)) continue;
      entry.querySelector(".bubble").dataset.state = "answered";
      entry.querySelector(".series-read").textContent = `, ${this.dataset.read}`;
    }
    const read = progress.countOf(entries.map((entry) => entry.dataset.key));
    const line = this.querySelector(".series-progress");
    line.hidden = false;
    line.textContent = this.dataset.words.replace("{read}", read).replace("{total}", entries.length);
  }
}

customElements.define("series-progress", SeriesProgress);

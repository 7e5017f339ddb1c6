/** Moves the bar of a file that is being kept, from the page itself as the server has it by now. */

const EVERY_MS = 1500;

class ImportProgress extends HTMLElement {
  connectedCallback() {
    if ("atWork" in this.dataset) this.wait();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  wait() {
    this.timer = setTimeout(() => this.look(), EVERY_MS);
  }

  async look() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const there = answer.ok && page.querySelector("import-progress[data-at-work]");
      if (answer.ok && !there) {
        location.reload();
        return;
      }
      if (there) this.move(there);
    } catch {
      // Without a network the bar stands still until it is back.
    }
    this.wait();
  }

  move(there) {
    this.querySelector("progress").value = there.querySelector("progress").value;
    for (const words of ["strong", "button"]) {
      this.querySelector(words).textContent = there.querySelector(words).textContent;
    }
  }
}

customElements.define("import-progress", ImportProgress);

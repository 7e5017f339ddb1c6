// The system's share sheet where there is one, else a button that copies the address.
class SharePage extends HTMLElement {
  connectedCallback() {
    const canShare = typeof navigator.share === "function";
    if (!canShare && !navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = canShare ? this.dataset.share : this.dataset.copy;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", () => (canShare ? this.#share() : this.#copy(said)));
    this.replaceChildren(button, said);
  }

  async #share() {
    try {
      await navigator.share({ title: this.dataset.title, url: this.dataset.url });
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  async #copy(said) {
    try {
      await navigator.clipboard.writeText(this.dataset.url);
      said.textContent = this.dataset.copied;
    } catch {
      // The browser refuses: show the address, so that it can be copied by hand.
      said.textContent = this.dataset.url;
    }
  }
}

customElements.define("share-page", SharePage);

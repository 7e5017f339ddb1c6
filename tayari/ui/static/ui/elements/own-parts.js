// What is a reader's own on a page that is the same for everybody: asked for after it, and only in a browser in which
// somebody has begun something. Each part says which place of the page it takes; without it the page stands as it is.
const BEGUN = "tayari_known=1";

class OwnParts extends HTMLElement {
  #again = ({ persisted }) => persisted && this.#fetch();

  connectedCallback() {
    // Back from another page: what was begun there is not in a page that the browser kept.
    addEventListener("pageshow", this.#again);
    this.#fetch();
  }

  disconnectedCallback() {
    removeEventListener("pageshow", this.#again);
  }

  async #fetch() {
    if (!document.cookie.split("; ").includes(BEGUN)) return;
    try {
      const answer = await fetch(this.dataset.from, { credentials: "same-origin" });
      if (answer.status === 200) this.#show(await answer.text());
    } catch (problem) {
      console.info("what is one's own did not come", problem);
    }
  }

  #show(text) {
    const told = document.createElement("template");
    told.innerHTML = text;
    for (const part of told.content.querySelectorAll("template[data-place]")) {
      document.getElementById(part.dataset.place)?.replaceChildren(part.content);
    }
  }
}

customElements.define("own-parts", OwnParts);

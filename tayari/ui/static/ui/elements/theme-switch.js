// Light or dark by the reader's choice, kept on this device; the system's preference until one is made.
const SIGNS = {
  light: '<path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4"/><circle cx="8" cy="8" r="2.8"/>',
  dark: '<path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1Z"/>',
};

class ThemeSwitch extends HTMLElement {
  #button = document.createElement("button");
  #system = matchMedia("(prefers-color-scheme: dark)");

  connectedCallback() {
    this.#button.type = "button";
    this.#button.className = "theme-button";
    this.#button.addEventListener("click", () => this.#choose());
    this.#system.addEventListener("change", () => this.#show());
    this.#show();
    this.replaceChildren(this.#button);
  }

  get #theme() {
    return document.documentElement.dataset.theme ?? (this.#system.matches ? "dark" : "light");
  }

  #choose() {
    const theme = this.#theme === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is off: the choice lasts as long as the page.
    }
    this.#show();
  }

  #show() {
    const next = this.#theme === "dark" ? "light" : "dark";
    const words = next === "dark" ? this.dataset.dark : this.dataset.light;
    this.#button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true">${SIGNS[next]}</svg>`;
    const label = document.createElement("span");
    label.textContent = words;
    this.#button.append(label);
    this.#button.setAttribute("aria-label", `${this.dataset.label}: ${words}`);
  }
}

customElements.define("theme-switch", ThemeSwitch);

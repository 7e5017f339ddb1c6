// What is being written at a desk: kept on the server a moment after the last key. What the server could not take
// waits in this window, also over a reload, and is tried again.
const KEEP_MS = 800; // after the last key
const AGAIN_MS = 10000;
const OWN = new Set(["csrfmiddlewaretoken", "do"]);

export class DraftKeeper {
  #form;
  #address;
  #said;
  #name;
  #timer;
  #sent = Promise.resolve(true);
  #unkept = false;
  failed = false;

  /** `said` is the line that tells the writer; `name` is this draft's among the window's. */
  constructor(form, { address, said, name }) {
    this.#form = form;
    this.#address = address;
    this.#said = said;
    this.#name = name;
    this.#restore();
    for (const kind of ["input", "change"]) {
      form.addEventListener(kind, ({ target }) => target.name && !target.closest("lint-draft") && this.#written());
    }
  }

  #written() {
    this.#unkept = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), KEEP_MS);
  }

  /** Whether the server has every word, after it was sent what it had not; one sending at a time, in order. */
  keep({ always = false, leaving = false } = {}) {
    clearTimeout(this.#timer);
    this.#sent = this.#sent.then((kept) => (this.#unkept || always ? this.#send(leaving) : kept));
    return this.#sent;
  }

  get unkept() {
    return this.#unkept;
  }

  async #send(leaving) {
    this.#unkept = false;
    try {
      const request = { method: "POST", body: new FormData(this.#form), headers: { Accept: "application/json" } };
      const answer = await fetch(this.#address, { ...request, keepalive: leaving });
      if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
      const { saved } = await answer.json();
      sessionStorage.removeItem(this.#name);
      this.failed = false;
      this.#said.textContent = `Draft kept at ${saved}.`;
    } catch {
      this.#unkept = this.failed = true;
      this.#hold();
      this.#said.textContent = "The server could not be reached. Your words wait in this window and are sent again.";
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.keep(), AGAIN_MS);
    }
    return !this.failed;
  }

  /** What shows which picture is chosen. */
  get #chooser() {
    return this.#form.querySelector("[data-picture] .chooser")?.widget;
  }

  #hold() {
    const words = [...new FormData(this.#form)].filter(([name]) => !OWN.has(name));
    sessionStorage.setItem(this.#name, JSON.stringify({ words, picture: this.#chooser?.getState() ?? null }));
  }

  /** After a reload: what never reached the server is newer than what it kept. */
  #restore() {
    const held = sessionStorage.getItem(this.#name);
    if (!held) return;
    const { words, picture } = JSON.parse(held);
    for (const [name, value] of words) {
      if (this.#form.elements[name]) this.#form.elements[name].value = value;
    }
    this.#unkept = true;
    // Wagtail's choosers begin after our modules, with what the page says.
    addEventListener("load", () => {
      this.#chooser?.setState(picture);
      this.keep({ always: true });
    });
  }
}

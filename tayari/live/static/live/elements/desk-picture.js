// A new picture at a desk: dropped on the form, pasted into it or chosen; described, sent, and then the post's.
const WORDLESS = "The server could not take it. Try again, or choose a smaller file.";

export class NewPicture {
  #dialog;
  #form;
  #file;
  #preview;
  #chooser;

  /** `form` is the post's, which takes what is dropped and pasted; `dialog` the picture's own. */
  constructor(form, dialog) {
    this.#dialog = dialog;
    this.#form = dialog.querySelector("form");
    this.#file = this.#form.elements.file;
    this.#preview = dialog.querySelector("[data-preview]");
    this.#chooser = form.querySelector("[data-picture] .chooser");
    const add = form.querySelector("[data-add]");
    add.hidden = false;
    add.querySelector("button").addEventListener("click", () => this.#file.click());
    this.#file.addEventListener("change", () => this.#file.files.length && this.#open());
    for (const place of [form, dialog]) {
      place.addEventListener("paste", (event) => this.#take(event, event.clipboardData));
      place.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
      place.addEventListener("drop", (event) => this.#take(event, event.dataTransfer));
    }
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    this.#form.addEventListener("submit", (event) => this.#send(event));
  }

  /** A file; words that come with a picture of themselves, as from a table, stay words. */
  #take(event, carried) {
    const [file] = carried.files;
    if (!file || carried.types.includes("text/plain")) return;
    event.preventDefault();
    const files = new DataTransfer();
    files.items.add(file);
    this.#file.files = files.files;
    this.#open();
  }

  #open() {
    const [file] = this.#file.files;
    URL.revokeObjectURL(this.#preview.src);
    this.#preview.src = URL.createObjectURL(file);
    this.#preview.hidden = !file.type.startsWith("image/");
    this.#wrong({});
    if (!this.#dialog.open) this.#dialog.showModal();
    const most = Number(this.#dialog.dataset.most);
    if (file.size > most) this.#wrong({ file: [`It has ${megabytes(file.size)} MB; at most ${megabytes(most)} are taken.`] });
    else this.#form.querySelector("input[type=text]").focus();
  }

  async #send(event) {
    event.preventDefault();
    const button = this.#form.querySelector("[data-send]");
    const said = this.#dialog.querySelector("[data-said]");
    button.disabled = true;
    said.textContent = "It is being sent …";
    const request = { method: "POST", body: new FormData(this.#form), headers: { Accept: "application/json" } };
    const answer = await fetch(this.#form.action, request).catch(() => null);
    const told = answer && !answer.redirected ? await answer.json().catch(() => null) : null;
    button.disabled = false;
    said.textContent = "";
    if (answer?.ok && told) this.#put(told);
    else this.#wrong(told?.wrong ?? { file: [WORDLESS] });
  }

  #put(picture) {
    this.#chooser.widget.setStateFromModalData(picture);
    this.#form.reset();
    this.#dialog.close();
    this.#chooser.querySelector("button").focus();
  }

  /** Each reason at its field, and the focus at the first. */
  #wrong(reasons) {
    let first = null;
    for (const place of this.#form.querySelectorAll("[data-field]")) {
      const wrong = reasons[place.dataset.field]?.join(" ") ?? "";
      const line = place.querySelector("[data-wrong]");
      const input = place.querySelector("input, select");
      line.textContent = wrong;
      line.hidden = !wrong;
      input.toggleAttribute("aria-invalid", Boolean(wrong));
      if (wrong) input.setAttribute("aria-describedby", line.id);
      else input.removeAttribute("aria-describedby");
      if (wrong) first ??= input;
    }
    first?.focus();
  }
}

function megabytes(bytes) {
  return (bytes / 1024 / 1024).toFixed(1);
}

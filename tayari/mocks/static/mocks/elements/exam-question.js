// One question's form: reads and shows what is answered, how sure the candidate is, the mark and the language.

export class Question {
  constructor(form) {
    this.form = form;
    this.number = Number(form.dataset.number);
  }

  get place() {
    return this.form.dataset.place;
  }

  // The id of each option that is filled, or what is typed as the only entry.
  get options() {
    const typed = this.typed?.value.trim();
    if (this.typed) return typed ? [typed] : [];
    return this.#inputs.filter((input) => input.checked).map((input) => input.value);
  }

  get confidence() {
    return this.#sures.find((one) => one.checked)?.value ?? null;
  }

  get flagged() {
    return this.#flag?.getAttribute("aria-pressed") === "true";
  }

  // What a message says of the answer.
  get said() {
    const [confidence, options] = [this.confidence, this.options];
    return { ...(this.typed ? { text: options[0] ?? "" } : { options }), ...(confidence && { confidence }) };
  }

  get typed() {
    return this.form.querySelector('[name="text"]');
  }

  // What was chosen while the script was still on its way.
  get changedEarly() {
    return [...this.#inputs, ...this.#sures].some((one) => one.checked !== one.defaultChecked) || this.typed?.value !== this.typed?.defaultValue;
  }

  // Shows an answer. Returns whether it is another than the one that stood here.
  put(options, confidence = null) {
    const before = String(this.options);
    if (this.typed) this.typed.value = options[0] ?? "";
    for (const input of this.#inputs) input.checked = options.includes(input.value);
    this.sure(confidence);
    return before !== String(this.options);
  }

  // Shows how sure the candidate is; null for not said.
  sure(confidence) {
    this.form.dataset.sure = confidence ?? "";
    for (const one of this.#sures) one.checked = one.value === confidence;
  }

  // Pressing what is chosen takes it back. Returns whether it did.
  takeBack(radio) {
    if (this.form.dataset.sure !== radio.value) return false;
    this.sure(null);
    return true;
  }

  pressSure(confidence) {
    this.#sures.find((one) => one.value === confidence)?.click();
  }

  flag(on) {
    const button = this.#flag;
    if (!button || this.flagged === on) return false;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? button.dataset.on : button.dataset.off;
    return true;
  }

  // Fill the option at a place, from 0, as a press on it would.
  press(place) {
    const input = this.#inputs[place];
    input?.focus({ preventScroll: true });
    input?.click();
  }

  get choices() {
    return this.#inputs.length;
  }

  speak(show) {
    this.form.dataset.show = show;
    this.form.querySelector("[name=show]").value = show;
  }

  speakNext() {
    const shown = [...this.form.querySelectorAll(".q-tongue a")];
    const at = shown.findIndex((link) => getComputedStyle(link).fontWeight >= 600);
    if (shown.length) this.speak(shown[(at + 1) % shown.length].dataset.show);
  }

  focus() {
    this.form.querySelector(".q-title").focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  get #inputs() {
    return [...this.form.querySelectorAll('[name="options"]')];
  }

  get #sures() {
    return [...this.form.querySelectorAll('[name="confidence"]')];
  }

  get #flag() {
    return this.form.querySelector('[data-act="flag"]');
  }
}

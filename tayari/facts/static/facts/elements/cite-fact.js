// Puts a button beside a text area that opens Wagtail's chooser of facts: by any name in either language, or record one.
// What is chosen is written as a citation where the cursor stood, and the cursor goes on after it.

import { cited, languageOf } from "../models/citing.js";

class CiteFact extends window.StimulusModule.Controller {
  static values = { url: String };

  connect() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "button button-small button-secondary cite-fact";
    this.button.textContent = "Cite a fact";
    const label = this.element.labels?.[0]?.textContent.replace("*", "").trim();
    this.button.setAttribute("aria-label", label ? `Cite a fact in: ${label}` : "Cite a fact");
    this.button.addEventListener("click", () => this.choose());
    this.element.after(this.button);
  }

  disconnect() {
    this.button.remove();
  }

  choose() {
    const { selectionStart, selectionEnd } = this.element;
    window.ModalWorkflow({
      url: this.urlValue,
      onload: this.steps(),
      responses: { chosen: (fact) => this.write(fact, selectionStart, selectionEnd) },
      onError: () => window.alert("The facts could not be reached; try again."),
    });
  }

  // Wagtail's dialog takes the focus for itself once it has faded in; who opened it wants to type a name at once.
  steps() {
    const steps = window.CHOOSER_MODAL_ONLOAD_HANDLERS;
    const choose = (modal, told) => {
      steps.choose(modal, told);
      const focus = () => modal.body.find("input[name=q]")[0]?.focus();
      focus();
      modal.container.one("shown.bs.modal", focus);
    };
    return { ...steps, choose };
  }

  write(fact, start, end) {
    const title = document.querySelector("#id_title")?.value ?? "";
    const words = fact.words[this.element.lang || languageOf(this.element.value, title)];
    const { text, at } = cited(this.element.value, start, end, fact.id, words);
    this.element.value = text;
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
    this.back(at);
  }

  // The dialog gives the focus back to what opened it once it has faded out; the text is where the editor goes on.
  back(at) {
    const dialog = document.querySelector(".modal.in, .modal.show");
    const focus = () => {
      this.element.focus();
      this.element.setSelectionRange(at, at);
    };
    if (dialog && window.jQuery) window.jQuery(dialog).one("hidden.bs.modal", () => window.setTimeout(focus));
    else focus();
  }
}

window.wagtail.app.register("cite-fact", CiteFact);

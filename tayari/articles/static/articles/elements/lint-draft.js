// The linter's panel of the article editor: sends the form as it stands and shows what was found, in place.
// A finding leads to its words where a field of the form has them. Without it the link opens the findings of the saved draft on a page of their own.

class LintDraft extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a");
    this.result = this.querySelector("[data-result]");
    this.link.textContent = "Look over this draft";
    this.link.addEventListener("click", (event) => {
      event.preventDefault();
      this.look();
    });
    this.result.addEventListener("click", (event) => {
      const finding = event.target.closest("[data-finding]");
      if (event.target.matches("[data-dismiss]")) this.dismiss(finding);
      if (event.target.matches("[data-show]")) this.show(this.place(finding), finding.dataset.words);
    });
  }

  async look() {
    this.result.textContent = "Looking …";
    await this.send(this.dataset.address, new FormData(this.closest("form")), async (response) => {
      this.result.innerHTML = await response.text();
      for (const finding of this.result.querySelectorAll("[data-finding]")) {
        finding.querySelector("[data-show]").hidden = !this.place(finding);
      }
    });
  }

  // The first field with the words after that of the heading they stand under, else the first of all.
  place({ dataset: { words, under } }) {
    const fields = [...this.closest("form").querySelectorAll("input[type=text], textarea")].filter(
      (field) => !this.contains(field) && field.offsetParent,
    );
    const heading = fields.findIndex((field) => under && field.value.trim() === under);
    const has = (field) => field.value.includes(words);
    return fields.slice(heading + 1).find(has) ?? fields.find(has);
  }

  show(field, words) {
    if (!field) return;
    const start = field.value.indexOf(words);
    field.focus();
    field.setSelectionRange(start, start + words.length);
    field.scrollIntoView({ block: "center" });
  }

  async dismiss(finding) {
    const reason = finding.querySelector("input");
    if (reason.value.trim().length < 3) {
      reason.focus();
      return;
    }
    const told = new FormData();
    for (const [name, value] of Object.entries(finding.dataset)) told.append(name, value);
    told.append("reason", reason.value);
    told.append("csrfmiddlewaretoken", this.closest("form").elements.csrfmiddlewaretoken.value);
    await this.send(this.dataset.dismiss, told, () => {
      finding.textContent = "Dismissed. It stays quiet until its sentence or the fact changes.";
    });
  }

  async send(address, body, then) {
    try {
      const response = await fetch(address, { method: "POST", body });
      if (!response.ok) throw new Error(response.statusText);
      await then(response);
    } catch {
      this.result.textContent = "The linter could not be reached; save the draft and try again.";
    }
  }
}

customElements.define("lint-draft", LintDraft);

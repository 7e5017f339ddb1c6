// The form of a question: rows are added, moved and taken out, refs are looked up, and what follows is asked anew.
import { labelOf, lastRef, nextId } from "../models/row-ids.js";

const PAUSE = 600;

class QuestionForm extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.fresh = 1000;
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("input", (event) => this.typed(event));
    this.addEventListener("change", (event) => this.typed(event));
    this.querySelectorAll("[data-judged]").forEach((judged) => this.showJudged(judged));
    this.querySelectorAll("[data-rows]").forEach((rows) => this.number(rows));
  }

  clicked(event) {
    const button = event.target.closest("button[data-act]");
    if (!button) return;
    const rows = button.closest("[data-rows]");
    const row = button.closest("[data-row]");
    const act = button.dataset.act;
    if (act === "add") this.add(rows);
    else if (act === "remove") row.remove();
    else if (act === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    this.number(rows);
    if (act === "up" || act === "down") button.focus();
    this.ask();
  }

  add(rows) {
    const template = rows.querySelector(":scope > template");
    const held = [...rows.querySelectorAll(":scope > .qf-list > [data-row]")];
    const mark = String((this.fresh += 1));
    const row = template.content.firstElementChild.cloneNode(true);
    for (const one of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "aria-describedby", "data-name"]) {
        const value = one.getAttribute(name);
        if (value?.includes("__row__")) one.setAttribute(name, value.replace("__row__", mark));
      }
    }
    const ids = rows.dataset.ids;
    const id = row.querySelector("input[name$='-row']");
    if (ids && ids !== "letters") id.value = nextId(ids, held.map((one) => one.querySelector("input[name$='-row']").value));
    rows.querySelector(":scope > .qf-list").append(row);
    row.querySelectorAll("[data-judged]").forEach((judged) => this.showJudged(judged));
    row.querySelector("textarea, input:not([type=hidden])")?.focus();
  }

  number(rows) {
    const labels = rows.dataset.labels ? rows.dataset.labels.split(" ") : [];
    const held = [...rows.querySelectorAll(":scope > .qf-list > [data-row]")];
    held.forEach((row, place) => {
      const label = labelOf(place, labels);
      row.querySelector("[data-label]").textContent = label;
      const id = row.querySelector("input[name$='-row']");
      if (rows.dataset.ids === "letters") id.value = label;
      const shown = row.querySelector("[data-id]");
      if (shown) shown.textContent = id.value;
      row.querySelector("[data-act=up]").disabled = place === 0;
      row.querySelector("[data-act=down]").disabled = place === held.length - 1;
      row.querySelector("[data-act=remove]").disabled = held.length <= Number(rows.dataset.least);
    });
    const add = rows.querySelector(":scope > [data-act=add]");
    if (add) add.disabled = held.length >= Number(rows.dataset.most);
    this.boxes(rows.dataset.rows, held);
  }

  /** Choices of combinations have a box for each row, in the order of the rows. */
  boxes(name, held) {
    const sets = this.querySelector(`[data-sets="${name}"]`);
    for (const set of sets?.querySelectorAll(".qf-set") ?? []) {
      const picked = new Set([...set.querySelectorAll("input:checked")].map((box) => box.value));
      set.querySelectorAll("label").forEach((label) => label.remove());
      held.forEach((row, place) => {
        const id = row.querySelector("input[name$='-row']").value;
        const box = Object.assign(document.createElement("input"), { type: "checkbox", name: set.dataset.name, value: id });
        box.checked = picked.has(id);
        const label = document.createElement("label");
        label.append(box, ` ${labelOf(place, [])}`);
        set.append(label);
      });
    }
  }

  showJudged(judged) {
    const how = judged.querySelector("select").value;
    for (const part of judged.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(how);
  }

  typed(event) {
    const judged = event.target.closest("[data-judged]");
    if (judged && event.target.matches("select")) this.showJudged(judged);
    if (event.type === "input" && event.target.dataset.finds) this.find(event.target);
    this.ask();
  }

  find(input) {
    clearTimeout(this.finding);
    this.finding = setTimeout(async () => {
      const { before, last } = "many" in input.dataset ? lastRef(input.value) : { before: "", last: input.value };
      if (last.trim().length < 2) return;
      const asked = new URLSearchParams({ what: input.dataset.finds, q: last.replaceAll(/[-._]/g, " ") });
      const answer = await fetch(`${this.dataset.find}?${asked}`);
      if (answer.ok) this.offer(input, before, (await answer.json()).found);
    }, 200);
  }

  offer(input, before, found) {
    let list = input.list;
    if (!list) {
      list = document.createElement("datalist");
      list.id = `${input.name}-found`;
      input.after(list);
      input.setAttribute("list", list.id);
      input.autocomplete = "off";
    }
    list.replaceChildren(
      ...found.map(({ ref, words }) => Object.assign(document.createElement("option"), { value: before + ref, label: words })),
    );
  }

  /** What follows from the question as it stands on the page now. */
  ask() {
    clearTimeout(this.asking);
    this.asking = setTimeout(async () => {
      const part = this.form.querySelector("question-checks [data-part]");
      if (!part) return;
      const answer = await fetch(this.dataset.checks, {
        method: "POST",
        body: new FormData(this.form),
        headers: { "X-Part": "checks" },
      });
      if (answer.ok) part.innerHTML = await answer.text();
    }, PAUSE);
  }
}

customElements.define("question-form", QuestionForm);

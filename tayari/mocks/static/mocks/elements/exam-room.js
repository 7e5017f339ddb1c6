// The exam room: turns what the candidate does into messages, and shows what is saved. Without it the forms still work.
import "./exam-clock.js";
import { Courier } from "../models/courier.js";
import { MessageQueue, lastAnswers } from "../models/message-queue.js";
import { Sheet } from "./exam-sheet.js";
import { orphans, keeper } from "./exam-storage.js";

const now = () => Date.now();
const BEAT_MS = 30_000;

class ExamRoom extends HTMLElement {
  #sheet;
  #courier;
  #others = [];
  #beat;
  #onLine = () => this.#courier.flush({ ask: true });

  connectedCallback() {
    this.dataset.ready = "";
    const sheet = this.querySelector(".sheet");
    if (sheet) this.#sheet = new Sheet(sheet);
    this.#connect();
    this.addEventListener("change", (event) => this.#changed(event));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("time-over", (event) => this.#over(event.detail.paper));
    addEventListener("online", this.#onLine);
    this.#beat = setInterval(() => this.#courier.flush({ ask: true }), BEAT_MS);
    if (this.dataset.ended) this.#handIn();
    else this.#begin();
  }

  disconnectedCallback() {
    removeEventListener("online", this.#onLine);
    clearInterval(this.#beat);
  }

  #connect() {
    const { sitting } = this.dataset;
    const keep = keeper(sitting);
    const carry = (queue) =>
      new Courier({
        queue,
        now,
        random: Math.random,
        keep,
        wait: (run, ms) => setTimeout(run, ms),
        send: (batch, signal) => this.#post(batch, signal),
        told: (...news) => this.#told(...news),
      });
    this.#others = orphans(sitting, now).map(carry);
    this.#courier = carry(new MessageQueue({ client: crypto.randomUUID(), now }));
    this.keep = keep;
  }

  // What an earlier load of this page could not send goes first, and its answers are shown again; then what was chosen
  // while this script was still on its way, of which nobody has been told.
  #begin() {
    const early = [...this.querySelectorAll('[name="options"]')].filter((radio) => radio.checked && !radio.defaultChecked);
    for (const [number, option] of lastAnswers(this.#others.map((courier) => courier.queue))) this.#choose(number, option);
    for (const other of this.#others) other.flush();
    this.#say("visited", Number(this.dataset.current));
    for (const radio of early) {
      this.#choose(Number(radio.form.dataset.number), radio.value);
      this.#changed({ target: radio });
    }
  }

  async #post(batch, signal) {
    const answer = await fetch(this.dataset.messages, {
      method: "POST",
      credentials: "same-origin",
      keepalive: true, // what is under way arrives also when the page is left
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.querySelector("[name=csrfmiddlewaretoken]").value },
      body: JSON.stringify({ ...batch, have: this.dataset.forward ? Number(this.dataset.current) : null }),
      signal,
    });
    if (answer.status === 403) await this.#renewToken(signal);
    if (!answer.ok) throw new Error(`the server said ${answer.status}`);
    return answer.json();
  }

  // Signing in, in another tab, makes this page's token an old one; the room, asked for again, has the new one.
  async #renewToken(signal) {
    const answer = await fetch(location.href, { credentials: "same-origin", signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("exam-room [name=csrfmiddlewaretoken]")?.value;
    for (const field of this.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token ?? field.value;
  }

  #say(kind, question, options) {
    this.#courier.queue.add(kind, question, options);
    this.keep(this.#courier.queue);
    this.#showSaved(this.dataset.waiting);
    return this.#courier.flush();
  }

  #told(answer, lost, ago, problem) {
    if (!answer) {
      console.info("not sent yet", problem);
      return this.#showSaved(this.dataset.offline);
    }
    if (answer.closed) return location.assign(answer.result);
    this.querySelector("exam-clock")?.sync(answer.remaining_ms, answer.question_remaining_ms, ago);
    for (const message of lost) this.#complain(message);
    if (answer.question) this.#open(answer.open, answer.question);
    else if (this.dataset.forward && answer.open === null && answer.remaining_ms === 0) this.#handIn();
    this.#showSaved(this.#unsaved ? this.dataset.waiting : this.dataset.saved, new Date(answer.server_now));
  }

  get #unsaved() {
    return [this.#courier, ...this.#others].reduce((sum, courier) => sum + courier.queue.unsaved, 0);
  }

  #showSaved(template, at) {
    const place = this.querySelector(".room-saved");
    if (at) this.savedAt = at.toLocaleTimeString("en-GB");
    if (!this.#sheet || (template === this.dataset.saved && !this.savedAt)) return;
    const total = this.#sheet.root.querySelectorAll(".sheet-cell").length;
    place.textContent = template
      .replace("{time}", this.savedAt)
      .replace("{n}", this.#sheet.answered)
      .replace("{total}", total)
      .replace("{waiting}", this.#unsaved);
    place.toggleAttribute("data-waiting", template !== this.dataset.saved);
    place.toggleAttribute("data-offline", template === this.dataset.offline);
  }

  #complain({ question, status, kind }) {
    if (kind === "visited") return;
    const form = this.#form(question);
    const template = status === "refused" ? this.dataset.refused : this.dataset.late;
    const place = this.#sheet?.cell(question)?.querySelector(".bubble")?.textContent ?? question;
    const notice = this.querySelector(".room-said");
    notice.hidden = false;
    notice.textContent = template.replace("{place}", form?.dataset.place ?? place);
  }

  #form(number) {
    return this.querySelector(`#q-${number}`);
  }

  #choose(number, option) {
    const form = this.#form(number);
    for (const radio of form?.querySelectorAll('[name="options"]') ?? []) radio.checked = radio.value === option;
    this.#sheet?.change(number, { answered: option !== null });
  }

  #changed({ target }) {
    if (target.name !== "options") return;
    const number = Number(target.form.dataset.number);
    this.#sheet.change(number, { answered: true, seen: true });
    this.#say("answered", number, [target.value]);
  }

  #clicked(event) {
    const link = event.target.closest("a, button");
    if (!link || event.defaultPrevented) return;
    if (link.matches(".room-hand-in")) this.#leave(event, link.href);
    else if (link.matches("a.sheet-cell")) this.#turn(event, Number(link.dataset.number));
    else if (link.matches(".q-tongue a")) this.#speak(event, link);
    else if (link.dataset.act) this.#act(event, link, link.closest(".q"));
  }

  #act(event, button, form) {
    event.preventDefault();
    const number = Number(form.dataset.number);
    if (button.dataset.act === "clear") {
      this.#choose(number, null);
      this.#say("cleared", number);
    } else if (button.dataset.act === "flag") {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? button.dataset.on : button.dataset.off;
      this.#sheet.change(number, { flagged: on });
      this.#say(on ? "flagged" : "unflagged", number);
    } else if (button.dataset.act === "previous") this.#turn(event, Number(form.dataset.previous));
    else if (button.dataset.act === "next" && form.dataset.next) this.#turn(event, Number(form.dataset.next));
    else this.#courier.flush({ ask: true });
  }

  // Turn to a question. Under forward-only navigation the server sends it; until then this one stays.
  #turn(event, number) {
    event.preventDefault();
    if (this.dataset.forward) return this.#say("visited", number);
    for (const form of this.querySelectorAll(".q")) form.hidden = Number(form.dataset.number) !== number;
    this.dataset.current = number;
    this.#sheet.show(number);
    history.replaceState(null, "", `?q=${number}`);
    this.#form(number).querySelector(".q-title").focus({ preventScroll: true });
    scrollTo({ top: 0 });
    return this.#say("visited", number);
  }

  #open(number, html) {
    const place = this.querySelector(".room-questions");
    place.innerHTML = html;
    this.dataset.current = number;
    this.#sheet.show(number);
    place.querySelector(".q-title").focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #speak(event, link) {
    event.preventDefault();
    const form = link.closest(".q");
    form.dataset.show = link.dataset.show;
    form.querySelector("[name=show]").value = link.dataset.show;
  }

  async #leave(event, href) {
    event.preventDefault();
    await Promise.all([this.#courier, ...this.#others].map((courier) => courier.flush()));
    if (this.#unsaved === 0) location.assign(href);
    else this.#showSaved(this.dataset.offline);
  }

  #submitted(event) {
    if (event.target.matches(".q")) event.preventDefault();
  }

  #over(paper) {
    if (paper) this.#handIn();
    else this.#courier.flush({ ask: true });
  }

  // The time is over: what is still unsaved goes first, then the paper.
  async #handIn() {
    if (this.handing) return;
    this.handing = true;
    await Promise.all([...this.#others.map((other) => other.flush()), this.#courier.flush({ ask: true })]);
    const clock = this.querySelector("exam-clock");
    this.handing = false;
    if (!this.dataset.ended && clock?.paperLeft > 0) return;
    if (this.#unsaved > 0 || this.#courier.queue.failures > 0) {
      setTimeout(() => this.#handIn(), 2_000);
      return;
    }
    this.handing = true;
    const form = document.createElement("form");
    form.method = "post";
    form.action = this.dataset.submission;
    form.append(this.querySelector("[name=csrfmiddlewaretoken]").cloneNode());
    this.append(form);
    form.submit();
  }
}

customElements.define("exam-room", ExamRoom);

// The exam room: turns what the candidate does into messages, and shows what is saved. Without it the forms still work.
import "./exam-clock.js";
import { lastActions } from "../models/message-queue.js";
import { Keys } from "./exam-keys.js";
import { Post } from "./exam-post.js";
import { Question } from "./exam-question.js";
import { Said } from "./exam-said.js";
import { Sheet } from "./exam-sheet.js";
import { Tabs } from "./exam-tabs.js";

const TYPED_MS = 700;
const MOVED_MS = 5_000;

class ExamRoom extends HTMLElement {
  #sheet;
  #post;
  #tabs;
  #keys;
  #said;
  #saved;
  #end;
  #extensions;
  #typing = new Map();
  #acted = new Set();
  #handing = false;
  #go = () => this.#settle();

  connectedCallback() {
    this.dataset.ready = "";
    this.#saved = Number(this.dataset.answered);
    this.#end = Date.parse(this.dataset.ends);
    this.#extensions = Number(this.dataset.extensions);
    this.#said = new Said(this);
    this.#drawn();
    this.#post = new Post(this, { about: () => this.#about, told: (...news) => this.#told(...news) });
    this.#tabs = new Tabs(this.dataset.sitting, (news) => this.#hearTab(news));
    this.#keys = new Keys(this, { question: () => this.#question(), act: (name) => this.#do(name) });
    this.#listen();
    this.#post.open();
    if (this.dataset.ended) this.#handIn();
    else this.#begin();
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.#go);
    this.#post.close();
    this.#tabs.close();
    this.#keys.close();
  }

  #listen() {
    this.addEventListener("change", (event) => this.#changed(event.target));
    this.addEventListener("input", (event) => this.#types(event.target));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => event.target.matches(".q") && event.preventDefault());
    this.addEventListener("time-over", (event) => this.#over(event.detail.paper));
    this.addEventListener("clock-jumped", () => this.#post.flush({ ask: true }));
    addEventListener("pagehide", this.#go);
  }

  // The questions and the sheet are new: at the beginning, and when another section opens.
  #drawn() {
    const sheet = this.querySelector(".sheet");
    this.#sheet = sheet && new Sheet(sheet);
  }

  // What was chosen while this script was still on its way is told; what an earlier load of this page could not send is
  // sent, and shown again unless the candidate has already done something else there.
  async #begin() {
    this.#say("visited", Number(this.dataset.current));
    for (const form of this.querySelectorAll(".q")) {
      const question = new Question(form);
      if (question.changedEarly) this.#record(question);
    }
    const left = lastActions(await this.#post.takeUp());
    for (const [number, { options, confidence, flagged }] of left) {
      if (this.#acted.has(number)) continue;
      if (options) this.#show(number, options, confidence);
      if (flagged !== undefined) this.#showFlag(number, flagged);
    }
    this.#post.flush();
  }

  get #about() {
    return { have: this.dataset.forward ? Number(this.dataset.current) : null };
  }

  #question(number = this.dataset.current) {
    const form = this.querySelector(`#q-${number}`);
    return form && new Question(form);
  }

  #say(kind, number, said) {
    this.#post.say(kind, number, said);
    if (kind !== "visited") this.#acted.add(number);
    this.#showSaved("waiting");
    return this.#post.flush();
  }

  // An answer as its form has it now.
  #record(question) {
    clearTimeout(this.#typing.get(question.number));
    this.#typing.delete(question.number);
    const { number, options, confidence } = question;
    this.#sheet.change(number, { answered: options.length > 0, seen: true });
    this.#tabs.tell({ question: number, options, confidence });
    return options.length ? this.#say("answered", number, question.said) : this.#say("cleared", number);
  }

  #changed(target) {
    const form = target.closest(".q");
    if (!form) return;
    const question = new Question(form);
    if (target.name === "options") {
      if (this.#sheet.state(question.number).startsWith("answered")) question.sure(null);
      this.#record(question);
    } else if (target.name === "confidence") {
      question.sure(target.value);
      if (question.options.length) this.#record(question);
    } else if (target.name === "text") this.#settle();
  }

  // What is typed is saved when the typing pauses, and at the latest when the candidate does anything else.
  #types(target) {
    if (target.name !== "text") return;
    const question = new Question(target.form);
    clearTimeout(this.#typing.get(question.number));
    this.#typing.set(question.number, setTimeout(() => this.#record(question), TYPED_MS));
  }

  #settle() {
    for (const number of [...this.#typing.keys()]) this.#record(this.#question(number));
  }

  #clicked(event) {
    const { target } = event;
    if (target.name === "confidence") return this.#unsure(target);
    const link = target.closest("a, button");
    if (!link || event.defaultPrevented) return undefined;
    if (link.matches("[data-leave]")) return this.#leave(event, link.href);
    if (link.matches("a.sheet-cell")) return this.#turn(event, Number(link.dataset.number));
    if (link.matches(".keys-open")) return this.#keys.help();
    const form = link.closest(".q");
    if (!form) return undefined;
    const question = new Question(form);
    if (!link.dataset.show && !link.dataset.act) return undefined;
    event.preventDefault();
    return link.dataset.show ? question.speak(link.dataset.show) : this.#act(link.dataset.act, question);
  }

  #unsure(radio) {
    const question = new Question(radio.form);
    if (question.takeBack(radio) && question.options.length) this.#record(question);
  }

  #act(act, question) {
    this.#settle();
    const { number } = question;
    if (act === "clear") {
      question.put([]);
      this.#record(question);
    } else if (act === "flag") {
      const flagged = !question.flagged;
      this.#showFlag(number, flagged);
      this.#tabs.tell({ question: number, flagged });
      this.#say(flagged ? "flagged" : "unflagged", number);
    } else if (question.form.dataset[act]) this.#turn(null, Number(question.form.dataset[act]));
    else this.#post.flush({ ask: true });
  }

  // What a key asks for.
  #do(name) {
    const question = this.#question();
    if (name === "sheet") this.#sheet?.focus();
    else if (name === "clock") this.#clock?.toggle();
    else if (!question) return;
    else if (name === "language") question.speakNext();
    else if (["sure", "unsure", "guess"].includes(name)) question.pressSure(name);
    else if (name !== "previous" || question.form.dataset.previous) this.#act(name, question);
  }

  // Turn to a question. Under forward-only navigation the server sends it; until then this one stays.
  #turn(event, number) {
    event?.preventDefault();
    this.#settle();
    if (this.dataset.forward) {
      this.#tabs.tell({ turned: true });
      return this.#say("visited", number);
    }
    for (const form of this.querySelectorAll(".q")) form.hidden = Number(form.dataset.number) !== number;
    history.replaceState(null, "", `?q=${number}`);
    this.#arrive(number);
    return this.#say("visited", number);
  }

  #arrive(number) {
    this.dataset.current = number;
    this.#sheet.show(number);
    this.#question(number).focus();
  }

  #open(number, html) {
    this.querySelector(".room-questions").innerHTML = html;
    this.#arrive(number);
  }

  // Another section is open: what it holds comes as a page.
  async #renew() {
    const page = await this.#post.page();
    const room = page.querySelector("exam-room");
    if (!room?.querySelector(".room-body")) return location.reload();
    for (const selector of [".room-body", "exam-clock"]) {
      this.querySelector(selector)?.replaceWith(document.adoptNode(room.querySelector(selector)));
    }
    this.dataset.section = room.dataset.section;
    this.#drawn();
    this.#arrive(Number(room.dataset.current));
    return this.#said.tell("section");
  }

  #told(answer, problems, ago, problem) {
    if (!answer) {
      console.info("not sent yet", problem);
      return this.#showSaved("offline");
    }
    if (answer.closed) return location.assign(answer.result);
    this.#time(answer, ago);
    for (const one of problems) this.#complain(one);
    this.#hear(answer.changed ?? [], "Elsewhere");
    if (answer.question && this.#sheet.isOpen(answer.open)) this.#open(answer.open, answer.question);
    else if (answer.question || this.#isAnother(answer.section)) this.#renew().catch(console.info);
    else if (this.dataset.forward && answer.open === null && answer.remaining_ms === 0) this.#handIn();
    this.#saved = answer.saved;
    return this.#showSaved(this.#post.unsaved ? "waiting" : "saved", answer.server_now);
  }

  // The clocks as the server has them. Its own moments alone tell that the end was moved, not this device's clock; where
  // questions have a time, leaving one early moves the end as well, which is no news.
  #time(answer, ago) {
    const { remaining_ms: paper, question_remaining_ms: question, section_remaining_ms: section = null } = answer;
    this.#clock?.sync({ paper, question, section }, ago);
    const given = (answer.extensions ?? []).slice(this.#extensions);
    this.#extensions += given.length;
    for (const { ms, reason } of given) {
      this.#said.tell(ms > 0 ? "more" : "less", { span: this.#said.span(ms), reason }, "end");
    }
    if (paper === null || question !== null) return;
    const end = Date.parse(answer.server_now) + paper;
    const moved = end - this.#end;
    if (!given.length && Math.abs(moved) >= MOVED_MS && paper > 0 && !this.#isAnother(answer.section)) {
      this.#said.tell(moved > 0 ? "extended" : "shortened", { span: this.#said.span(moved) }, "end");
    }
    this.#end = end;
  }

  // Whether the open section is not the one that is shown; null where sections do not close.
  #isAnother(section) {
    return (section ?? null) !== null && String(section) !== this.dataset.section;
  }

  get #clock() {
    return this.querySelector("exam-clock");
  }

  #showSaved(how, at) {
    if (!this.#sheet) return;
    this.#said.saved(how, { n: this.#saved, total: this.#sheet.total, waiting: this.#post.unsaved }, at);
  }

  #complain({ question, status, kind, late, kept }) {
    if (kind === "visited" || kind === "left") return;
    const name = late ? "inTime" : status === "refused" ? "refused" : kept ? "kept" : "late";
    this.#said.tell(name, { place: this.#sheet?.place(question) ?? question }, `${question} taken`);
  }

  #hearTab(news) {
    if (news.turned) this.#post.flush({ ask: true });
    else this.#hear([news], "Tab");
  }

  // What was done elsewhere. What this page has still to tell goes first; the server then says which action was later.
  #hear(changes, where) {
    for (const { question, options, confidence, flagged, at } of changes) {
      if (this.#typing.has(question) || (where === "Elsewhere" && this.#post.waitsFor(question))) continue;
      const answered = options && this.#show(question, options, confidence);
      const marked = flagged !== undefined && this.#showFlag(question, flagged);
      if (!answered && !marked) continue;
      const name = answered && options.length ? "answered" : "changed";
      const place = this.#sheet.place(question);
      this.#said.tell(name + where, { place, time: this.#said.time(at) }, `${question} elsewhere`);
    }
  }

  #show(number, options, confidence) {
    const other = this.#question(number)?.put(options, confidence) ?? false;
    return this.#sheet.change(number, { answered: options.length > 0 }) || other;
  }

  #showFlag(number, flagged) {
    this.#question(number)?.flag(flagged);
    return this.#sheet.change(number, { flagged });
  }

  async #leave(event, href) {
    event.preventDefault();
    this.#settle();
    await this.#post.flush();
    if (this.#post.unsaved === 0) location.assign(href);
    else this.#showSaved("offline");
  }

  #over(paper) {
    this.#settle();
    if (paper) this.#handIn();
    else this.#post.flush({ ask: true });
  }

  // The time is over: what is still unsaved goes first, then the paper.
  async #handIn() {
    if (this.#handing) return;
    this.#handing = true;
    await this.#post.flush({ ask: true });
    this.#handing = false;
    if (!this.dataset.ended && this.#clock?.paperLeft > 0) return;
    if (this.#post.unsaved > 0 || this.#post.failing) {
      setTimeout(() => this.#handIn(), 2_000);
      return;
    }
    this.#handing = true;
    const form = document.createElement("form");
    form.method = "post";
    form.action = this.dataset.submission;
    form.append(this.querySelector("[name=csrfmiddlewaretoken]").cloneNode());
    this.append(form);
    form.submit();
  }
}

customElements.define("exam-room", ExamRoom);

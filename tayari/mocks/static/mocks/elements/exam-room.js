// The exam room: turns what the candidate does into messages, and shows what is saved. Without it the forms still work.
import "./exam-clock.js";
import { lastActions } from "../models/message-queue.js";
import { Device } from "./exam-device.js";
import { Heard } from "./exam-heard.js";
import { Keys } from "./exam-keys.js";
import { Paper } from "./exam-paper.js";
import { Post } from "./exam-post.js";
import { Question } from "./exam-question.js";
import { unseal } from "./exam-sealed.js";
import { Said } from "./exam-said.js";
import { Tabs } from "./exam-tabs.js";

const TYPED_MS = 700;

class ExamRoom extends HTMLElement {
  #paper;
  #post;
  #heard;
  #tabs;
  #keys;
  #device;
  #typing = new Map();
  #acted = new Set();
  #handing = false;
  #go = () => this.#settle();

  connectedCallback() {
    if (this.dataset.sealed) unseal(this).then(() => this.#enter(), (problem) => this.#whole(problem));
    else this.#enter();
  }

  // The sealed paper is not here, or does not open: the room is asked for with its questions.
  #whole(problem) {
    console.info("the sealed paper is not here", problem);
    location.replace(this.dataset.whole);
  }

  #enter() {
    this.dataset.ready = "";
    this.#paper = new Paper(this);
    this.#post = new Post(this, { about: () => this.#about, told: (...news) => this.#heard.told(...news) });
    this.#heard = new Heard(this, {
      paper: this.#paper,
      post: this.#post,
      said: new Said(this),
      typing: (number) => this.#typing.has(number),
      end: () => this.#handIn(),
    });
    this.#tabs = new Tabs(this.dataset.sitting, (news) => this.#heard.tab(news));
    this.#keys = new Keys(this, { question: () => this.#paper.question(), act: (name) => this.#do(name) });
    this.#device = new Device(this);
    this.#listen();
    this.#post.open();
    if (this.dataset.ended) this.#handIn();
    else this.#begin();
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.#go);
    this.#post?.close();
    this.#tabs?.close();
    this.#keys?.close();
  }

  #listen() {
    this.addEventListener("change", (event) => this.#changed(event.target));
    this.addEventListener("input", (event) => this.#types(event.target));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("time-over", (event) => this.#over(event.detail.paper));
    this.addEventListener("clock-jumped", () => this.#post.flush({ ask: true }));
    addEventListener("pagehide", this.#go);
  }

  // What was chosen while this script was still on its way is told; what an earlier load of this page could not send is
  // sent, and shown again unless the candidate has already done something else there.
  async #begin() {
    this.#say("visited", Number(this.dataset.current));
    for (const question of this.#paper.questions) if (question.changedEarly) this.#record(question);
    const left = lastActions(await this.#post.takeUp());
    for (const [number, { options, confidence, flagged }] of left) {
      if (this.#acted.has(number)) continue;
      if (options) this.#paper.show(number, options, confidence);
      if (flagged !== undefined) this.#paper.showFlag(number, flagged);
    }
    this.#post.flush();
  }

  get #about() {
    return { have: this.dataset.forward ? Number(this.dataset.current) : null };
  }

  #say(kind, number, said) {
    this.#post.say(kind, number, said);
    if (kind !== "visited") this.#acted.add(number);
    this.#heard.showSaved("waiting");
    return this.#post.flush();
  }

  // An answer as its form has it now.
  #record(question) {
    clearTimeout(this.#typing.get(question.number));
    this.#typing.delete(question.number);
    const { number, options, confidence } = question;
    this.#paper.sheet.change(number, { answered: options.length > 0, seen: true });
    this.#tabs.tell({ question: number, options, confidence });
    return options.length ? this.#say("answered", number, question.said) : this.#say("cleared", number);
  }

  #changed(target) {
    const form = target.closest(".q");
    if (!form) return;
    const question = new Question(form);
    if (target.name === "options") {
      if (this.#paper.sheet.state(question.number).startsWith("answered")) question.sure(null);
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
    for (const number of [...this.#typing.keys()]) this.#record(this.#paper.question(number));
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

  #submitted(event) {
    if (event.target.matches(".q")) event.preventDefault();
    else if (event.target.matches(".device-ask")) this.#device.ask(event);
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
      this.#paper.showFlag(number, flagged);
      this.#tabs.tell({ question: number, flagged });
      this.#say(flagged ? "flagged" : "unflagged", number);
    } else if (question.form.dataset[act]) this.#turn(null, Number(question.form.dataset[act]));
    else this.#post.flush({ ask: true });
  }

  // What a key asks for.
  #do(name) {
    const question = this.#paper.question();
    if (name === "sheet") this.#paper.sheet?.focus();
    else if (name === "clock") this.#paper.clock?.toggle();
    else if (!question) return;
    else if (name === "language") question.speakNext();
    else if (["sure", "unsure", "guess"].includes(name)) question.pressSure(name);
    else if (name !== "previous" || question.form.dataset.previous) this.#act(name, question);
  }

  // Turn to a question. Under forward-only navigation the server sends it; until then this one stays.
  #turn(event, number) {
    event?.preventDefault();
    this.#settle();
    if (this.dataset.forward) this.#tabs.tell({ turned: true });
    else this.#paper.turn(number);
    return this.#say("visited", number);
  }

  async #leave(event, href) {
    event.preventDefault();
    this.#settle();
    await this.#post.flush();
    if (this.#post.unsaved === 0) location.assign(href);
    else this.#heard.showSaved("offline");
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
    if (!this.dataset.ended && this.#paper.clock?.paperLeft > 0) return;
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

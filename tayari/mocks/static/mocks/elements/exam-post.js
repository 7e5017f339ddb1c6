// What goes to the server and comes back: this page's messages, those that earlier loads left, and questions about the
// time and about what other tabs and devices did.
import { Courier } from "../models/courier.js";
import { MessageQueue } from "../models/message-queue.js";
import { Storage } from "./exam-storage.js";

export const ASK_MS = 15_000;
const now = () => performance.timeOrigin + performance.now();

export class Post {
  #storage;
  #own;
  #left = [];
  #seen;
  #askedAt = now();
  #timer;
  #return = () => this.flush({ ask: true });
  #look = () => document.visibilityState === "visible" && this.flush({ ask: true });
  #go = () => this.#storage.settle();

  // `about()` gives what every request carries along; `told` hears every answer and every failure.
  constructor(room, { about, told }) {
    Object.assign(this, { room, about, told });
    this.#seen = Number(room.dataset.seq);
    this.#storage = new Storage(room.dataset.sitting, now);
    this.#own = this.#courier(new MessageQueue({ client: crypto.randomUUID(), now }), true);
    this.#storage.live(this.#own.queue.client);
  }

  open() {
    addEventListener("online", this.#return);
    addEventListener("pagehide", this.#go);
    document.addEventListener("visibilitychange", this.#look);
    this.#timer = setInterval(() => this.#poll(), 1_000);
  }

  close() {
    removeEventListener("online", this.#return);
    removeEventListener("pagehide", this.#go);
    document.removeEventListener("visibilitychange", this.#look);
    clearInterval(this.#timer);
  }

  // Takes up what earlier loads of this page could not send. Returns their queues.
  async takeUp() {
    this.#left = (await this.#storage.orphans()).map((queue) => this.#courier(queue, false));
    return this.#left.map(({ queue }) => queue);
  }

  say(kind, question, said) {
    const message = this.#own.queue.add(kind, question, said);
    this.#storage.keep(this.#own.queue);
    return message;
  }

  flush(how) {
    return Promise.all([...this.#left.map((courier) => courier.flush()), this.#own.flush(how)]);
  }

  get unsaved() {
    return this.#couriers.reduce((sum, { queue }) => sum + queue.unsaved, 0);
  }

  get failing() {
    return this.#couriers.some(({ queue }) => queue.failures > 0);
  }

  waitsFor(question) {
    return this.#couriers.some(({ queue }) => queue.waitsFor(question));
  }

  get #couriers() {
    return [this.#own, ...this.#left];
  }

  // A page that nobody looks at asks nothing; it asks when it is looked at again.
  #poll() {
    if (document.visibilityState === "visible" && now() - this.#askedAt >= ASK_MS) this.#own.flush({ ask: true });
  }

  #courier(queue, own) {
    return new Courier({
      queue,
      now,
      random: Math.random,
      keep: (kept) => this.#storage.keep(kept),
      wait: (run, ms) => setTimeout(run, ms),
      send: (batch, signal) => this.#send({ ...batch, ...this.about(), seen: own ? this.#seen : null }, signal),
      ask: (client, signal) => this.#ask({ client, ...this.about(), seen: this.#seen }, signal),
      told: (answer, lost, ago, problem) => {
        if (own && answer?.seq) this.#seen = answer.seq;
        this.told(answer, lost, ago, problem);
      },
    });
  }

  async #send(body, signal) {
    const answer = await fetch(this.room.dataset.messages, {
      method: "POST",
      credentials: "same-origin",
      keepalive: true, // what is under way arrives also when the page is left
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.#token.value, ...this.#pass },
      body: JSON.stringify(body),
      signal,
    });
    // An old pass is not refused: the request takes the longer way, and a new one comes back.
    this.room.dataset.pass = answer.headers.get("X-Sitting-Pass") ?? this.room.dataset.pass ?? "";
    if (answer.status === 403) await this.#renewToken(signal);
    return this.#read(answer);
  }

  async #ask(asked, signal) {
    const told = Object.entries(asked).filter(([, value]) => value !== null);
    const address = `${this.room.dataset.messages}?${new URLSearchParams(told)}`;
    return this.#read(await fetch(address, { credentials: "same-origin", signal }));
  }

  #read(answer) {
    this.#askedAt = now();
    if (!answer.ok) throw new Error(`the server said ${answer.status}`);
    return answer.json();
  }

  get #pass() {
    return this.room.dataset.pass ? { "X-Sitting-Pass": this.room.dataset.pass } : {};
  }

  get #token() {
    return this.room.querySelector("[name=csrfmiddlewaretoken]");
  }

  // Signing in, in another tab, makes this page's token an old one; the room, asked for again, has the new one.
  async #renewToken(signal) {
    const page = await this.page(signal);
    const token = page.querySelector("exam-room [name=csrfmiddlewaretoken]")?.value;
    for (const field of this.room.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token ?? field.value;
  }

  // The room as the server would show it now.
  async page(signal) {
    const answer = await fetch(location.href, { credentials: "same-origin", signal });
    if (!answer.ok) throw new Error(`the server said ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }
}

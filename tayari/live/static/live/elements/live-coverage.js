// Follows an open coverage: one connection a browser, files when there is none, and nothing is missed by sleeping.
import { Feed, filesFor, pause } from "../models/feed.js";
import { Posts } from "./live-posts.js";
import { Tabs } from "./live-tabs.js";

const LOOK_MS = 60000; // a connection may be dead and not know it
const SILENT_MS = 25000; // without a word from the leading tab
const LOST_MS = 8000;

class LiveCoverage {
  #article;
  #posts;
  #feed;
  #base = location.pathname.replace(/\/$/, "") + "/events";
  #events = null;
  #work = Promise.resolve();
  #tries = 0;
  #heard = performance.now();
  #timers = {};

  constructor(article) {
    this.#article = article;
    this.#posts = new Posts(article);
    this.#feed = new Feed(article.dataset.cursor);
    this.tabs = new Tabs(`tayari:live:${this.#base}`, {
      lead: () => this.#open(),
      rest: () => this.#close(),
      alive: () => this.#events?.readyState === EventSource.OPEN,
      heard: (news) => this.#hear(news),
    });
    addEventListener("pagehide", () => this.tabs.leave());
    document.addEventListener("freeze", () => this.tabs.leave());
    document.addEventListener("resume", () => this.#wake());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#wake());
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => !document.hidden && this.#wake());
    this.#timers.look = setInterval(() => this.#look(), SILENT_MS);
    this.tabs.join();
  }

  /** For whoever looks from outside: how far the page is. */
  get cursor() {
    return this.#feed.cursor;
  }

  #wake() {
    if (this.#closed) return;
    this.tabs.join();
    if (this.tabs.leads && this.#events?.readyState !== EventSource.OPEN) this.#open();
    this.#later(() => this.#catchUp());
  }

  #look() {
    if (this.#closed || document.hidden) return;
    const silent = performance.now() - this.#heard;
    if (silent > (this.tabs.leads ? LOOK_MS : SILENT_MS)) this.#later(() => this.#catchUp());
  }

  get #closed() {
    return this.#article.dataset.state !== "open";
  }

  // The connection

  #open() {
    this.#close();
    if (this.#closed) return;
    const events = new EventSource(`${this.#base}?after=${this.#feed.cursor}`);
    this.#events = events;
    events.addEventListener("open", () => {
      this.#tries = 0;
      this.#found();
    });
    for (const kind of ["post", "reset"]) {
      events.addEventListener(kind, ({ lastEventId, data }) => {
        const news = { kind, id: lastEventId, data };
        this.tabs.tell(news);
        this.#hear(news);
      });
    }
    events.addEventListener("error", () => {
      this.#timers.lost ??= setTimeout(() => this.#posts.say(this.#posts.new.dataset.lost), LOST_MS);
      if (events.readyState !== EventSource.CLOSED) return;
      // Refused, or nothing is to come: the files tell which.
      this.#later(() => this.#catchUp());
      clearTimeout(this.#timers.again);
      this.#timers.again = setTimeout(() => this.#open(), pause(this.#tries++, Math.random()));
    });
  }

  #close() {
    clearTimeout(this.#timers.again);
    this.#events?.close();
    this.#events = null;
  }

  #found() {
    clearTimeout(this.#timers.lost);
    delete this.#timers.lost;
    if (this.#posts.said.textContent === this.#posts.new.dataset.lost) this.#posts.say("");
  }

  // What is told, one after the other

  #hear(news) {
    this.#heard = performance.now();
    if (news.alive) return;
    if (!news.read) this.#later(() => this.#take(news));
    else if (news.read !== this.#feed.cursor) this.#later(() => this.#catchUp());
  }

  #later(act) {
    this.#work = this.#work.then(act).catch(() => {});
    return this.#work;
  }

  async #take({ kind, id, data }) {
    const [epoch, number] = id.split(".");
    const seq = Number(number);
    if (kind === "reset") {
      const page = new DOMParser().parseFromString(JSON.parse(data).html, "text/html");
      if (this.#feed.judge(epoch, seq) !== "old") this.#replace(page.querySelector(".coverage"), id);
      return;
    }
    const judged = this.#feed.judge(epoch, seq);
    if (judged === "gap") await this.#catchUp();
    else if (judged === "other") await this.#renew();
    else if (judged === "next") await this.#apply(epoch, JSON.parse(data));
  }

  async #apply(epoch, event) {
    if (event.kind === "page") await this.#lead(event.seq);
    else if (!this.#posts.apply(event)) await this.#renew();
    if (event.seq > this.#feed.seq || epoch !== this.#feed.epoch) this.#feed.went(epoch, event.seq);
    this.#article.dataset.cursor = this.#feed.cursor;
  }

  // What was missed, from files

  async #catchUp() {
    const newest = await this.#json("/newest.json", "no-cache");
    this.#found();
    const found = this.#feed.compare(newest);
    if (found === "anew") await this.#renew();
    else if (found === "new") await this.#read(newest);
    if (!newest.open && !this.#closed) await this.#lead(newest.seq);
    // Without a connection the other tabs hear of it by this alone.
    if (this.tabs.leads) this.tabs.tell({ read: this.#feed.cursor });
  }

  async #read(newest) {
    for (const [from, to] of filesFor(this.#feed.seq, newest.seq)) {
      const cache = to <= newest.seq ? "default" : "no-cache";
      const { epoch, events } = await this.#json(`/${from}-${to}.json?epoch=${newest.epoch}`, cache);
      for (const event of events) {
        if (this.#feed.judge(epoch, event.seq) !== "old") await this.#apply(epoch, event);
      }
    }
  }

  async #json(path, cache) {
    const answer = await fetch(this.#base + path, { cache });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  }

  /** The page as it now is, at `seq` or later. */
  async #page(seq) {
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(location.pathname, { cache: "no-cache" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const article = page.querySelector("article.coverage");
      if (!article) throw new Error("the page is gone");
      if (tries === 3 || new Feed(article.dataset.cursor).seq >= seq) return article;
      await new Promise((done) => setTimeout(done, 500));
    }
  }

  async #lead(seq) {
    const article = await this.#page(seq);
    if (!this.#posts.fits(article)) return this.#replace(article, article.dataset.cursor);
    this.#posts.lead(article);
    if (this.#closed) this.#end();
  }

  async #renew() {
    const article = await this.#page(0);
    this.#replace(article, article.dataset.cursor);
  }

  #replace(article, cursor) {
    this.#posts.replace(article);
    this.#feed.set(cursor);
    this.#article.dataset.cursor = cursor;
    if (this.#closed) this.#end();
  }

  #end() {
    this.tabs.leave();
    clearInterval(this.#timers.look);
    this.#posts.say(this.#posts.new.dataset.closed);
  }
}

const article = document.querySelector("article.coverage[data-state=open]");
if (article) globalThis.tayariLive = new LiveCoverage(article);

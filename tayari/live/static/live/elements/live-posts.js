// Puts what is told into the page without moving what is being read. New posts wait behind a button.
import { placeOf } from "../models/feed.js";

function made(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

const placeIn = ({ value, dataset: { place, pinned } }) => ({ place: Number(place ?? value), pinned: pinned !== undefined });

export class Posts {
  #article;
  #title = document.title;

  constructor(article) {
    this.#article = article;
    this.#find();
  }

  #find() {
    this.new = this.#article.querySelector(".coverage-new");
    this.button = this.new.querySelector("button");
    this.said = this.#article.querySelector(".coverage-said");
    this.button.addEventListener("click", () => this.reveal());
  }

  /** Apply one event about a post; false when the page has no place for it. */
  apply(event) {
    const list = this.#listOf(event.edition);
    if (!list) return false;
    this.steadily(() => {
      this.#put(list, event);
      this.#point(event);
      this.#article.querySelector(".coverage-counted").innerHTML = event.line;
    });
    this.#count();
    return true;
  }

  #listOf(edition) {
    const wanted = this.#article.dataset.form === "briefing" ? edition : "";
    return [...this.#article.querySelectorAll("ol.posts")].find((list) => list.dataset.edition === wanted);
  }

  #put(list, event) {
    const post = made(event.html);
    const old = document.getElementById(post.id);
    const others = [...list.children].filter((other) => other !== old);
    const isFirst = !others.some((other) => !other.hidden);
    post.hidden = old ? old.hidden : !event.gone && !isFirst;
    old?.remove();
    const at = placeOf(others.map(placeIn), event, { pinnedFirst: list.dataset.edition === "" });
    list.insertBefore(post, others[at] ?? null);
    list.closest("section").hidden = false;
    list.parentElement.querySelector(".posts-none")?.remove();
    if (list.dataset.edition === "") this.#article.querySelector(".posts-all > .posts-none")?.remove();
  }

  /** The rail of key events. */
  #point({ number, moment }) {
    const rail = this.#article.querySelector(".key-events");
    const line = rail.querySelector(".timeline");
    const id = `#post-${number}`;
    line.querySelector(`a[href="${id}"]`)?.closest(".moment").remove();
    if (moment) {
      const point = made('<li class="moment"><p class="moment-date tabular"></p><p class="moment-words"><a></a></p></li>');
      point.dataset.at = moment.at;
      const time = document.createElement(moment.date ? "time" : "span");
      if (moment.date) time.dateTime = moment.date;
      time.textContent = moment.when;
      point.querySelector(".moment-date").append(time);
      Object.assign(point.querySelector("a"), { href: id, textContent: moment.words });
      line.insertBefore(point, [...line.children].find((other) => this.#at(other) > moment.at) ?? null);
    }
    rail.hidden = !line.children.length;
  }

  #at(point) {
    return point.dataset.at ?? point.querySelector("time")?.dateTime ?? "";
  }

  get waiting() {
    return [...this.#article.querySelectorAll(".post[hidden]")];
  }

  #count() {
    const n = this.waiting.length;
    const words = n === 1 ? this.new.dataset.one : this.new.dataset.many.replace("{n}", n);
    this.button.hidden = !n;
    this.button.textContent = n ? words : "";
    this.say(n ? words : "", { aloud: true });
    document.title = n ? `(${n}) ${this.#title}` : this.#title;
  }

  /** Show what waited, and lead the reader to the first of it. */
  reveal() {
    const [first, ...others] = this.waiting;
    for (const post of [first, ...others]) post.hidden = false;
    this.#count();
    first.scrollIntoView({ block: "start" });
    first.querySelector(".post-number").focus({ preventScroll: true });
  }

  /** Politely; `aloud` only to those who listen to the page, since others see it already. */
  say(words, { aloud = false } = {}) {
    this.said.classList.toggle("visually-hidden", aloud);
    if (this.said.textContent !== words) this.said.textContent = words;
  }

  /** Whether a newer page has the same editions. */
  fits(article) {
    const editions = (page) => [...page.querySelectorAll("section.edition")].map(({ id }) => id).join();
    return editions(article) === editions(this.#article);
  }

  /** Take the part above the posts from a newer page. */
  lead(article) {
    this.steadily(() => {
      this.#article.querySelector(".coverage-lead").replaceWith(article.querySelector(".coverage-lead"));
      this.#article.dataset.state = article.dataset.state;
    });
  }

  /** Take everything from a newer page. */
  replace(article) {
    this.steadily(() => {
      Object.assign(this.#article.dataset, { ...article.dataset });
      this.#article.replaceChildren(...article.childNodes);
    });
    if (this.#article.querySelector(".coverage-new")) this.#find();
    document.title = this.#title;
  }

  /** Do `change` so that the post under the reader's eyes stays where it is. */
  steadily(change) {
    const read = [...this.#article.querySelectorAll(".post:not([hidden])")].find(
      (post) => post.getBoundingClientRect().bottom > 0,
    );
    const before = read?.getBoundingClientRect().top;
    change();
    const now = read && document.getElementById(read.id);
    // At the top of the page nothing is being read yet that could move away.
    if (now && !now.hidden && scrollY > 0) scrollBy({ top: now.getBoundingClientRect().top - before, behavior: "instant" });
  }
}

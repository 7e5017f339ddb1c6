// The desk of a coverage: keeps what is being written, hears of what others publish, and knows the keys.
const KEEP_MS = 800; // after the last key
const SETTLE_MS = 150; // several changes at once are one new list
const ASK_MS = 15000; // where there is no stream

class Desk {
  #desk;
  #form;
  #list;
  #kept;
  #told;
  #timers = {};
  #keeping = null; // what is on its way to the server
  #unkept = false;
  #sent = false;
  #events = null;

  constructor(desk) {
    this.#desk = desk;
    this.#form = desk.querySelector("[data-write]");
    this.#list = desk.querySelector("[data-list]");
    this.#kept = desk.querySelector("[data-kept]");
    this.#told = desk.querySelector("[data-told]");
    for (const kind of ["input", "change"]) this.#form.addEventListener(kind, (event) => this.#written(event));
    this.#form.addEventListener("submit", (event) => this.#send(event));
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#keep() : this.#refresh()));
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    addEventListener("pagehide", () => this.#events?.close());
    this.#timers.ask = setInterval(() => this.#ask(), ASK_MS);
    this.#follow();
  }

  // The draft

  #written({ target }) {
    if (!target.name || target.closest("lint-draft")) return;
    this.#unkept = true;
    clearTimeout(this.#timers.keep);
    this.#timers.keep = setTimeout(() => this.#keep(), KEEP_MS);
  }

  async #keep() {
    clearTimeout(this.#timers.keep);
    if (this.#keeping) await this.#keeping;
    if (!this.#unkept || this.#sent) return;
    this.#unkept = false;
    this.#keeping = this.#post().finally(() => (this.#keeping = null));
    await this.#keeping;
  }

  async #post() {
    try {
      const body = new FormData(this.#form);
      const answer = await fetch(this.#desk.dataset.draft, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.#kept.textContent = `Draft kept at ${(await answer.json()).saved}.`;
    } catch {
      this.#unkept = true;
      this.#kept.textContent = "The draft could not be kept. It is tried again.";
      this.#timers.keep = setTimeout(() => this.#keep(), ASK_MS);
    }
  }

  /** Once, and not before a draft that is on its way has arrived: it would be kept after the post was published. */
  async #send(event) {
    if (this.#sent) {
      event.preventDefault();
      return;
    }
    clearTimeout(this.#timers.keep);
    this.#sent = true;
    if (!this.#keeping) return;
    event.preventDefault();
    await this.#keeping;
    this.#sent = false;
    this.#form.requestSubmit(event.submitter ?? this.#publish);
  }

  get #publish() {
    return this.#form.querySelector("[data-publish]");
  }

  // What others do

  #follow() {
    const { cursor } = this.#list.firstElementChild.dataset;
    this.#events = new EventSource(`${this.#desk.dataset.events}?after=${cursor}`);
    for (const kind of ["post", "reset"]) this.#events.addEventListener(kind, () => this.#changed());
  }

  #changed() {
    clearTimeout(this.#timers.settle);
    this.#timers.settle = setTimeout(() => this.#refresh(), SETTLE_MS);
  }

  #ask() {
    if (!document.hidden && this.#events.readyState !== EventSource.OPEN) this.#refresh();
  }

  async #refresh() {
    // Who is writing why a post is taken down keeps his words; the list comes with the next change.
    if (this.#list.contains(document.activeElement) && document.activeElement.matches("input")) return;
    const answer = await fetch(this.#desk.dataset.posts).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const before = this.#revisions();
    const focus = this.#postOf(document.activeElement)?.id;
    const open = [...this.#list.querySelectorAll("details[open]")].map(({ id }) => id);
    this.#list.innerHTML = await answer.text();
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    this.#tell(before, this.#revisions());
  }

  #revisions() {
    const posts = [...this.#list.querySelectorAll(".desk-post")];
    return new Map(posts.map(({ dataset: { pk, revision, gone } }) => [pk, `${revision}${gone === undefined ? "" : " gone"}`]));
  }

  #tell(before, now) {
    const own = this.#desk.dataset.post;
    if (own && before.has(own) && before.get(own) !== now.get(own)) {
      this.#told.textContent = "The post that you edit was changed by somebody else. When you save, you see both wordings.";
      return;
    }
    const changed = [...now].filter(([pk, revision]) => before.get(pk) !== revision).length;
    if (changed) this.#told.textContent = changed === 1 ? "1 post is new or changed." : `${changed} posts are new or changed.`;
  }

  // Keys

  #postOf(element) {
    return element && this.#list.contains(element) ? element.closest(".desk-post") : null;
  }

  #key(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    if ((ctrlKey || metaKey) && key === "Enter" && this.#form.contains(event.target)) {
      event.preventDefault();
      this.#form.requestSubmit(this.#publish);
    } else if (ctrlKey && key === ".") {
      event.preventDefault();
      this.#cross();
    } else if (!ctrlKey && !metaKey && !altKey) this.#onPost(event);
  }

  /** From the text to the posts, and back. */
  #cross() {
    const text = this.#form.querySelector("textarea");
    if (this.#form.contains(document.activeElement)) this.#list.querySelector(".desk-post")?.focus();
    else text.focus();
  }

  /** Single keys mean something only while a post has the focus. */
  #onPost(event) {
    const post = this.#postOf(document.activeElement);
    if (!post || document.activeElement.matches("input")) return;
    const posts = [...this.#list.querySelectorAll(".desk-post")];
    const at = posts.indexOf(post);
    const does = {
      j: () => posts[at + 1]?.focus(),
      k: () => posts[at - 1]?.focus(),
      e: () => post.querySelector("[data-edit]")?.click(),
      p: () => post.querySelector("[data-pin]")?.click(),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }
}

const desk = document.querySelector("[data-desk]");
if (desk) new Desk(desk);

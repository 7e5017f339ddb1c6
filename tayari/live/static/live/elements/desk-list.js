// The posts beside a desk's form: pinned and taken down in place, and renewed when somebody changes one.
const SETTLE_MS = 150; // several changes at once are one new list
const ASK_MS = 15000; // for what no event tells: posts that wait, and who is writing
const TOKEN = /name="csrfmiddlewaretoken" value="[^"]*"/g;

export class PostList {
  #list;
  #told;
  #from;
  #own;
  #shown = "";
  #timer;
  #renewed = Promise.resolve();

  /** `told` is the line that says what changed; `own` the post that is being edited here. */
  constructor(list, { from, events, told, own }) {
    this.#list = list;
    this.#from = from;
    this.#told = told;
    this.#own = own;
    list.addEventListener("submit", (event) => this.#act(event));
    setInterval(() => document.hidden || this.renew(), ASK_MS);
    if (events) this.#follow(events);
  }

  #follow(events) {
    const source = new EventSource(`${events}?after=${this.#list.firstElementChild.dataset.cursor}`);
    for (const kind of ["post", "reset"]) source.addEventListener(kind, () => this.#changed());
    addEventListener("pagehide", () => source.close());
  }

  #changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.renew(), SETTLE_MS);
  }

  get posts() {
    return [...this.#list.querySelectorAll(".desk-post")];
  }

  /** The post in which the focus is. */
  get current() {
    return document.activeElement?.closest("[data-list] .desk-post") ?? null;
  }

  async #act(event) {
    event.preventDefault();
    const { target, submitter } = event;
    submitter.disabled = true;
    const request = { method: "POST", body: new FormData(target), headers: { Accept: "application/json" } };
    request.body.append(submitter.name, submitter.value);
    const answer = await fetch(target.action, request).catch(() => null);
    submitter.disabled = false;
    if (!answer?.ok || answer.redirected) {
      this.#told.textContent = "That was not done: the server could not be reached, or you are signed out. Try again.";
      return;
    }
    const { said } = await answer.json();
    target.closest("details")?.removeAttribute("open");
    target.closest(".desk-post").focus({ preventScroll: true });
    await this.renew();
    this.#told.textContent = said;
  }

  /** One after another, so that no older list takes the place of a newer. */
  renew() {
    this.#renewed = this.#renewed.then(() => this.#renew());
    return this.#renewed;
  }

  async #renew() {
    // Who is writing why a post is taken down keeps his words; the list comes with the next change.
    const busy = () => this.current && document.activeElement.matches("input");
    if (busy()) return;
    const answer = await fetch(this.#from).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const html = await answer.text();
    const same = html.replace(TOKEN, "");
    if (same === this.#shown || busy()) return;
    this.#shown = same;
    const before = this.#revisions();
    this.#put(html);
    this.#tell(before, this.#revisions());
  }

  /** The new list, with the focus and the opened parts where they were. */
  #put(html) {
    const focus = this.current?.id;
    const open = [...this.#list.querySelectorAll("details[open]")].map(({ id }) => id);
    this.#list.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  #revisions() {
    return new Map(this.posts.map(({ dataset: { pk, revision, gone } }) => [pk, `${revision} ${gone ?? "here"}`]));
  }

  #tell(before, now) {
    if (this.#own && before.has(this.#own) && before.get(this.#own) !== now.get(this.#own)) {
      this.#told.textContent =
        "The post that you edit was changed by somebody else. When you save, you see both wordings.";
      return;
    }
    const changed = [...now].filter(([pk, revision]) => before.get(pk) !== revision).length;
    if (changed) this.#told.textContent = changed === 1 ? "1 post is new or changed." : `${changed} posts are new or changed.`;
  }
}

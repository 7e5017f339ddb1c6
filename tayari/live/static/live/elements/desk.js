// The desk of a coverage: the form that is kept and published, the posts beside it, and the keys of both.
import { DraftKeeper } from "./desk-draft.js";
import { PostList } from "./desk-list.js";
import { NewPicture } from "./desk-picture.js";

class Desk {
  #desk;
  #form;
  #draft;
  #list;
  #sent = "no";

  constructor(desk) {
    const part = (name) => desk.querySelector(`[data-${name}]`);
    const { draft, posts, events, post, by } = desk.dataset;
    this.#desk = desk;
    this.#form = part("write");
    this.#draft = new DraftKeeper(this.#form, { address: draft, said: part("kept"), name: `desk ${by} ${draft}` });
    this.#list = new PostList(part("list"), { from: posts, events, told: part("told"), own: post });
    const picture = part("new-picture");
    if (picture) new NewPicture(this.#form, picture);
    this.#form.addEventListener("submit", (event) => this.#send(event));
    desk.addEventListener("click", (event) => this.#leave(event));
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("visibilitychange", () => this.#seen());
    addEventListener("beforeunload", (event) => this.#draft.failed && event.preventDefault());
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    this.#begin();
  }

  /** With a keyboard one writes at once; a phone's is not opened over the posts. */
  #begin() {
    const wrong = this.#form.querySelector("[aria-invalid=true]");
    if (wrong || matchMedia("(hover: hover)").matches) (wrong ?? this.#text).focus({ preventScroll: !wrong });
  }

  get #text() {
    return this.#form.querySelector("textarea");
  }

  #seen() {
    if (document.hidden) this.#draft.keep({ leaving: true });
    else this.#list.renew();
  }

  /** Once, and only when the server has the words as a draft: whatever happens on the way, none is lost. */
  async #send(event) {
    if (this.#sent === "ready") {
      this.#sent = "sent";
      return;
    }
    event.preventDefault();
    if (this.#sent !== "no") return;
    this.#sent = "keeping";
    const button = event.submitter ?? this.#form.querySelector("[data-publish]");
    const focus = document.activeElement;
    // What is typed from here on would be neither in this post nor in the next.
    this.#form.inert = true;
    const kept = await this.#draft.keep({ always: button.value !== "forget" });
    this.#sent = kept ? "ready" : "no";
    if (kept) this.#form.requestSubmit(button);
    else {
      this.#form.inert = false;
      focus.focus();
    }
  }

  /** A link of the desk waits until what was just written is kept: the next page shows it. */
  async #leave(event) {
    const link = event.target.closest("a[href]");
    if (!link || !this.#draft.unkept || event.ctrlKey || event.metaKey || link.closest("lint-draft")) return;
    event.preventDefault();
    if (await this.#draft.keep()) location.assign(link.href);
  }

  // Keys

  #key(event) {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const writing = this.#form.contains(target);
    if ((ctrlKey || metaKey) && key === "Enter" && writing) {
      event.preventDefault();
      this.#form.requestSubmit(this.#form.querySelector("[data-publish]"));
    } else if (ctrlKey && key === ".") {
      event.preventDefault();
      this.#cross();
    } else if (key === "Enter" && writing && target.matches("input")) {
      // A browser would press the first button, and the post would be public.
      event.preventDefault();
    } else if (!ctrlKey && !metaKey && !altKey) this.#onPost(event);
  }

  /** From the text to the posts, and back. */
  #cross() {
    if (this.#list.current) this.#text.focus();
    else this.#list.posts[0]?.focus();
  }

  /** Single keys mean something only while a post has the focus. */
  #onPost(event) {
    const post = this.#list.current;
    if (!post || document.activeElement.matches("input")) return;
    const { posts } = this.#list;
    const at = posts.indexOf(post);
    const does = {
      j: () => posts[at + 1]?.focus(),
      k: () => posts[at - 1]?.focus(),
      e: () => post.querySelector("[data-edit]")?.click(),
      p: () => post.querySelector("[data-pin]")?.click(),
      d: () => this.#askWhy(post),
      J: () => post.querySelector("[data-under]")?.click(),
      K: () => post.querySelector("[data-up]")?.click(),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  #askWhy(post) {
    const down = post.querySelector("[data-down]");
    down?.setAttribute("open", "");
    down?.querySelector("input[name=reason]").focus();
  }
}

const desk = document.querySelector("[data-desk]");
if (desk) new Desk(desk);

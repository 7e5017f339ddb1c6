// What the server and the other tabs tell, and what the room shows of it.

const MOVED_MS = 5_000;

export class Heard {
  #saved;
  #end;
  #extensions;

  // `typing(number)` says whether something is being typed there; `end()` hands the paper in.
  constructor(room, { paper, post, said, typing, end }) {
    Object.assign(this, { room, paper, post, said, typing, end });
    this.#saved = Number(room.dataset.answered);
    this.#end = Date.parse(room.dataset.ends);
    this.#extensions = Number(room.dataset.extensions);
  }

  // An answer of the server, with what became of messages that did not simply go well; no answer where it failed.
  told(answer, problems, ago, problem) {
    if (!answer) {
      console.info("not sent yet", problem);
      return this.showSaved("offline");
    }
    if (answer.closed) return location.assign(answer.result);
    this.#time(answer, ago);
    for (const one of problems) this.#complain(one);
    this.#hear(answer.changed ?? [], "Elsewhere");
    if (answer.question && this.paper.sheet.isOpen(answer.open)) this.paper.open(answer.open, answer.question);
    else if (answer.question || this.#isAnother(answer.section)) this.#renew().catch(console.info);
    else if (this.room.dataset.forward && answer.open === null && answer.remaining_ms === 0) this.end();
    this.#saved = answer.saved;
    return this.showSaved(this.post.unsaved ? "waiting" : "saved", answer.server_now);
  }

  // Another tab of this device.
  tab(news) {
    if (news.turned) this.post.flush({ ask: true });
    else this.#hear([news], "Tab");
  }

  showSaved(how, at) {
    if (!this.paper.sheet) return;
    this.said.saved(how, { n: this.#saved, total: this.paper.sheet.total, waiting: this.post.unsaved }, at);
  }

  // The clocks as the server has them. Its own moments alone tell that the end was moved, not this device's clock; where
  // questions have a time, leaving one early moves the end as well, which is no news.
  #time(answer, ago) {
    const { remaining_ms: paper, question_remaining_ms: question, section_remaining_ms: section = null } = answer;
    this.paper.clock?.sync({ paper, question, section }, ago);
    const given = (answer.extensions ?? []).slice(this.#extensions);
    this.#extensions += given.length;
    for (const { ms, reason } of given) {
      this.said.tell(ms > 0 ? "more" : "less", { span: this.said.span(ms), reason }, "end");
    }
    if (paper === null || question !== null) return;
    const end = Date.parse(answer.server_now) + paper;
    const moved = end - this.#end;
    if (!given.length && Math.abs(moved) >= MOVED_MS && paper > 0 && !this.#isAnother(answer.section)) {
      this.said.tell(moved > 0 ? "extended" : "shortened", { span: this.said.span(moved) }, "end");
    }
    this.#end = end;
  }

  // Whether the open section is not the one that is shown; null where sections do not close.
  #isAnother(section) {
    return (section ?? null) !== null && String(section) !== this.room.dataset.section;
  }

  async #renew() {
    if (this.paper.renew(await this.post.page())) this.said.tell("section");
    else location.reload();
  }

  #complain({ question, status, kind, late, kept }) {
    if (kind === "visited" || kind === "left") return;
    const name = late ? "inTime" : status === "refused" ? "refused" : kept ? "kept" : "late";
    this.said.tell(name, { place: this.paper.sheet?.place(question) ?? question }, `${question} taken`);
  }

  // What was done elsewhere. What this page has still to tell goes first; the server then says which action was later.
  #hear(changes, where) {
    for (const { question, options, confidence, flagged, at } of changes) {
      if (this.typing(question) || (where === "Elsewhere" && this.post.waitsFor(question))) continue;
      const answered = options && this.paper.show(question, options, confidence);
      const marked = flagged !== undefined && this.paper.showFlag(question, flagged);
      if (!answered && !marked) continue;
      const name = answered && options.length ? "answered" : "changed";
      const place = this.paper.sheet.place(question);
      this.said.tell(name + where, { place, time: this.said.time(at) }, `${question} elsewhere`);
    }
  }
}

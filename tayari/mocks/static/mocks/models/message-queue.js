// What one tab has to tell the server: numbered messages, kept until they are acknowledged. Knows no network, no DOM.
// Only differences of this device's clock are used: each message says how long after the last contact it was made.

const STEPS_MS = [500, 1000, 2000, 4000, 8000, 15000];

export class MessageQueue {
  constructor({ client, now, seq = 0, contact = null, pending = [] }) {
    this.client = client;
    this.now = now;
    this.seq = seq;
    this.contact = contact;
    this.pending = pending;
    this.failures = 0;
  }

  static restore(stored, now) {
    const { client, seq, contact, pending } = JSON.parse(stored);
    if (typeof client !== "string" || !Array.isArray(pending)) throw new TypeError("not a queue");
    return new MessageQueue({ client, now, seq, contact, pending });
  }

  stored() {
    const { client, seq, contact, pending } = this;
    return JSON.stringify({ client, seq, contact, pending });
  }

  // `said` is what an answer says: `options` or, typed, `text`, and perhaps `confidence`.
  add(kind, question, said = {}) {
    this.seq += 1;
    const message = { seq: this.seq, kind, question, ...said, made: this.now() };
    this.pending.push(message);
    return message;
  }

  get waiting() {
    return this.pending.length;
  }

  // How many given or taken-back answers are not acknowledged yet.
  get unsaved() {
    return this.pending.filter((message) => message.kind !== "visited").length;
  }

  waitsFor(question) {
    return this.pending.some((message) => message.question === question && message.kind !== "visited");
  }

  batch(most = 100) {
    return this.pending.slice(0, most).map(({ made, ...message }) => ({
      ...message,
      after_ms: this.contact === null ? 0 : Math.max(0, Math.round(made - this.contact)),
    }));
  }

  // The server's answer to a batch. Returns what did not simply go well, so that it can be said.
  settle(acks, sentAt) {
    const by = new Map(acks.map((ack) => [ack.seq, ack]));
    const settled = this.pending.filter((message) => by.has(message.seq));
    this.pending = this.pending.filter((message) => !by.has(message.seq));
    // The server heard us between sending and now; the middle is off by half the difference of the two ways at most.
    this.contact = Math.round((sentAt + this.now()) / 2);
    this.failures = 0;
    return settled
      .map((message) => {
        const { status, late = false, kept = false } = by.get(message.seq);
        return { ...message, status, late, kept };
      })
      .filter((message) => message.late || (message.status !== "saved" && message.status !== "replayed"));
  }

  failed() {
    this.failures += 1;
  }

  // How long to wait before trying again: longer each time, and spread so that a hall of candidates does not knock at once.
  retryIn(random) {
    const step = STEPS_MS[Math.min(this.failures, STEPS_MS.length) - 1] ?? 0;
    return Math.round(step * (0.75 + 0.5 * random));
  }
}

// What several queues still hold, the latest for each question: `options` and `flagged`, each only where it was said.
export function lastActions(queues) {
  const last = new Map();
  const all = queues.flatMap((queue) => queue.pending);
  for (const { kind, question, options, text, confidence = null } of all.sort((one, other) => one.made - other.made)) {
    const held = last.get(question) ?? {};
    if (kind === "answered") last.set(question, { ...held, options: options ?? [text], confidence });
    if (kind === "cleared") last.set(question, { ...held, options: [], confidence: null });
    if (kind === "flagged" || kind === "unflagged") last.set(question, { ...held, flagged: kind === "flagged" });
  }
  return last;
}

// Carries a queue's messages to the server, one request at a time, again and again until they are acknowledged.

// A request that hangs would hold up everything behind it; sent again, it is known by its numbers.
export const PATIENCE_MS = 15_000;

export class Courier {
  #running = null;
  #wanted = false;
  #timer = null;

  // `send` carries a batch; `ask` only hears the time and what others did, and changes nothing on the server.
  constructor({ queue, send, ask, now, random, wait, keep, told }) {
    Object.assign(this, { queue, send, ask, now, random, wait, keep, told });
  }

  // Send what waits; with `ask` also when nothing does. Resolves when all is sent or a try failed.
  flush({ ask = false } = {}) {
    this.#wanted ||= ask;
    if (!this.#wanted && this.queue.waiting === 0) return Promise.resolve();
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run() {
    clearTimeout(this.#timer);
    try {
      while (this.#wanted || this.queue.waiting > 0) {
        this.#wanted = false;
        await this.#once();
      }
    } catch (problem) {
      this.queue.failed();
      this.told(null, [], 0, problem);
      this.#timer = this.wait(() => this.flush({ ask: true }), this.queue.retryIn(this.random()));
    } finally {
      this.#running = null;
    }
  }

  async #once() {
    const sentAt = this.now();
    const messages = this.queue.batch();
    const answer = await this.#answer(messages);
    // Only what is sent counts as a contact: the server takes no note of who only asks.
    const lost = messages.length ? this.queue.settle(answer.acks, sentAt) : [];
    this.queue.failures = 0;
    if (messages.length) this.keep(this.queue);
    this.told(answer, lost, (this.now() - sentAt) / 2);
  }

  async #answer(messages) {
    const patience = new AbortController();
    const timer = this.wait(() => patience.abort(new Error("no answer in time")), PATIENCE_MS);
    try {
      const client = this.queue.client;
      return messages.length
        ? await this.send({ client, messages }, patience.signal)
        : await this.ask(client, patience.signal);
    } finally {
      clearTimeout(timer);
    }
  }
}

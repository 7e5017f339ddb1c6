// One connection for all tabs of a browser that show the same coverage: who holds the lock leads, the others hear him.
const ALIVE_MS = 10000;

export class Tabs {
  #name;
  #does;
  #channel = null;
  #release = null;
  #stop = null;
  #beat = null;

  /**
   * `does`: lead() opens the connection, rest() closes it, alive() says whether it stands, heard(news) is what the
   * leading tab was told.
   */
  constructor(name, does) {
    this.#name = name;
    this.#does = does;
    this.shares = Boolean(globalThis.navigator?.locks && globalThis.BroadcastChannel);
  }

  get leads() {
    return !this.shares || this.#release !== null;
  }

  join() {
    if (!this.shares) {
      this.#does.lead();
      return;
    }
    if (this.#stop) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener("message", ({ data }) => this.#does.heard(data));
    this.#stop = new AbortController();
    navigator.locks.request(this.#name, { signal: this.#stop.signal }, () => this.#held()).catch(() => {});
  }

  #held() {
    this.#beat = setInterval(() => this.#does.alive() && this.tell({ alive: true }), ALIVE_MS);
    this.#does.lead();
    return new Promise((release) => (this.#release = release));
  }

  tell(news) {
    this.#channel?.postMessage(news);
  }

  /** Let another tab lead; this one hears nothing any more until it joins again. */
  leave() {
    this.#does.rest();
    clearInterval(this.#beat);
    this.#stop?.abort();
    this.#release?.();
    this.#channel?.close();
    this.#stop = this.#release = this.#channel = null;
  }
}

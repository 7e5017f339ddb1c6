// Tells the other tabs of this device at once what is done in this one, and hears them.

export class Tabs {
  #channel = null;

  constructor(sitting, heard) {
    if (!("BroadcastChannel" in globalThis)) return;
    this.#channel = new BroadcastChannel(`tayari:sitting:${sitting}`);
    this.#channel.addEventListener("message", ({ data }) => heard(data));
  }

  tell(news) {
    this.#channel?.postMessage({ ...news, at: Date.now() });
  }

  close() {
    this.#channel?.close();
  }
}

// Keeps unsent messages on this device, a queue a page load, so that a reload or a crash loses nothing. They stand in
// IndexedDB; what it has not written yet when the page goes, and everything where there is none, in localStorage.
import { MessageQueue } from "../models/message-queue.js";

const SLOW_MS = 2_000;

const finished = (request) =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

function opened() {
  const request = indexedDB.open("tayari-sittings", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("queues");
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("the storage does not open")), SLOW_MS));
  return Promise.race([finished(request), late]);
}

// Each page load holds a lock while it lives, so that another tab does not take its queue for one left behind.
const lock = (client) => `tayari:${client}`;

async function alive(client) {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some(({ name }) => name === lock(client));
}

export class Storage {
  #database;
  #unwritten = new Map();

  constructor(sitting, now) {
    this.prefix = `tayari:sitting:${sitting}:`;
    this.now = now;
    try {
      this.#database = opened();
    } catch (problem) {
      this.#database = Promise.reject(problem);
    }
    this.#database.catch((problem) => console.info("messages are kept in localStorage", problem));
  }

  live(client) {
    navigator.locks?.request(lock(client), () => new Promise(() => {}));
  }

  // Remembers a queue while something waits in it and forgets it when nothing does.
  async keep(queue) {
    const key = this.prefix + queue.client;
    const stored = queue.waiting ? queue.stored() : null;
    this.#unwritten.set(key, stored);
    try {
      const database = await this.#database;
      const transaction = database.transaction("queues", "readwrite");
      const queues = transaction.objectStore("queues");
      const request = stored === null ? queues.delete(key) : queues.put(stored, key);
      transaction.commit?.();
      await finished(request);
      if (this.#unwritten.get(key) === stored) this.#unwritten.delete(key);
      if (stored === null) this.#write(key, null);
    } catch {
      this.#write(key, stored);
    }
  }

  // The page goes: what is still on its way to the disk is written at once.
  settle() {
    for (const [key, stored] of this.#unwritten) this.#write(key, stored);
  }

  #write(key, stored) {
    try {
      if (stored === null) localStorage.removeItem(key);
      else localStorage.setItem(key, stored);
    } catch (problem) {
      console.info("this device keeps nothing", problem);
    }
  }

  // Queues that earlier loads of this page left behind, newest copy of each. The server knows each message: one that is
  // sent twice changes nothing.
  async orphans() {
    const found = new Map();
    for (const stored of [...(await this.#kept()), ...this.#local()]) {
      try {
        const queue = MessageQueue.restore(stored, this.now);
        if (queue.seq >= (found.get(queue.client)?.seq ?? 0)) found.set(queue.client, queue);
      } catch (problem) {
        console.info("something kept on this device cannot be read", problem);
      }
    }
    const living = await Promise.all([...found.keys()].map(alive));
    return [...found.values()].filter((_, at) => !living[at]);
  }

  async #kept() {
    try {
      const queues = (await this.#database).transaction("queues").objectStore("queues");
      return await finished(queues.getAll(IDBKeyRange.bound(this.prefix, `${this.prefix}\uffff`)));
    } catch {
      return [];
    }
  }

  #local() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
      return keys.map((key) => localStorage.getItem(key));
    } catch {
      return [];
    }
  }
}

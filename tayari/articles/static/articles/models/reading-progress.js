// Which articles were read on this device. Kept in the browser's own storage and sent nowhere.
const NAME = "tayari.read";
const MOST = 5000;

export class ReadingProgress {
  #storage;

  constructor(storage) {
    this.#storage = storage;
  }

  keys() {
    try {
      const held = JSON.parse(this.#storage.getItem(NAME) ?? "[]");
      return new Set(Array.isArray(held) ? held.filter((key) => typeof key === "string") : []);
    } catch {
      return new Set();
    }
  }

  has(key) {
    return this.keys().has(key);
  }

  add(key) {
    const keys = this.keys();
    if (!key || keys.has(key)) return false;
    keys.add(key);
    try {
      this.#storage.setItem(NAME, JSON.stringify([...keys].slice(-MOST)));
      return true;
    } catch {
      return false;
    }
  }

  countOf(keys) {
    const held = this.keys();
    return keys.filter((key) => held.has(key)).length;
  }
}

export function storedProgress() {
  try {
    return new ReadingProgress(window.localStorage);
  } catch {
    return new ReadingProgress({ getItem: () => null, setItem: () => undefined });
  }
}

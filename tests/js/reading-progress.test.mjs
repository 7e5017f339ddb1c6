// Which articles were read on this device.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ReadingProgress } from "../../tayari/articles/static/articles/models/reading-progress.js";

function storage(held = null) {
  return {
    held,
    getItem() {
      return this.held;
    },
    setItem(_name, value) {
      this.held = value;
    },
  };
}

test("an article that was read is remembered once", () => {
  const progress = new ReadingProgress(storage());

  assert.equal(progress.add("a"), true);
  assert.equal(progress.add("a"), false);
  assert.equal(progress.has("a"), true);
  assert.equal(progress.countOf(["a", "b"]), 1);
});

test("what another program left in the storage is no progress", () => {
  assert.equal(new ReadingProgress(storage("not json")).countOf(["a"]), 0);
  assert.equal(new ReadingProgress(storage('{"a": 1}')).countOf(["a"]), 0);
  assert.equal(new ReadingProgress(storage('[1, "a"]')).countOf(["a", "1"]), 1);
});

test("a full or forbidden storage is not an error", () => {
  const full = {
    getItem: () => null,
    setItem() {
      throw new Error("full");
    },
  };

  assert.equal(new ReadingProgress(full).add("a"), false);
});

test("an empty key is not kept", () => {
  assert.equal(new ReadingProgress(storage()).add(""), false);
});

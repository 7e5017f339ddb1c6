import assert from "node:assert/strict";
import test from "node:test";

import { labelOf, lastRef, nextId } from "../../tayari/bank/static/bank/models/row-ids.js";

test("a new row takes the first name that is free", () => {
  assert.equal(nextId("s", []), "s1");
  assert.equal(nextId("s", ["s1", "s3"]), "s2");
});

test("rows are numbered unless the kind letters them", () => {
  assert.equal(labelOf(1, ["I", "II"]), "II");
  assert.equal(labelOf(2, []), "3");
});

test("only the last of several refs is looked up", () => {
  assert.deepEqual(lastRef("beca.signed-on, com"), { before: "beca.signed-on, ".slice(0, -1) + " ", last: "com" });
  assert.deepEqual(lastRef("com"), { before: "", last: "com" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { asked } from "../../tayari/mocks/static/mocks/models/shortcuts.js";

const press = (key, more = {}, options = 4) => asked({ key, ...more }, options);

test("letters and figures fill the options there are", () => {
  assert.deepEqual(["a", "B", "d", "1", "4"].map((key) => press(key)?.option), [0, 1, 3, 0, 3]);
  assert.deepEqual([press("e"), press("5"), press("a", {}, 0)], [null, null, null]);
  assert.deepEqual([press("f", {}, 6), press("6", {}, 6)], [{ option: 5 }, { option: 5 }]);
});

test("other letters have one meaning each", () => {
  const meant = ["n", "p", "m", "x", "s", "t", "g", "l", "k", "q", "?"].map((key) => press(key).act);

  assert.equal(new Set(meant).size, 11);
  assert.deepEqual(meant.slice(0, 4), ["next", "previous", "flag", "clear"]);
});

test("a keyboard that writes Devanagari is read by its places", () => {
  assert.deepEqual(press("ं", { code: "KeyX" }), { act: "clear" });
  assert.deepEqual(press("१", { code: "Digit1" }), { option: 0 });
});

test("keys that the browser knows stay its own", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"]) assert.equal(press("p", { [held]: true }), null);
  assert.deepEqual([press("Tab", { code: "Tab" }), press("ArrowDown", { code: "ArrowDown" }), press("z")], [null, null, null]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { cited, languageOf } from "../../tayari/facts/static/facts/models/citing.js";

const at = (text, start, end = start) => cited(text, start, end, "a.held-on", "6 September 2018");

test("without a selection the fact's own words stand where the cursor was", () => {
  assert.deepEqual(at("It met on .", 10), {
    text: "It met on [6 September 2018](fact:a.held-on).",
    at: 44,
  });
  assert.equal(at("It met on", 9).text, "It met on [6 September 2018](fact:a.held-on)");
  assert.equal(at("(", 1).text, "([6 September 2018](fact:a.held-on)");
  assert.equal(at("", 0).text, "[6 September 2018](fact:a.held-on)");
});

test("what is selected becomes the words of the citation, and the blanks around it stay", () => {
  assert.equal(at("It met that day there.", 6, 16).text, "It met [that day](fact:a.held-on) there.");
  assert.equal(at("a [b\nc] d", 2, 7).text, "a [b c](fact:a.held-on) d");
  assert.equal(at("one  two", 3, 5).text, "one  [6 September 2018](fact:a.held-on)two");
});

test("Devanagari in the text, else in the title, asks for Hindi words", () => {
  assert.equal(languageOf("पहली बैठक", "A title"), "hi");
  assert.equal(languageOf("The first", "शीर्षक"), "en");
  assert.equal(languageOf(" ", "शीर्षक"), "hi");
  assert.equal(languageOf("", ""), "en");
});

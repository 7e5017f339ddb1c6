import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { able, ahead, opened, question } from "../../tayari/mocks/static/mocks/models/sealed-paper.js";

const { subtle } = globalThis.crypto;
const text = (bytes) => Buffer.from(bytes).toString("base64");

async function seal(paper, associated = "tayari-sealed/2 of a hash") {
  const [key, nonce] = [new Uint8Array(32).fill(7), new Uint8Array(12).fill(9)];
  const secret = await subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const how = { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(associated) };
  const sealed = await subtle.encrypt(how, secret, gzipSync(JSON.stringify(paper)));
  return { key: text(key), body: { nonce: text(nonce), associated, sealed: text(sealed) } };
}

test("what was sealed opens with its key alone, and only as it was", async () => {
  const paper = { questions: { 1: "हिन्दी" } };
  const { key, body } = await seal(paper);

  assert.ok(able());
  assert.deepEqual(await opened(body, key), paper);
  await assert.rejects(opened(body, text(new Uint8Array(32))));
  await assert.rejects(opened({ ...body, associated: "tayari-sealed/2 of another" }, key));
});

test("it is fetched within five minutes and well before the start", () => {
  assert.equal(ahead(3_600_000, 0.5), 150_000);
  assert.equal(ahead(60_000, 1), 45_000);
  assert.equal(ahead(8_000, 1), 0);
});

test("a question is put together with the letters of its own order", () => {
  const pieces = {
    question: ["<p>", "place", "</p>", "choices", ""],
    options: [
      ["a", ["", "letter", " first"]],
      ["b", ["", "letter", " second"]],
    ],
  };

  assert.equal(question(pieces, { place: 3 }), "<p>3</p>A first\n  B second");
  assert.equal(question(pieces, { place: 3 }, ["b", "a"]), "<p>3</p>A second\n  B first");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Feed, filesFor, pause, placeOf } from "../../tayari/live/static/live/models/feed.js";

test("the next number is applied, an earlier one is old, a later one shows a gap", () => {
  const feed = new Feed("a1.7");

  assert.deepEqual([6, 7, 8, 9].map((seq) => feed.judge("a1", seq)), ["old", "old", "next", "gap"]);
  feed.went("a1", 8);
  assert.equal(feed.judge("a1", 8), "old");
  assert.equal(feed.cursor, "a1.8");
});

test("another numbering is not mixed with this one, unless nothing was seen yet", () => {
  assert.equal(new Feed("a1.7").judge("b2", 8), "other");
  assert.equal(new Feed("0.0").judge("b2", 1), "next");
});

test("what newest.json means", () => {
  const feed = new Feed("a1.7");

  const cases = [
    [{ epoch: "a1", seq: 7, first: 1 }, "same"],
    [{ epoch: "a1", seq: 9, first: 8 }, "new"],
    [{ epoch: "a1", seq: 9, first: 9 }, "anew"],
    [{ epoch: "a1", seq: 6, first: 1 }, "anew"],
    [{ epoch: "b2", seq: 9, first: 1 }, "anew"],
  ];
  for (const [newest, means] of cases) assert.equal(feed.compare(newest), means, JSON.stringify(newest));
  assert.equal(new Feed("0.0").compare({ epoch: "b2", seq: 2, first: 1 }), "new");
});

test("the files are the same few for everybody", () => {
  assert.deepEqual(filesFor(0, 3), [[1, 50]]);
  assert.deepEqual(filesFor(49, 51), [[1, 50], [51, 100]]);
  assert.deepEqual(filesFor(50, 51), [[51, 100]]);
  assert.deepEqual(filesFor(120, 260), [[101, 150], [151, 200], [201, 250], [251, 300]]);
});

test("posts stand newest first, pinned ones above them where that is the rule", () => {
  const posts = [{ place: 2, pinned: true }, { place: 7, pinned: false }, { place: 4, pinned: false }];

  assert.equal(placeOf(posts, { place: 8, pinned: false }, { pinnedFirst: true }), 1);
  assert.equal(placeOf(posts, { place: 5, pinned: true }, { pinnedFirst: true }), 0);
  assert.equal(placeOf(posts, { place: 1, pinned: true }, { pinnedFirst: true }), 1);
  assert.equal(placeOf(posts, { place: 1, pinned: false }, { pinnedFirst: true }), 3);
  assert.equal(placeOf(posts, { place: 5.5, pinned: false }, { pinnedFirst: true }), 2);
  assert.equal(placeOf([], { place: 1, pinned: false }, { pinnedFirst: true }), 0);
  assert.equal(placeOf([{ place: 3, pinned: false }], { place: 1, pinned: true }, { pinnedFirst: false }), 1);
});

test("each failure waits longer, to a minute or so, and no two pages alike", () => {
  assert.equal(pause(0, 0.5), 4000);
  assert.equal(pause(3, 0.5), 32000);
  assert.equal(pause(9, 0.99), 89400);
  assert.notEqual(pause(2, 0.1), pause(2, 0.2));
});

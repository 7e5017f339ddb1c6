import assert from "node:assert/strict";
import { test } from "node:test";
import { Countdown, clock, words } from "../../tayari/mocks/static/mocks/models/countdown.js";
import { parts, stateOf } from "../../tayari/mocks/static/mocks/models/sheet.js";

const TEMPLATES = { minutes: "{n} min left", clock: "{clock} left", over: "Time is over" };
const at = (start) => {
  const now = () => now.time;
  now.time = start;
  return now;
};

test("only the difference of this device's clock counts", () => {
  const now = at(1_000_000);
  const countdown = new Countdown(1_800_000, 60_000, now);

  now.time += 15_000;

  assert.equal(countdown.left(), 45_000);
});

test("a clock that was set back does not give time", () => {
  const now = at(1_000_000);
  const countdown = new Countdown(1_800_000, 60_000, now);

  now.time -= 500_000;

  assert.equal(countdown.left(), 60_000);
});

test("nothing is left after the end", () => {
  const now = at(0);
  const countdown = new Countdown(60_000, 60_000, now);

  now.time = 70_000;

  assert.equal(countdown.left(), 0);
});

test("a sync takes the way of the answer into account", () => {
  const now = at(5_000);
  const countdown = new Countdown(60_000, 60_000, now);

  countdown.set(30_000, 200);

  assert.equal(countdown.left(), 29_800);
});

test("minutes are said before seconds are", () => {
  assert.equal(words(719_000, false, TEMPLATES), "12 min left");
  assert.equal(words(720_001, false, TEMPLATES), "13 min left");
  assert.equal(words(299_000, false, TEMPLATES), "4:59 left");
  assert.equal(words(0, true, TEMPLATES), "Time is over");
});

test("hours are written when there are some", () => {
  assert.equal(clock(3_909_000), "1:05:09");
  assert.equal(clock(59_400), "1:00");
});

test("near is five minutes of a long paper, a fifth of a short one, five seconds of a question", () => {
  const near = (whole, left, options) => new Countdown(whole, left, at(0), options).near;

  assert.equal(near(7_200_000, 300_001), false);
  assert.equal(near(7_200_000, 300_000), true);
  assert.equal(near(380_000, 77_000), false);
  assert.equal(near(380_000, 76_000), true);
  assert.equal(near(19_000, 5_001, { question: true }), false);
  assert.equal(near(19_000, 5_000, { question: true }), true);
});

test("set points are announced once, as they pass", () => {
  const countdown = new Countdown(1_800_000, 1_800_000, at(0));

  assert.equal(countdown.passed(601_000, 600_000), 600_000);
  assert.equal(countdown.passed(600_000, 599_000), null);
  assert.equal(countdown.passed(1_800_001, 1_799_000), null);
});

test("the five states of the sheet, there and back", () => {
  for (const state of ["unseen", "seen", "answered", "flagged", "answered-flagged"]) {
    assert.equal(stateOf({ ...parts(state), seen: state !== "unseen" }), state);
  }
});

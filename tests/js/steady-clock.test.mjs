import assert from "node:assert/strict";
import { test } from "node:test";
import { SteadyClock } from "../../tayari/mocks/static/mocks/models/steady-clock.js";

const HOUR = 3_600_000;
const device = () => {
  const time = { monotonic: 0, wall: 5 * HOUR };
  return { time, clock: new SteadyClock(() => time.monotonic, () => time.wall) };
};

test("time runs as the device counts it", () => {
  const { time, clock } = device();
  time.monotonic += 250;
  time.wall += 250;

  assert.equal(clock.jumped(), false);
  assert.equal(clock.now(), 250);
});

test("sleep is noticed and counted, once", () => {
  const { time, clock } = device();
  time.wall += HOUR;

  assert.equal(clock.jumped(), true);
  assert.equal(clock.jumped(), false);
  assert.equal(clock.now(), HOUR);
});

test("a clock that is put back is noticed and gives no time", () => {
  const { time, clock } = device();
  time.monotonic += 1_000;
  time.wall += 1_000 - HOUR;

  assert.equal(clock.jumped(), true);
  assert.equal(clock.now(), 1_000);
});

test("a clock that is set right by a second is nothing", () => {
  const { time, clock } = device();
  time.wall += 1_200;

  assert.equal(clock.jumped(), false);
  assert.equal(clock.now(), 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageQueue, lastActions } from "../../tayari/mocks/static/mocks/models/message-queue.js";

const at = (start) => {
  const clock = () => clock.time;
  clock.time = start;
  return clock;
};
const fresh = (now, client = "tab-0123456789") => new MessageQueue({ client, now });
const saved = (...seqs) => seqs.map((seq) => ({ seq, status: "saved" }));

test("messages are numbered and wait until they are acknowledged", () => {
  const queue = fresh(at(0));
  queue.add("answered", 3, { options: ["b"] });
  queue.add("flagged", 3);

  assert.deepEqual(queue.batch().map(({ seq }) => seq), [1, 2]);
  assert.equal(queue.waiting, 2);

  queue.settle(saved(1), 0);

  assert.deepEqual(queue.batch().map(({ seq }) => seq), [2]);
});

test("a failed try keeps everything and the same numbers", () => {
  const queue = fresh(at(0));
  queue.add("answered", 1, { options: ["a"] });
  const first = queue.batch();

  queue.failed();
  queue.add("answered", 2, { options: ["c"] });

  assert.deepEqual(queue.batch()[0], first[0]);
  assert.deepEqual(queue.batch().map(({ seq }) => seq), [1, 2]);
});

test("a message says how long after the last contact it was made", () => {
  const now = at(1_000);
  const queue = fresh(now);
  queue.settle([], 1_000);
  now.time = 4_500;
  queue.add("answered", 1, { options: ["a"] });
  now.time = 60_000;

  assert.equal(queue.batch()[0].after_ms, 3_500);
});

test("before the first contact nothing is claimed", () => {
  const now = at(9_000);
  const queue = fresh(now);
  queue.add("visited", 1);

  assert.equal(queue.batch()[0].after_ms, 0);
});

test("what was not taken is told, what was replayed is not", () => {
  const queue = fresh(at(0));
  for (const question of [1, 2, 3]) queue.add("answered", question, { options: ["a"] });

  const lost = queue.settle(
    [
      { seq: 1, status: "replayed" },
      { seq: 2, status: "late" },
      { seq: 3, status: "refused" },
    ],
    0,
  );

  assert.deepEqual(lost.map(({ question, status }) => [question, status]), [[2, "late"], [3, "refused"]]);
  assert.equal(queue.waiting, 0);
});

test("a queue survives a reload", () => {
  const queue = fresh(at(0));
  queue.settle([], 0);
  queue.add("answered", 7, { options: ["d"] });

  const again = MessageQueue.restore(queue.stored(), at(90_000));

  assert.deepEqual(again.batch(), queue.batch());
  assert.equal(again.client, queue.client);
  again.add("cleared", 7);
  assert.equal(again.pending[1].seq, 2);
});

test("what was kept but is no queue is refused", () => {
  assert.throws(() => MessageQueue.restore("{}", at(0)), TypeError);
});

test("waits grow, are spread, and start again after a success", () => {
  const queue = fresh(at(0));
  const waits = [];
  for (let tries = 0; tries < 8; tries += 1) {
    queue.failed();
    waits.push(queue.retryIn(0.5));
  }

  assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  assert.equal(queue.retryIn(0), 11_250);
  assert.equal(queue.retryIn(1), 18_750);
  queue.settle([], 0);
  queue.failed();
  assert.equal(queue.retryIn(0.5), 500);
});

test("the latest action of all queues is what the room shows", () => {
  const now = at(0);
  const [one, two] = [fresh(now, "tab-1111111111"), fresh(now, "tab-2222222222")];
  one.add("answered", 1, { options: ["a"] });
  now.time = 5;
  two.add("answered", 1, { options: ["b"] });
  two.add("answered", 2, { options: ["c"] });
  two.add("answered", 3, { text: "12.5", confidence: "sure" });
  one.add("flagged", 3);
  now.time = 9;
  one.add("cleared", 2);

  assert.deepEqual(Object.fromEntries(lastActions([one, two])), {
    1: { options: ["b"], confidence: null },
    2: { options: [], confidence: null },
    3: { options: ["12.5"], confidence: "sure", flagged: true },
  });
});

test("visits alone are not unsaved answers", () => {
  const queue = fresh(at(0));
  queue.add("visited", 2);

  assert.equal(queue.waiting, 1);
  assert.equal(queue.unsaved, 0);
});

test("what was taken late, or only kept, is told as well", () => {
  const queue = fresh(at(0));
  for (const question of [1, 2, 3]) queue.add("answered", question, { options: ["a"] });

  const told = queue.settle(
    [
      { seq: 1, status: "saved", late: true },
      { seq: 2, status: "closed", kept: true },
      { seq: 3, status: "saved" },
    ],
    0,
  );

  assert.deepEqual(told.map(({ question, late, kept }) => [question, late, kept]), [[1, true, false], [2, false, true]]);
});

test("a question waits while something about it is not acknowledged", () => {
  const queue = fresh(at(0));
  queue.add("visited", 1);
  queue.add("answered", 2, { options: ["a"] });

  assert.deepEqual([1, 2, 3].map((number) => queue.waitsFor(number)), [false, true, false]);
  queue.settle(saved(1, 2), 0);
  assert.equal(queue.waitsFor(2), false);
});

test("an answer says as much as was given, and never when by this device's clock", () => {
  const queue = fresh(at(50));
  queue.add("answered", 4, { text: "MIDORI", confidence: "guess" });

  assert.deepEqual(queue.batch(), [
    { seq: 1, kind: "answered", question: 4, text: "MIDORI", confidence: "guess", after_ms: 0 },
  ]);
});

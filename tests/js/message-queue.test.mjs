import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageQueue, lastAnswers } from "../../tayari/mocks/static/mocks/models/message-queue.js";

const at = (start) => {
  const clock = () => clock.time;
  clock.time = start;
  return clock;
};
const fresh = (now, client = "tab-0123456789") => new MessageQueue({ client, now });
const saved = (...seqs) => seqs.map((seq) => ({ seq, status: "saved" }));

test("messages are numbered and wait until they are acknowledged", () => {
  const queue = fresh(at(0));
  queue.add("answered", 3, ["b"]);
  queue.add("flagged", 3);

  assert.deepEqual(queue.batch().map(({ seq }) => seq), [1, 2]);
  assert.equal(queue.waiting, 2);

  queue.settle(saved(1), 0);

  assert.deepEqual(queue.batch().map(({ seq }) => seq), [2]);
});

test("a failed try keeps everything and the same numbers", () => {
  const queue = fresh(at(0));
  queue.add("answered", 1, ["a"]);
  const first = queue.batch();

  queue.failed();
  queue.add("answered", 2, ["c"]);

  assert.deepEqual(queue.batch()[0], first[0]);
  assert.deepEqual(queue.batch().map(({ seq }) => seq), [1, 2]);
});

test("a message says how long after the last contact it was made", () => {
  const now = at(1_000);
  const queue = fresh(now);
  queue.settle([], 1_000);
  now.time = 4_500;
  queue.add("answered", 1, ["a"]);
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
  for (const question of [1, 2, 3]) queue.add("answered", question, ["a"]);

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
  queue.add("answered", 7, ["d"]);

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

test("the latest answer of all queues is what the sheet shows", () => {
  const now = at(0);
  const [one, two] = [fresh(now, "tab-1111111111"), fresh(now, "tab-2222222222")];
  one.add("answered", 1, ["a"]);
  now.time = 5;
  two.add("answered", 1, ["b"]);
  two.add("answered", 2, ["c"]);
  now.time = 9;
  one.add("cleared", 2);

  assert.deepEqual([...lastAnswers([one, two])], [[1, "b"], [2, null]]);
});

test("visits alone are not unsaved answers", () => {
  const queue = fresh(at(0));
  queue.add("visited", 2);

  assert.equal(queue.waiting, 1);
  assert.equal(queue.unsaved, 0);
});

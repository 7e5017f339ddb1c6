import assert from "node:assert/strict";
import { test } from "node:test";
import { Courier } from "../../tayari/mocks/static/mocks/models/courier.js";
import { MessageQueue } from "../../tayari/mocks/static/mocks/models/message-queue.js";

const room = (send) => {
  const queue = new MessageQueue({ client: "tab-0123456789", now: () => 0 });
  const seen = { told: [], timers: [], kept: 0 };
  const courier = new Courier({
    queue,
    send,
    now: () => 0,
    random: () => 0.5,
    keep: () => (seen.kept += 1),
    told: (...news) => seen.told.push(news),
    wait: (run, ms) => seen.timers.push({ run, ms }),
  });
  return { queue, courier, seen };
};
const takes = (batch) => ({ acks: batch.messages.map(({ seq }) => ({ seq, status: "saved" })) });

test("what waits is sent once and acknowledged", async () => {
  const sent = [];
  const { queue, courier } = room(async (batch) => (sent.push(batch), takes(batch)));
  queue.add("answered", 1, ["a"]);

  await courier.flush();
  await courier.flush();

  assert.equal(sent.length, 1);
  assert.equal(queue.waiting, 0);
});

test("what is added while a request is under way follows it, and a flush waits for both", async () => {
  const sent = [];
  let answer;
  const { queue, courier } = room(
    (batch) => new Promise((done) => (sent.push(batch), (answer = () => done(takes(batch))))),
  );
  queue.add("answered", 1, ["a"]);
  const first = courier.flush();
  queue.add("answered", 2, ["b"]);
  const second = courier.flush();

  answer();
  await new Promise((done) => setImmediate(done));
  answer();
  await Promise.all([first, second]);

  assert.deepEqual(sent.map(({ messages }) => messages.map(({ seq }) => seq)), [[1], [2]]);
  assert.equal(queue.waiting, 0);
});

test("a failure is told, keeps the message, and is tried again later with the same number", async () => {
  let broken = true;
  const sent = [];
  const { queue, courier, seen } = room(async (batch) => {
    sent.push(batch.messages.map(({ seq }) => seq));
    if (broken) throw new TypeError("no network");
    return takes(batch);
  });
  queue.add("answered", 1, ["a"]);

  await courier.flush();

  assert.equal(queue.waiting, 1);
  assert.equal(seen.told[0][0], null);
  assert.equal(seen.timers[0].ms, 500);

  broken = false;
  await seen.timers[0].run();

  assert.deepEqual(sent, [[1], [1]]);
  assert.equal(queue.waiting, 0);
});

test("asking sends an empty batch to hear the time", async () => {
  const sent = [];
  const { courier } = room(async (batch) => (sent.push(batch.messages), takes(batch)));

  await courier.flush();
  await courier.flush({ ask: true });

  assert.deepEqual(sent, [[]]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Courier, PATIENCE_MS } from "../../tayari/mocks/static/mocks/models/courier.js";
import { MessageQueue } from "../../tayari/mocks/static/mocks/models/message-queue.js";

const room = (send, ask = async () => ({})) => {
  const queue = new MessageQueue({ client: "tab-0123456789", now: () => 0 });
  const seen = { told: [], timers: [], kept: 0 };
  const courier = new Courier({
    queue,
    send,
    ask,
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
  queue.add("answered", 1, { options: ["a"] });

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
  queue.add("answered", 1, { options: ["a"] });
  const first = courier.flush();
  queue.add("answered", 2, { options: ["b"] });
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
  queue.add("answered", 1, { options: ["a"] });

  await courier.flush();

  assert.equal(queue.waiting, 1);
  assert.equal(seen.told[0][0], null);
  const [again] = seen.timers.filter(({ ms }) => ms === 500);

  broken = false;
  await again.run();

  assert.deepEqual(sent, [[1], [1]]);
  assert.equal(queue.waiting, 0);
});

test("with nothing to send it asks, which is no contact that an action may be counted from", async () => {
  const asked = [];
  const answer = { seq: 7, remaining_ms: 1_000 };
  const { queue, courier, seen } = room(assert.fail, async (client) => (asked.push(client), answer));

  await courier.flush();
  await courier.flush({ ask: true });

  assert.deepEqual(asked, ["tab-0123456789"]);
  assert.equal(queue.contact, null);
  assert.deepEqual(seen.told, [[answer, [], 0]]);
  assert.equal(seen.kept, 0);
});

test("a server that could not be asked is asked again, and well again after it", async () => {
  let broken = true;
  const { queue, courier, seen } = room(assert.fail, async () => {
    if (broken) throw new TypeError("no network");
    return {};
  });
  await courier.flush({ ask: true });
  assert.equal(queue.failures, 1);

  broken = false;
  await seen.timers.find(({ ms }) => ms === 500).run();

  assert.equal(queue.failures, 0);
});

test("an answer that never comes holds up nothing: the request is given up and sent again", async () => {
  const sent = [];
  const { queue, courier, seen } = room((batch, signal) => {
    sent.push(batch.messages.map(({ seq }) => seq));
    if (sent.length > 1) return Promise.resolve(takes(batch));
    return new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
  });
  queue.add("answered", 1, { options: ["a"] });
  const first = courier.flush();
  queue.add("answered", 2, { options: ["b"] });
  const patience = seen.timers.find(({ ms }) => ms === PATIENCE_MS);

  patience.run();
  await first;
  await seen.timers.find(({ ms }) => ms === 500).run();

  assert.deepEqual(sent, [[1], [1, 2]]);
  assert.equal(queue.waiting, 0);
});

test("whatever the network does, each of many fast answers is saved once and in order", async () => {
  // A fixed, odd pattern: an answer lost on its way back, a refused connection, a server error, then some that pass.
  const fates = ["lost", "down", "pass", "down", "lost", "lost", "pass", "down"];
  const known = new Map();
  let turn = 0;
  const { queue, courier, seen } = room(async (batch) => {
    const fate = fates[turn++ % fates.length];
    await new Promise((done) => setImmediate(done));
    if (fate === "down") throw new TypeError("no network");
    for (const { seq, question, options } of batch.messages) if (!known.has(seq)) known.set(seq, [question, options[0]]);
    if (fate === "lost") throw new TypeError("no answer");
    return takes(batch);
  });

  for (let question = 1; question <= 25; question += 1) {
    queue.add("answered", question, { options: ["a"] });
    courier.flush();
    if (question % 3 === 0) await new Promise((done) => setImmediate(done));
  }
  for (let tries = 0; queue.waiting && tries < 50; tries += 1) {
    const due = seen.timers.filter(({ ms }) => ms !== PATIENCE_MS).at(-1);
    await (due ? due.run() : courier.flush());
  }

  assert.equal(queue.waiting, 0);
  assert.deepEqual([...known.values()], Array.from({ length: 25 }, (_, index) => [index + 1, "a"]));
  assert.deepEqual([...known.keys()], Array.from({ length: 25 }, (_, index) => index + 1));
});

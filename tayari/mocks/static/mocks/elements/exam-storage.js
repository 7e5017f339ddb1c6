// Keeps unsent messages on this device, a queue a page load, so that a reload or a crash loses nothing.
import { MessageQueue } from "../models/message-queue.js";

const prefix = (sitting) => `tayari:sitting:${sitting}:`;

// Remembers a queue while something waits in it and forgets it when nothing does.
export function keeper(sitting) {
  return (queue) => {
    try {
      if (queue.waiting) localStorage.setItem(prefix(sitting) + queue.client, queue.stored());
      else localStorage.removeItem(prefix(sitting) + queue.client);
    } catch (problem) {
      console.info("this device keeps nothing", problem);
    }
  };
}

// Queues that earlier loads of this page left behind. Another tab may send them too: the server knows each message.
export function orphans(sitting, now) {
  const found = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix(sitting))) found.push(MessageQueue.restore(localStorage.getItem(key), now));
    }
  } catch (problem) {
    console.info("nothing kept on this device can be read", problem);
  }
  return found;
}

// Shows the code with which the candidate goes on in another browser. Without this script a page of its own shows it.
import { fill } from "./exam-said.js";

export class Device {
  constructor(room) {
    this.list = room.querySelector(".room-device");
  }

  async ask(event) {
    const form = event.target;
    event.preventDefault();
    try {
      this.#show(await this.#code(form));
    } catch (problem) {
      console.info("no code came", problem);
      this.#show({ error: this.list.dataset.offline });
    }
  }

  async #code(form) {
    const answer = await fetch(form.action, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
      body: new FormData(form),
    });
    if (!answer.headers.get("Content-Type")?.includes("json")) throw new Error(`the server said ${answer.status}`);
    return answer.json();
  }

  #show({ code = "", link = "", minutes = 0, error = "" }) {
    const { list } = this;
    list.querySelector(".device-told").hidden = Boolean(error);
    const problem = list.querySelector(".notice");
    problem.hidden = !error;
    problem.textContent = error;
    list.querySelector(".device-code").textContent = code;
    const [address, whole] = list.querySelectorAll("a");
    address.href = link.split("?")[0];
    address.textContent = address.host + address.pathname;
    whole.href = link;
    whole.textContent = link;
    const lasts = list.querySelector(".device-lasts");
    lasts.textContent = fill(lasts.dataset.words, { minutes });
    list.showModal();
  }
}

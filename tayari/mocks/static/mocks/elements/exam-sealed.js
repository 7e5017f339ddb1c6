// Puts the room's questions together from the sealed paper that the cover fetched ahead and opened.
import { opened, question } from "../models/sealed-paper.js";

const KEPT = "tayari:sealed";

// The cover keeps it for the room of this tab.
export const keep = (sealed, key) => sessionStorage.setItem(KEPT, JSON.stringify({ ...sealed, key }));

// Rejects where there is no such paper here; the room can then be asked for whole.
export async function unseal(room) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT));
  if (kept?.hash !== room.dataset.sealed) throw new Error("another paper is kept here");
  const { questions } = await opened(kept, kept.key);
  const orders = JSON.parse(room.dataset.orders || "{}");
  const numbers = [...room.querySelectorAll(".sheet-cell")].map(({ dataset }) => dataset.number);
  const common = {
    room: room.dataset.sitting,
    token: room.querySelector("[name=csrfmiddlewaretoken]").value,
    show: "auto",
    own: room.dataset.own,
    total: numbers.length,
    state: "unseen",
    text: "",
  };
  const forms = numbers.map((number, at) => {
    const values = { ...common, place: at + 1, previous: numbers[at - 1], next: numbers[at + 1] };
    return question(questions[number], values, orders[number]);
  });
  room.querySelector(".room-questions").innerHTML = forms.join("");
  ends(room.querySelectorAll(".q"), room.dataset.save);
  room.querySelector(`#q-${room.dataset.current}`).hidden = false;
  history.replaceState(null, "", room.dataset.whole);
}

// A piece stands between two questions: the first has none before it, the last none behind it.
function ends(forms, save) {
  const [first, last] = [forms[0], forms[forms.length - 1]];
  delete first.dataset.previous;
  first.querySelector('[data-act="previous"]').remove();
  delete last.dataset.next;
  const button = last.querySelector('[data-act="next"]');
  Object.assign(button.dataset, { act: "save" });
  Object.assign(button, { value: "stay", textContent: save });
}

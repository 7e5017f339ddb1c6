// What the room says beside the question: what is saved, and what happened that the candidate did not do here.

const MOST = 3;

export class Said {
  #savedAt = null;

  constructor(room) {
    this.room = room;
    this.line = room.querySelector(".room-saved");
    this.news = room.querySelector(".room-news");
    this.words = this.news.dataset;
    this.news.addEventListener("click", ({ target }) => target.closest("button")?.parentElement.remove());
  }

  // `how` is saved, waiting or offline; `counted` what stands in its words.
  saved(how, counted, at) {
    if (at) this.#savedAt = this.time(at, true);
    if (how === "saved" && !this.#savedAt) return;
    this.line.textContent = fill(this.room.dataset[how], { time: this.#savedAt, ...counted });
    this.line.toggleAttribute("data-waiting", how !== "saved");
    this.line.toggleAttribute("data-offline", how === "offline");
  }

  // Says something by its name among the room's words, until it is put away or others push it out. `about` names what it
  // is about: the next news of the same takes its place.
  tell(name, values = {}, about = name) {
    const said = document.createElement("p");
    said.className = "notice";
    said.dataset.about = about;
    said.append(fill(this.words[name], values), this.#away());
    [...this.news.children].find((one) => one.dataset.about === String(about))?.remove();
    this.news.append(said);
    while (this.news.children.length > MOST) this.news.firstElementChild.remove();
  }

  // A moment as the clock of this device's zone shows it.
  time(moment, seconds = false) {
    return new Date(moment).toLocaleTimeString("en-GB", seconds ? {} : { hour: "2-digit", minute: "2-digit" });
  }

  span(ms) {
    const seconds = Math.round(Math.abs(ms) / 1000);
    if (seconds % 60 && seconds < 600) return fill(this.words.seconds, { n: seconds });
    return fill(this.words.minutes, { n: Math.round(seconds / 60) });
  }

  #away() {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.words.away;
    return button;
  }
}

export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

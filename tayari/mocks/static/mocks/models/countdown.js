// A clock that only subtracts: the server says what remains, this device says how long ago that was.

const FIVE_MINUTES = 300_000;
const POINTS_MS = [1_800_000, 900_000, 600_000, 300_000, 60_000];
const QUESTION_POINTS_MS = [5_000];

export class Countdown {
  constructor(whole, remaining, now, { question = false } = {}) {
    this.whole = whole;
    this.question = question;
    this.now = now;
    this.set(remaining);
  }

  set(remaining, ago = 0) {
    this.remaining = remaining;
    this.since = this.now() - ago;
  }

  left() {
    return Math.max(0, this.remaining - Math.max(0, this.now() - this.since));
  }

  // Near the end: the last five minutes of a long paper, the last fifth of a short one, five seconds of a question.
  get near() {
    const span = this.question ? Math.min(5_000, this.whole / 3) : Math.min(FIVE_MINUTES, this.whole / 5);
    return this.left() <= span;
  }

  // The next moment worth announcing between two looks, in ms left; null when there is none.
  passed(before, after) {
    const points = this.question ? QUESTION_POINTS_MS : POINTS_MS;
    return points.find((point) => point < this.whole && before > point && after <= point) ?? null;
  }
}

export function clock(ms) {
  const seconds = Math.ceil(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const pad = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

// "12 min left" before "4:59 left": a calm clock counts minutes until they matter.
export function words(ms, near, templates) {
  if (ms <= 0) return templates.over;
  if (near || ms < FIVE_MINUTES) return templates.clock.replace("{clock}", clock(ms));
  return templates.minutes.replace("{n}", String(Math.ceil(ms / 60_000)));
}

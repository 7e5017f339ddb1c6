// Which events are new, what is missing, and where a post belongs. Numbers only: no page, no network, no clock.

export const BLOCK = 50; // events of one file: the same few addresses for every reader

/** How far a page has come: everything up to `seq` of the numbering `epoch`. */
export class Feed {
  constructor(cursor) {
    this.set(cursor);
  }

  set(cursor) {
    const [epoch, seq] = cursor.split(".");
    this.epoch = epoch;
    this.seq = Number(seq);
  }

  get cursor() {
    return `${this.epoch}.${this.seq}`;
  }

  /** `next` is to be applied, `old` was, before a `gap` something is missing, `other` counts anew. */
  judge(epoch, seq) {
    if (epoch !== this.epoch && this.seq > 0) return "other";
    if (seq <= this.seq) return "old";
    return seq === this.seq + 1 ? "next" : "gap";
  }

  /** `seq` was applied. */
  went(epoch, seq) {
    this.epoch = epoch;
    this.seq = seq;
  }

  /** What `newest.json` means for a page: `new` events to fetch, `same`, or that everything is to be had `anew`. */
  compare({ epoch, seq, first }) {
    if (epoch !== this.epoch && this.seq > 0) return "anew";
    if (seq < this.seq || this.seq < first - 1) return "anew";
    return seq > this.seq ? "new" : "same";
  }
}

/** The files that hold the events after `seq` up to `newest`: `[[1, 50], [51, 100]]`. */
export function filesFor(seq, newest) {
  const files = [];
  for (let from = Math.floor(seq / BLOCK) * BLOCK + 1; from <= newest; from += BLOCK) files.push([from, from + BLOCK - 1]);
  return files;
}

/** Before which of `posts` (`{ place, pinned }`, as they stand) `post` belongs; their length when it is the last. */
export function placeOf(posts, post, { pinnedFirst }) {
  const rank = ({ place, pinned }) => [pinnedFirst && pinned ? 1 : 0, place];
  const [pin, place] = rank(post);
  const at = posts.findIndex((other) => {
    const [otherPin, otherPlace] = rank(other);
    return otherPin < pin || (otherPin === pin && otherPlace < place);
  });
  return at < 0 ? posts.length : at;
}

/** Milliseconds until the `tries`th new attempt: longer each time, and for no two pages the same. */
export function pause(tries, random) {
  return Math.round(Math.min(60000, 4000 * 2 ** tries) * (0.5 + random));
}

// Time on this device that setting the device's clock does not move. Sleep is noticed and counted, and so is a clock
// that is put forward, which looks the same: the server is then asked.

const GAP_MS = 2_000;

export class SteadyClock {
  #slept = 0;
  #ahead;

  // `monotonic` may stand still while the device sleeps; `wall` does not, but anyone can set it.
  constructor(monotonic, wall) {
    this.monotonic = monotonic;
    this.wall = wall;
    this.#ahead = wall() - monotonic();
  }

  now() {
    return this.monotonic() + this.#slept;
  }

  // Whether the two clocks have parted since the last look. Only forward counts: nothing ever gives time back.
  jumped() {
    const ahead = this.wall() - this.monotonic();
    const gap = ahead - this.#ahead;
    this.#ahead = ahead;
    if (Math.abs(gap) < GAP_MS) return false;
    this.#slept += Math.max(0, gap);
    return true;
  }
}

// Which items of a scrolled row are in view, and where a step leads; plain numbers, no page.

/** `starts`: where each item begins; `left`, `width`: what is in view; all in pixels. First and last item in view. */
export function inView(starts, itemWidth, left, width) {
  const slack = itemWidth * 0.25;
  const seen = starts.flatMap((start, index) =>
    start >= left - slack && start + itemWidth <= left + width + slack ? [index] : [],
  );
  const first = seen.length ? seen[0] : nearest(starts, left);
  return { first, last: seen.length ? seen[seen.length - 1] : first };
}

/** The item to bring to the start when stepping by `direction` (1 or -1) with `view` from `inView`. */
export function stepFrom(view, direction, total) {
  return Math.max(0, Math.min(total - 1, view.first + direction));
}

function nearest(starts, left) {
  return starts.reduce((best, start, index) => (Math.abs(start - left) < Math.abs(starts[best] - left) ? index : best), 0);
}

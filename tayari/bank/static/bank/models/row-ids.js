// Names and labels of rows that are added, moved and taken out.

/** The first of s1, s2 … that none of `taken` is. */
export function nextId(prefix, taken) {
  const held = new Set(taken);
  let number = 1;
  while (held.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** How the paper numbers the row at `place`, from 0: its own labels, else 1, 2, 3 … */
export function labelOf(place, labels) {
  return labels[place] ?? String(place + 1);
}

/** The last of several refs that are being typed, and what stands before it. */
export function lastRef(text) {
  const at = Math.max(text.lastIndexOf(","), text.lastIndexOf(";"), text.lastIndexOf(" "));
  return { before: text.slice(0, at + 1), last: text.slice(at + 1) };
}

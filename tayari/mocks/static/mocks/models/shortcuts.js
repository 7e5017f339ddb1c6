// Which key means what. Letters of a keyboard that writes another script are read by their place on it.

const ACTS = {
  n: "next",
  p: "previous",
  m: "flag",
  x: "clear",
  s: "sure",
  t: "unsure",
  g: "guess",
  l: "language",
  k: "clock",
  q: "sheet",
  "?": "help",
};

// What pressing a key asks for: {act} or {option} (its place, from 0), or null. `options` is how many there are.
export function asked({ key, code = "", ctrlKey = false, altKey = false, metaKey = false }, options) {
  if (ctrlKey || altKey || metaKey) return null;
  const sign = /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : code.replace(/^(Key|Digit)(.)$/, "$2").toLowerCase();
  if (sign.length !== 1) return null;
  const place = sign >= "a" && sign <= "f" ? sign.charCodeAt(0) - 97 : "123456".indexOf(sign);
  if (place >= 0) return place < options ? { option: place } : null;
  return ACTS[sign] ? { act: ACTS[sign] } : null;
}

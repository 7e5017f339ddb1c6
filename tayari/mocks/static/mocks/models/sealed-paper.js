// A paper that was fetched encrypted: opens it, and puts its questions together. Knows no network and no DOM.

const SPREAD_MS = 300_000;
const EARLY_MS = 15_000;

const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

// Whether this browser can open one: it needs WebCrypto, so HTTPS, and decompression.
export const able = () => Boolean(globalThis.crypto?.subtle && globalThis.DecompressionStream);

// When to fetch it, ms from now: spread over five minutes, and early enough before the start.
export function ahead(wait, random) {
  return Math.round(random * Math.max(0, Math.min(SPREAD_MS, wait - EARLY_MS)));
}

// The paper inside. Rejects where the key is of another one, or a byte was changed.
export async function opened({ nonce, associated, sealed }, key) {
  const { subtle } = globalThis.crypto;
  const secret = await subtle.importKey("raw", bytes(key), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: bytes(nonce), additionalData: new TextEncoder().encode(associated) };
  const packed = await subtle.decrypt(how, secret, bytes(sealed));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

// A piece is text, the name of a hole, text, …; the values are HTML already.
export function fill(piece, values) {
  return piece.map((part, at) => (at % 2 ? values[part] : part)).join("");
}

// The HTML of one question; `order` has the ids of its options where they do not stand as printed.
export function question({ question: piece, options }, values, order = options.map(([id]) => id)) {
  const pieces = new Map(options);
  const choices = order.map((id, at) => fill(pieces.get(id), { letter: String.fromCharCode(65 + at) })).join("\n  ");
  return fill(piece, { ...values, choices });
}

// What a citation is in Markdown, and where it goes in a text.

/** The language that a text is written in: Hindi as soon as it has a Devanagari letter. */
export const languageOf = (...texts) =>
  /\p{Script=Devanagari}/u.test(texts.find((text) => text.trim()) ?? "") ? "hi" : "en";

/** A bracket would end the words, and a line break the citation. */
const plain = (words) => words.replace(/[[\]\\]/g, "").replace(/\s+/g, " ");

/**
 * The text with the fact cited in place of what is selected, and the place of the cursor after it.
 * The selected words become those of the citation; without any, the fact's own words do.
 */
export function cited(text, start, end, ref, words) {
  const [before, chosen, after] = /^(\s*)([^]*?)(\s*)$/.exec(text.slice(start, end)).slice(1);
  const head = text.slice(0, start) + before;
  const glue = !chosen && /[^\s([“"']$/.test(head) ? " " : "";
  const written = `${head}${glue}[${plain(chosen || words)}](fact:${ref})`;
  return { text: written + after + text.slice(end), at: written.length };
}

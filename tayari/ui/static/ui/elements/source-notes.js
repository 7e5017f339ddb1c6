// On a narrow screen a note opens under the paragraph that was being read, even when the same source was first cited
// further up, and following its number again closes it. Without this script the link leads to the note by :target.
const narrow = matchMedia("(max-width: 67.99rem)");

function blockOf(cite) {
  return cite.closest(".noted > :not(.notes)") ?? cite.closest("p, li, dd, td, figcaption, blockquote");
}

function toggle(cite, note) {
  const block = blockOf(cite);
  const host = block.matches("li, dd, td") ? block : block.parentElement;
  const key = `${note.id}-here`;
  const open = [...host.querySelectorAll(".source-note.open")].find((other) => other.dataset.here === key);
  if (open) {
    open.remove();
    cite.setAttribute("aria-expanded", "false");
    return;
  }
  const copy = note.cloneNode(true);
  copy.removeAttribute("id");
  copy.dataset.here = key;
  copy.classList.add("open");
  copy.querySelector("details")?.setAttribute("open", "");
  const back = copy.querySelector(".source-note-back");
  back?.addEventListener("click", (event) => {
    event.preventDefault();
    copy.remove();
    cite.setAttribute("aria-expanded", "false");
    cite.focus();
  });
  if (host === block) block.append(copy);
  else block.after(copy);
  cite.setAttribute("aria-expanded", "true");
}

document.addEventListener("click", (event) => {
  const cite = event.target.closest?.("a.cite");
  if (!cite || !narrow.matches || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const note = document.getElementById(cite.hash.slice(1));
  if (!note?.classList.contains("source-note") || !blockOf(cite)) return;
  event.preventDefault();
  toggle(cite, note);
});

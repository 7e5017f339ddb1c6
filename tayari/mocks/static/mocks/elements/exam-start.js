// Names a browser that presses Start and is not known yet: when the answer is lost, pressing again finds what began.
const LASTS_S = 1_800;

document.addEventListener("submit", ({ target }) => {
  if (!target.matches(".booklet-start form") || document.cookie.includes("tayari_start=")) return;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const name = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `tayari_start=${name}; path=/; max-age=${LASTS_S}; samesite=lax${secure}`;
});

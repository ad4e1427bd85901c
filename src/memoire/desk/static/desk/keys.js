// J K A E R O U and ? as on the page “Keys”. They can be switched off, and never act while somebody types.
(() => {
  "use strict";
  const help = document.getElementById("keys-help");
  if (!help) return;
  const kept = "memoire-keys";
  const on = help.querySelector("[data-keys-on]");
  on.checked = localStorage.getItem(kept) !== "off";
  on.addEventListener("change", () => localStorage.setItem(kept, on.checked ? "on" : "off"));

  const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog");

  function step(by) {
    const deck = window.memoireCards;
    if (!deck) return false;
    const ids = deck.cards().map((card) => card.dataset.entry);
    if (!ids.length) return false;
    const at = ids.indexOf(deck.current());
    const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by));
    deck.choose(ids[next], { focus: true });
    return true;
  }

  function press(key) {
    const deck = window.memoireCards;
    const scope = (deck && document.getElementById(`e-${deck.current()}`)) || document.getElementById("entry");
    const button = (key === "u" && document.querySelector("#status-undo [data-key=u]")) || (scope && scope.querySelector(`[data-key=${key}]`));
    if (!button) return false;
    button.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") document.body.classList.add("shows-keys");
    if (event.key === "Escape") return leave(event);
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return undefined;
    if (event.key === "?") return help.showModal();
    const key = event.key.toLowerCase();
    const done = key === "j" ? step(1) : key === "k" ? step(-1) : "aerou".includes(key) && key.length === 1 && press(key);
    if (done) event.preventDefault();
    return undefined;
  });
  document.addEventListener("keyup", (event) => { if (event.key === "Shift") document.body.classList.remove("shows-keys"); });
  window.addEventListener("blur", () => document.body.classList.remove("shows-keys"));

  function leave(event) {
    const form = event.target.closest("[data-form]");
    if (form) form.querySelector("[data-leave]").click();
  }
})();

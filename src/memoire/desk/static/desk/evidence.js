// The evidence of a commitment or claim as a deck: J and K walk through what waits for a person, the keys act on it.
(() => {
  "use strict";
  if (!document.querySelector("[data-evidence]")) return;
  let current = null;

  const cards = () => [...document.querySelectorAll("[data-evidence] .card")].filter((card) => "waits" in card.dataset || card.dataset.entry === current);
  const cardOf = (id) => document.getElementById(`e-${id}`);

  function light() {
    for (const lit of document.querySelectorAll("[data-evidence] .is-current")) lit.classList.remove("is-current");
    const card = current && cardOf(current);
    if (card) card.classList.add("is-current");
  }

  function choose(id, { focus = false } = {}) {
    current = id;
    light();
    const card = cardOf(id);
    if (!card || !focus) return;
    const folded = card.closest("details:not([open])");
    if (folded) folded.open = true;
    card.querySelector("[data-card-link]").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  window.memoireCards = { cards, choose, current: () => current };

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest("[data-evidence] .card");
    if (card) choose(card.dataset.entry);
    else if (event.target.closest("main")) { current = null; light(); }
  });
  document.addEventListener("htmx:afterSettle", light);
})();

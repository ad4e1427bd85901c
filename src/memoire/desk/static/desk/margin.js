// On wide screens each card stands in the margin at the height of its words, or as near below as there is room.
// One card at a time is current: it shows what can be done, and its words are lit.
(() => {
  "use strict";
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;
  const wide = window.matchMedia("(min-width: 64rem)");
  const gap = 8;
  let current = null;

  const cards = () => [...reading.querySelectorAll(".card")];
  const wordsOf = (id) => reading.querySelectorAll(`.said[data-of="${id}"]`);
  const markOf = (card) => reading.querySelector(`.ref[data-of="${card.dataset.entry}"]`);

  function place() {
    reading.classList.toggle("placed", wide.matches);
    const all = cards();
    if (!wide.matches || !all.length) {
      reading.style.minBlockSize = "";
      for (const card of all) card.style.top = "";
      return;
    }
    const top = reading.getBoundingClientRect().top;
    const wanted = all.map((card) => (markOf(card) || card.closest(".paragraph")).getBoundingClientRect().top - top - 4);
    const heights = all.map((card) => card.offsetHeight);
    const tops = wanted.slice();
    const fixed = all.findIndex((card) => card.dataset.entry === current);
    let from = 0;
    if (fixed >= 0) {
      const above = heights.slice(0, fixed).reduce((sum, height) => sum + height + gap, 0);
      tops[fixed] = Math.max(wanted[fixed], above);
      from = fixed + 1;
    } else {
      tops[0] = Math.max(0, wanted[0]);
      from = 1;
    }
    for (let n = from; n < all.length; n += 1) tops[n] = Math.max(wanted[n], tops[n - 1] + heights[n - 1] + gap);
    const before = fixed >= 0 ? fixed : 0;
    for (let n = 1; n < before; n += 1) tops[n] = Math.max(wanted[n], tops[n - 1] + heights[n - 1] + gap);
    for (let n = before - 1; n >= 0; n -= 1) tops[n] = Math.max(0, Math.min(tops[n], tops[n + 1] - heights[n] - gap));
    all.forEach((card, n) => { card.style.top = `${Math.round(tops[n])}px`; });
    const last = all.length - 1;
    reading.style.minBlockSize = `${Math.round(tops[last] + heights[last])}px`;
  }

  function light() {
    for (const lit of reading.querySelectorAll(".is-current")) lit.classList.remove("is-current");
    if (!current) return;
    for (const words of wordsOf(current)) words.classList.add("is-current");
    const card = document.getElementById(`e-${current}`);
    if (card) card.classList.add("is-current");
  }

  function choose(id, { focus = false } = {}) {
    if (id === current && !focus) return;
    current = id;
    light();
    const card = document.getElementById(`e-${id}`);
    // First the focus: the card that loses it folds up, and the others take its room.
    if (card && focus) card.querySelector("[data-card-link]").focus({ preventScroll: true });
    place();
    if (!card || !focus) return;
    const shown = wide.matches ? markOf(card) || card : card;
    shown.scrollIntoView({ block: "nearest" });
    if (wide.matches) card.scrollIntoView({ block: "nearest" });
  }

  window.memoireCards = { cards, choose, current: () => current };

  reading.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) choose(card.dataset.entry);
  });
  reading.addEventListener("click", (event) => {
    if (event.target.closest("button, form, .buttons a")) return;
    const mark = event.target.closest(".ref");
    if (mark) {
      event.preventDefault();
      choose(mark.dataset.of, { focus: true });
      return;
    }
    if (window.getSelection().toString()) return;
    const own = event.target.closest(".card, .said");
    if (own) choose(own.dataset.entry || innermost(own), { focus: false });
  });

  const innermost = (words) => words.dataset.of;

  document.addEventListener("htmx:afterSettle", () => { light(); place(); });
  wide.addEventListener("change", place);
  new ResizeObserver(place).observe(document.querySelector("main"));
  reading.addEventListener("toggle", place, true);
  document.fonts.ready.then(place);
  const asked = document.getElementById(location.hash.slice(1));
  place();
  if (asked && asked.matches(".card")) choose(asked.dataset.entry, { focus: true });
})();

// After htmx has swapped a piece: the focus stays where it was, an error summary is read first, a lost server is told.
(() => {
  "use strict";
  let place = null;

  document.addEventListener("htmx:beforeSwap", (event) => {
    const within = event.detail.target.contains(document.activeElement) || document.activeElement === document.body;
    place = within ? { target: event.detail.target.id, id: document.activeElement.id } : null;
  });

  document.addEventListener("htmx:afterSettle", () => {
    if (!place) return;
    const target = document.getElementById(place.target);
    const was = place;
    place = null;
    if (!target) return;
    const form = target.querySelector("[data-form]");
    const errors = target.querySelector("[data-errors]");
    if (errors) return errors.focus();
    if (form) return form.querySelector("input:not([type=hidden]):checked, input:not([type=hidden]), textarea, select").focus();
    const same = was.id && document.getElementById(was.id);
    if (same) return same.focus({ preventScroll: true });
    const next = target.querySelector("[data-card-link]") || target.querySelector(".buttons :is(button, a)");
    if (next) next.focus({ preventScroll: true });
  });

  const tell = (words) => { document.getElementById("status").textContent = words; };
  document.addEventListener("htmx:sendError", () => tell("Not done: the desk does not answer. Is “memoire desk” still running?"));
  document.addEventListener("htmx:responseError", () => tell("Not done: something went wrong in the desk. Nothing was changed."));

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });
  for (const opener of document.querySelectorAll("[data-opens]")) opener.hidden = false;
})();

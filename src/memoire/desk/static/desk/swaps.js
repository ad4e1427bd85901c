// After htmx has swapped a piece: the focus stays where it was, an error summary is read first, a lost server is told.
(() => {
  "use strict";
  let last = null;

  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = event.detail.target.querySelector("[data-form]");
    last = { target: event.detail.target.id, focus: [form && form.dataset.back, document.activeElement.id] };
  });

  document.addEventListener("htmx:afterSettle", () => {
    const target = last && document.getElementById(last.target);
    if (target) settle(target, last.focus);
    last = null;
  });

  function settle(target, before) {
    const form = target.querySelector("[data-form]");
    const errors = target.querySelector("[data-errors]");
    if (errors) errors.focus();
    else if (form) firstField(form).focus();
    else if (document.activeElement === document.body) back(target, before);
  }

  const firstField = (form) => form.querySelector("input:checked") || form.querySelector("input:not([type=hidden]), textarea, select");

  // The element that had the focus is gone: what opened the form, its successor of the same id, or what can be done next.
  function back(target, before) {
    const seen = before.map((id) => id && document.getElementById(id)).find((element) => element && element.checkVisibility());
    const next = seen || target.querySelector("[data-waits] [data-card-link]") || target.querySelector("[data-card-link]") || target.querySelector(".buttons :is(button, a)");
    if (next) next.focus({ preventScroll: true });
  }

  const tell = (words) => { document.getElementById("status").textContent = words; };
  document.addEventListener("htmx:sendError", () => tell("Not done: the desk does not answer. Is “memoire desk” still running?"));
  document.addEventListener("htmx:responseError", () => tell("Not done: something went wrong in the desk. Nothing was changed."));

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });
  for (const opener of document.querySelectorAll("[data-opens]")) opener.hidden = false;
})();

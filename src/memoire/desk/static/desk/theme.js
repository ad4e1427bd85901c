// The paper can be changed without leaving the page. Without this file the same buttons send a form.
(() => {
  "use strict";
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-theme-choice]");
    if (!form || !event.submitter) return;
    event.preventDefault();
    const theme = event.submitter.value;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    const age = theme ? 365 * 24 * 3600 : 0;
    document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=strict`;
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button === event.submitter));
  });
})();

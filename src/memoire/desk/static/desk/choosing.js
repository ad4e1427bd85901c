// While a correction is open, words selected in the text fill the field a person was in last: nothing is typed wrong.
(() => {
  "use strict";
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;
  let field = null;

  reading.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-words]")) field = event.target;
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const hint of reading.querySelectorAll("[data-choosing]")) hint.hidden = false;
  });

  document.addEventListener("mouseup", () => {
    if (!field || !field.isConnected) return;
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = paragraphOf(range.startContainer);
    if (!start || start !== paragraphOf(range.endContainer)) return;
    const words = range.toString().trim();
    if (!words) return;
    field.value = words;
    if (field.dataset.words) setPlace(start, range, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const paragraphOf = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    return element && element.closest("[data-start]");
  };

  // Which of several places with the same words: counted in the text up to the selection.
  function setPlace(paragraph, range, words) {
    const nth = field.form.elements[field.dataset.words];
    const before = document.createRange();
    before.setStart(reading, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const texts = [...reading.querySelectorAll("[data-start]")];
    const earlier = texts.slice(0, texts.indexOf(paragraph)).reduce((sum, text) => sum + count(text.textContent, words), 0);
    before.setStart(paragraph, 0);
    const here = count(before.toString() + words, words);
    const all = texts.reduce((sum, text) => sum + count(text.textContent, words), 0);
    nth.value = all > 1 ? String(earlier + here) : "";
  }

  function count(text, words) {
    let number = 0;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) number += 1;
    return number;
  }
})();

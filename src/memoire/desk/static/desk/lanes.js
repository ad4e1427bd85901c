// The marks of a drawing are one stop for Tab; arrow keys walk from mark to mark, up and down from lane to lane.
(() => {
  "use strict";
  const drawing = document.querySelector("[data-lanes]");
  if (!drawing) return;
  const lanes = [...drawing.querySelectorAll("[data-lane]")].map((lane) => [...lane.querySelectorAll("a")]).filter((marks) => marks.length);
  const all = lanes.flat();
  const stop = (mark) => { for (const one of all) one.setAttribute("tabindex", one === mark ? "0" : "-1"); };
  if (all.length) stop(all[0]);

  const middle = (mark) => { const box = mark.getBoundingClientRect(); return box.left + box.width / 2; };
  const nearest = (marks, from) => marks.reduce((best, one) => (Math.abs(middle(one) - middle(from)) < Math.abs(middle(best) - middle(from)) ? one : best));

  function next(mark, key) {
    const lane = lanes.findIndex((marks) => marks.includes(mark));
    const at = lanes[lane].indexOf(mark);
    if (key === "ArrowRight") return lanes[lane][at + 1];
    if (key === "ArrowLeft") return lanes[lane][at - 1];
    if (key === "Home") return lanes[lane][0];
    if (key === "End") return lanes[lane].at(-1);
    const other = lanes[lane + (key === "ArrowDown" ? 1 : -1)];
    return other && nearest(other, mark);
  }

  drawing.addEventListener("keydown", (event) => {
    const mark = event.target.closest("a");
    if (!mark || !/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    const wanted = next(mark, event.key);
    if (!wanted) return;
    stop(wanted);
    wanted.focus();
    wanted.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
})();

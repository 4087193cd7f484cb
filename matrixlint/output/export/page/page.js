"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const [search, driver, status, level, rule] = ["search", "driver", "status", "level", "rule"].map(one);
  const table = one("matrix");
  const word = (cell) => (cell.firstChild && cell.firstChild.nodeType === Node.TEXT_NODE ? cell.firstChild.data : "");
  const notes = [...document.querySelectorAll(".notes li")].map((item) => item.lastElementChild.textContent);
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    text: [
      row.cells[0].textContent,
      ...[...row.querySelectorAll("a[id^=b]")].map((link) => notes[link.id.slice(1) - 1]),
    ].join("\n").toLowerCase(),
    status: row.dataset.status,
    rules: row.dataset.rules ? row.dataset.rules.split(" ") : [],
  }));
  const findings = [...document.querySelectorAll(".findings li")];
  // A sheet of its own: the page's policy of security allows no style in the elements.
  const columns = new CSSStyleSheet();
  document.adoptedStyleSheets = [columns];
  let words = null;

  const reads = (entry, wanted) => {
    // The words of 200,000 cells are read when the first filter asks for them.
    words ??= rows.map((each) => [...each.row.cells].slice(2).map(word));
    const own = words[entry];
    return driver.value === "" ? own.includes(wanted) : own[driver.value] === wanted;
  };
  const fits = (each, at, text) =>
    (!text || each.text.includes(text)) &&
    (!status.value || each.status === status.value) &&
    (!rule.value || (rule.value === "any" ? each.rules.length > 0 : each.rules.includes(rule.value))) &&
    (!level.value || reads(at, level.value));

  // A browser lays 200,000 cells out in half a minute: rows come as they are scrolled to.
  const step = Math.max(20, Math.floor(6000 / table.tHead.rows[0].cells.length));
  let room = step;
  let shown = 0;
  const filter = () => {
    const text = search.value.trim().toLowerCase();
    shown = 0;
    rows.forEach((each, at) => {
      const fit = fits(each, at, text);
      shown += fit;
      each.row.hidden = !fit || shown > room;
    });
    const only = driver.value === "" ? "" : `#matrix :is(th, td):nth-child(n+3):not(:nth-child(${Number(driver.value) + 3})) { display: none; }`;
    columns.replaceSync(only);
    findings.forEach((item) => {
      item.hidden = Boolean(rule.value) && rule.value !== "any" && item.dataset.rule !== rule.value;
    });
    one("count").value = `${shown} of ${rows.length} features`;
    one("none").hidden = shown > 0;
  };
  // What a link leads to may be hidden by the filter.
  const reveal = () => {
    const target = location.hash && one(location.hash.slice(1));
    if (target && (target.closest("[hidden]") || !target.getClientRects().length)) {
      one("filter").reset();
      room = Math.max(room, rows.findIndex((each) => each.row.contains(target)) + step);
      filter();
      target.scrollIntoView();
    }
  };
  // A list that is driven by a program may say but one of them.
  for (const name of ["input", "change"]) one("filter").addEventListener(name, filter);
  one("filter").addEventListener("submit", (event) => event.preventDefault());
  one("filter").addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    room = rows.length;
    filter();
  });
  new IntersectionObserver(
    (seen) => {
      if (seen[0].isIntersecting && room < shown) {
        room += step;
        filter();
      }
    },
    { root: document.querySelector(".frame"), rootMargin: "400px" },
  ).observe(one("end"));
  filter();
})();

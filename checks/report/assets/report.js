"use strict";
// Reading needs none of this: it adds a search field and sorting to long lists.
for (const bar of document.querySelectorAll("[data-filter-for]")) {
  const name = bar.dataset.filterFor;
  const field = bar.querySelector("input");
  const choice = bar.querySelector("select");
  const rows = document.querySelectorAll(`ul[data-filtered="${name}"] > li, table[data-filtered="${name}"] > tbody > tr`);
  const apply = () => {
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(wanted) && (!choice || !choice.value || row.dataset.filter === choice.value);
      row.toggleAttribute("data-off", !fits);
    }
  };
  field.addEventListener("input", apply);
  if (choice) choice.addEventListener("change", apply);
  bar.hidden = false;
}
for (const table of document.querySelectorAll("table[data-sortable]")) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.querySelectorAll("th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => { const cell = row.cells[column]; return cell ? cell.dataset.key ?? cell.textContent.trim() : ""; };
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => key(a).localeCompare(key(b), undefined, { numeric: true }) * (down ? -1 : 1));
      table.tBodies[0].append(...rows);
    });
  });
}
for (const closed of document.querySelectorAll("details")) {
  addEventListener("beforeprint", () => { closed.open = true; });
}

"use strict";
// Search, filters and links into closed parts of a page. It reads the page and its own index, and asks for nothing.
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const words = text => text.toLowerCase().split(/\s+/).filter(Boolean);
  const said = item => (item.said ??= `${item.dataset.words ?? ""} ${item.textContent}`.toLowerCase().replace(/\s+/g, " "));
  const fields = all("input[data-search]");
  const filters = all("[data-filter]");
  const lists = new Set([...fields.map(f => f.dataset.search), ...filters.map(f => f.dataset.filter)]);

  // An item is shown where every word is in it and every filter has one of its values checked.
  function apply(within) {
    const asked = fields.filter(f => f.dataset.search === within).flatMap(f => words(f.value));
    const wanted = filters.filter(f => f.dataset.filter === within).map(f => [
      f.dataset.field, new Set(all("input", f).filter(box => box.checked).map(box => box.value)),
    ]);
    const items = all("[data-item]", document.querySelector(within) ?? document);
    let count = 0;
    for (const item of items) {
      const shown = asked.every(word => said(item).includes(word))
        && wanted.every(([field, values]) => (item.dataset[field] ?? "").split(" ").some(value => values.has(value)));
      item.hidden = !shown;
      count += shown;
    }
    for (const group of all("[data-group]", document.querySelector(within) ?? document)) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    }
    for (const place of all("[data-shown]")) {
      if (place.dataset.shown === within) place.textContent = `${count} of ${items.length} shown`;
    }
  }

  // A site's index, [[title, address, text], ...]: what an address leads to is listed while one types.
  function look(field, list) {
    const asked = words(field.value);
    const rank = ([title]) => (title.toLowerCase().startsWith(asked[0]) ? 0 : asked.every(w => title.toLowerCase().includes(w)) ? 1 : 2);
    const found = asked.length === 0 ? [] : window.searchIndex
      .filter(entry => asked.every(word => `${entry[0]} ${entry[2] ?? ""}`.toLowerCase().includes(word)))
      .sort((one, other) => rank(one) - rank(other)).slice(0, 50);
    list.replaceChildren(...found.map(([title, address]) => {
      const link = Object.assign(document.createElement("a"), { textContent: title, href: (list.dataset.root ?? "") + address });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    const status = document.querySelector("[data-found]");
    if (status) status.textContent = asked.length === 0 ? "" : found.length === 0 ? "Nothing was found." : `${found.length} found`;
  }

  function open(place) {
    for (let part = place; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
      if (part.hidden) part.hidden = false;
    }
  }

  function go() {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place) { open(place); place.scrollIntoView(); }
  }

  for (const within of lists) apply(within);
  for (const field of fields) field.addEventListener("input", () => apply(field.dataset.search));
  for (const filter of filters) filter.addEventListener("change", () => apply(filter.dataset.filter));
  const field = document.querySelector("input[data-find]"), list = document.querySelector("[data-results]");
  if (field && list && window.searchIndex) field.addEventListener("input", () => look(field, list));
  addEventListener("hashchange", go);
  go();
  addEventListener("keydown", event => {
    const first = fields[0] ?? field, typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName ?? "");
    if (event.key === "/" && !typing && first) { event.preventDefault(); first.focus(); }
    if (event.key === "Escape" && event.target.type === "search") { event.target.value = ""; event.target.dispatchEvent(new Event("input")); }
  });
  // Paper has no closed parts. What was open before is open after.
  addEventListener("beforeprint", () => { for (const part of all("details:not([open])")) { part.dataset.shut = ""; part.open = true; } });
  addEventListener("afterprint", () => { for (const part of all("details[data-shut]")) { delete part.dataset.shut; part.open = false; } });
})();

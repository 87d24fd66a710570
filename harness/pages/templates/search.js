"use strict";
// Search, filters and links into closed parts of a page. It reads the page and its own index, and asks for nothing.
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const MOST = 50, ENDINGS = ["ions", "ion", "ing", "ed", "es", "e", "s"];
  // What "orders" and "order", "revised" and "revision" have in common; of a short word, all of it.
  const stem = word => {
    const ending = ENDINGS.find(each => word.endsWith(each) && word.length - each.length > 3);
    return ending ? word.slice(0, -ending.length) : word;
  };
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
    const asked = words(field.value).map(stem);
    const lacking = text => asked.filter(word => !text.toLowerCase().includes(word)).length;
    // First where all words meet, in the title or in one text of its own, such as the title of an example.
    const ranked = asked.length === 0 ? [] : window.searchIndex
      .filter(([title, , text]) => lacking(`${title} ${text ?? ""}`) === 0)
      .map(([title, address, text]) => {
        const texts = (text ?? "").split("\n"), fewest = Math.min(...texts.map(lacking));
        const first = title.toLowerCase().startsWith(asked[0]) ? 0 : 1, missing = lacking(title);
        return { title, address, told: missing ? texts.find(each => lacking(each) === fewest) : "", rank: [first, Math.min(missing, fewest), missing] };
      })
      .sort((one, other) => one.rank.map((place, n) => place - other.rank[n]).find(Boolean) ?? 0);
    const found = ranked.slice(0, MOST);
    list.replaceChildren(...found.map(({ title, address, told }) => {
      const link = Object.assign(document.createElement("a"), { textContent: title, href: (list.dataset.root ?? "") + address });
      const item = document.createElement("li");
      item.append(link);
      if (told) item.append(Object.assign(document.createElement("div"), { textContent: told, className: "soft small" }));
      return item;
    }));
    const status = document.querySelector("[data-found]");
    const told = ranked.length > MOST ? `${ranked.length} found, the first ${MOST} shown` : `${ranked.length} found`;
    if (status) status.textContent = asked.length === 0 ? "" : ranked.length === 0 ? "Nothing was found." : told;
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

// The transactions: searched, filtered, sorted, and opened one by one.

const ROWS_AT_ONCE = 100;
const PATIENCE = 120;

/** @typedef {{number: number, name: string, words: string, bound: number, statements: number, spots: number}} Row */

/** @type {Row[]} */
const rows = page.transactions.map(([, name, receiver, , accesses, spots], number) => ({
  number,
  name: text(name) + (receiver >= 0 ? ` on ${text(receiver)}` : ""),
  words: "",
  bound: bound[number].size,
  statements: accesses.length,
  spots: spots.length,
}));

/** @type {{key: string, down: boolean}} */
const order = { key: "bound", down: true };

/** @type {[string, string, (row: Row) => number | string][]} key, heading, what is compared */
const COLUMNS = [
  ["name", "transaction", (row) => row.name],
  ["bound", "tables it binds", (row) => row.bound],
  ["contexts", "contexts", (row) => chosen.homes[row.number].length],
  ["statements", "statements", (row) => row.statements],
  ["spots", "blind spots", (row) => row.spots],
];

const startTransactions = () => {
  const later = { timer: 0 };
  const soon = () => {
    clearTimeout(later.timer);
    later.timer = window.setTimeout(drawTransactions, PATIENCE);
  };
  const kinds = [...new Set(page.transactions.map(([kind]) => text(kind)))].sort();
  const search = h("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "function, table, file or file:line", oninput: soon });
  byId("transaction-list").replaceChildren(
    h(
      "form",
      { class: "controls", role: "search", "aria-label": "Transactions", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      h("label", { class: "wider" }, "Search ", search),
      h("label", {}, "Context ", h("select", { id: "in-context", onchange: drawTransactions })),
      h("label", {}, "Kind ", h("select", { id: "of-kind", onchange: drawTransactions }, h("option", { value: "" }, "any"), ...kinds.map((kind) => h("option", { value: kind }, kind)))),
      h("label", {}, h("input", { id: "only-cut", type: "checkbox", onchange: drawTransactions }), " in several contexts only"),
      h("label", {}, h("input", { id: "readers", type: "checkbox", onchange: drawTransactions }), " also those that only read"),
    ),
    h("p", { id: "count", role: "status" }),
    h("div", { id: "rows" }),
  );
  whenChosen(() => {
    const select = /** @type {HTMLSelectElement} */ (byId("in-context"));
    const before = select.selectedOptions.length ? select.selectedOptions[0].label : "";
    const names = largest(chosen.split.contexts.length).shown;
    select.replaceChildren(h("option", { value: "" }, "any"), ...names.map((context) => h("option", { value: context, selected: contextName(context) === before }, contextName(context))));
    drawTransactions();
  });
};

/** @param {string} id @returns {boolean} */
const checked = (id) => /** @type {HTMLInputElement} */ (byId(id)).checked;

/** @param {string} id @returns {string} */
const valueOf = (id) => /** @type {HTMLInputElement} */ (byId(id)).value;

const drawTransactions = () => {
  const found = sorted(filtered());
  const cut = found.filter((row) => chosen.cut.has(row.number)).length;
  byId("count").textContent = `${counted(found.length, "transaction")} of ${rows.length.toLocaleString("en")}; ${cut.toLocaleString("en")} in several contexts`;
  const { body, region } = scrolling("Transactions", COLUMNS.map(([key, word]) => sortable(key, word)), []);
  region.classList.add("transactions");
  byId("rows").replaceChildren(region, growing(body, found, ROWS_AT_ONCE, transactionRow));
};

const filtered = () => {
  const [kind, context] = [valueOf("of-kind"), valueOf("in-context")];
  const [onlyCut, readers] = [checked("only-cut"), checked("readers")];
  const matches = searched(valueOf("search").trim().toLowerCase());
  return rows.filter(
    (row) =>
      (readers || row.bound > 0) &&
      (!onlyCut || chosen.cut.has(row.number)) &&
      (!kind || text(page.transactions[row.number][0]) === kind) &&
      (!context || chosen.homes[row.number].includes(Number(context))) &&
      matches(row),
  );
};

/** @param {string} query @returns {(row: Row) => boolean} all words are in it, or the call at `file:line` is passed */
const searched = (query) => {
  if (!query) return () => true;
  if (/:\d+$/.test(query)) return passes(query);
  const wanted = query.split(/\s+/);
  return (row) => {
    row.words = row.words || wordsOf(row);
    return wanted.every((word) => row.words.includes(word));
  };
};

/** @param {Row} row */
const wordsOf = ({ number, name }) => {
  const [kind, , , place, accesses] = page.transactions[number];
  const tables = new Set(accesses.map((access) => page.accesses[access * PER_ACCESS]));
  return [name, text(kind), place >= 0 ? spoken(place) : "", ...[...tables].map(tableName)].join(" ").toLowerCase();
};

/** @param {string} query @returns {(row: Row) => boolean} */
const passes = (query) => {
  /** @type {Set<number>} */
  const places = new Set();
  const named = (/** @type {string} */ where) => where === query || where.endsWith(`/${query}`);
  for (let place = 0; 3 * place < page.places.length; place += 1) if (named(spoken(place).toLowerCase())) places.add(place);
  const ways = page.ways.map((way) => way.some((place) => places.has(place)));
  const touched = (/** @type {number} */ access) => places.has(page.accesses[access * PER_ACCESS + 2]) || ways[page.accesses[access * PER_ACCESS + WAY]];
  return ({ number }) => places.has(page.transactions[number][3]) || page.transactions[number][4].some(touched);
};

/** @param {Row[]} found */
const sorted = (found) => {
  const [, , compared] = /** @type {[string, string, (row: Row) => number | string]} */ (COLUMNS.find(([key]) => key === order.key));
  const values = new Map(found.map((row) => [row, compared(row)]));
  const sign = order.down ? -1 : 1;
  const compare = (/** @type {Row} */ one, /** @type {Row} */ other) => {
    const [first, second] = [values.get(one) || 0, values.get(other) || 0];
    return first < second ? -sign : first > second ? sign : one.number - other.number;
  };
  return found.sort(compare);
};

/** @param {string} key @param {string} word */
const sortable = (key, word) => {
  const here = order.key === key;
  const sort = () => {
    order.down = here ? !order.down : key !== "name";
    order.key = key;
    drawTransactions();
    /** @type {HTMLElement} */ (document.querySelector(`[data-sort="${key}"]`)).focus();
  };
  const arrow = here ? (order.down ? " ↓" : " ↑") : "";
  const direction = here ? (order.down ? "descending" : "ascending") : null;
  return h("th", { scope: "col", class: key === "name" ? "" : "number", "aria-sort": direction }, h("button", { type: "button", "data-sort": key, onclick: sort }, word, h("span", { "aria-hidden": "true" }, arrow)));
};

/** @param {Row} row @returns {HTMLElement} */
const transactionRow = (row) => {
  const [kind, , , place] = page.transactions[row.number];
  const homes = chosen.homes[row.number];
  const unfold = () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    line.classList.toggle("unfolded", open);
    if (open) line.after(h("tr", {}, h("td", { class: "detail", colspan: COLUMNS.length }, opened(row.number))));
    else line.nextElementSibling?.remove();
  };
  const button = h("button", { type: "button", class: "unfold", "aria-expanded": "false", onclick: unfold }, ...breakable(row.name));
  const names = homes.map(contextName);
  const where = h("div", { class: "quiet" }, text(kind), " at ", placed(place));
  const crosses = h("div", { class: "quiet" }, chosen.cut.has(row.number) ? badge("cut", "in several") : "", names.join(", "));
  const cell = h("td", { class: "name" }, button, where, crosses);
  const figures = [row.bound, homes.length, row.statements, row.spots].map((number, index) =>
    h("td", { class: "number" }, h("span", { class: "label", "aria-hidden": "true" }, `${COLUMNS[index + 1][1]} `), number.toLocaleString("en")),
  );
  const line = h("tr", {}, cell, ...figures);
  return line;
};

/** @param {string} query */
const searchFor = (query) => {
  const search = /** @type {HTMLInputElement} */ (byId("search"));
  search.value = query;
  drawTransactions();
  byId("transactions").scrollIntoView();
  search.focus();
};

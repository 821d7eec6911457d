// The matrix of contexts by contexts: a number a cell, and behind it the couplings with their places.

const IN_MATRIX = 24;
const PLACES_AT_ONCE = 40;
const SHADES = 5;
const EVERY = "every kind";

/** @type {string} */
let kindShown = EVERY;

const startMatrix = () => {
  const kinds = h("select", { id: "kind", onchange: () => drawMatrix() }, ...[EVERY, ...KINDS].map((kind) => h("option", { value: kind }, kind)));
  const table = h("div", { id: "matrix-cells" });
  const opened = h("div", { id: "couplings", tabindex: "-1", role: "region", "aria-label": "Couplings of the chosen cell" });
  byId("matrix-table").replaceChildren(
    h("p", {}, "A row depends on a column. A number opens its couplings, each with its place."),
    h("p", { class: "controls" }, h("label", {}, "Count ", kinds)),
    table,
    opened,
  );
  whenChosen(() => drawMatrix());
};

const drawMatrix = () => {
  kindShown = /** @type {HTMLSelectElement} */ (byId("kind")).value;
  byId("couplings").replaceChildren();
  const { shown, rest } = largest(IN_MATRIX);
  const groups = shown.map((context) => [context]);
  if (rest.length) groups.push(rest);
  if (groups.length < 2) {
    byId("matrix-cells").replaceChildren(h("p", {}, "There is one context, so nothing depends on another."));
    return;
  }
  const numbers = groups.map((from) => groups.map((to) => (from === to ? 0 : between(from, to).length)));
  const most = Math.max(1, ...numbers.flat());
  const head = [h("td", {}), ...groups.map((group) => h("th", { scope: "col", title: groupName(group) }, h("span", {}, groupName(group))))];
  const rows = groups.map((from, index) =>
    h("tr", {}, h("th", { scope: "row", title: groupName(from) }, groupName(from)), ...groups.map((to, other) => cell(from, to, numbers[index][other], most))),
  );
  const left = outside ? ` ${counted(outside, "coupling")} with an end that is in no context, such as a module that several share, are not counted.` : "";
  const { region } = scrolling("Couplings, from the row's context to the column's", head, rows);
  region.classList.add("matrix");
  byId("matrix-cells").replaceChildren(region, h("p", { class: "quiet" }, left));
};

/** @param {number[]} group @returns {string} */
const groupName = (group) => (group.length === 1 ? contextName(group[0]) : `${group.length} smaller`);

/** @param {number[]} from @param {number[]} to @returns {Coupling[]} */
const between = (from, to) =>
  from
    .flatMap((one) => to.flatMap((other) => couplings.get(pairOf(one, other)) || []))
    .filter(({ kind }) => kindShown === EVERY || kind === kindShown);

/** @param {number[]} from @param {number[]} to @param {number} number @param {number} most */
const cell = (from, to, number, most) => {
  if (from === to) return h("td", { class: "same" }, h("span", { "aria-label": "itself" }, "–"));
  if (!number) return h("td", { class: "none" }, "0");
  const shade = Math.ceil((SHADES * Math.log(number + 1)) / Math.log(most + 1));
  const label = `${groupName(from)} depends on ${groupName(to)}: ${counted(number, "coupling")}`;
  const button = h("button", { type: "button", "aria-label": label, onclick: () => openCell(from, to) }, number.toLocaleString("en"));
  return h("td", { class: `shade-${shade}` }, button);
};

/** @param {number[]} from @param {number[]} to */
const openCell = (from, to) => {
  const found = between(from, to);
  const parts = KINDS.map((kind) => ({ kind, held: found.filter((one) => one.kind === kind) })).filter(({ held }) => held.length);
  const home = byId("couplings");
  home.replaceChildren(
    h("h3", {}, `${groupName(from)} depends on ${groupName(to)}: ${counted(found.length, "coupling")}`),
    ...parts.map(({ kind, held }, index) => kindOpened(kind, held, index === 0)),
  );
  home.focus();
};

/** @param {string} kind @param {Coupling[]} held @param {boolean} open */
const kindOpened = (kind, held, open) => {
  const ordered = held.sort((one, other) => alphabetical(fileOf(one.place), fileOf(other.place)) || lineOf(one.place) - lineOf(other.place));
  const list = h("ul", { class: "places" });
  const more = growing(list, ordered, PLACES_AT_ONCE, ({ place, what, whom }) =>
    h("li", {}, placed(place), " ", code(what), " → ", code(whom)),
  );
  return h("details", { open }, h("summary", {}, counted(held.length, kind, `${kind}s`)), list, more);
};

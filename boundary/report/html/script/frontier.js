// The frontier: choosing a split by its row, its point or the bar, and what the chosen one asks for.

const SEAMS_AT_ONCE = 25;

const startFrontier = () => {
  const pick = /** @type {HTMLSelectElement} */ (byId("pick"));
  /** @type {NodeListOf<HTMLInputElement>} */
  const radios = document.querySelectorAll("input[name=split]");
  pick.addEventListener("change", () => choose(Number(pick.value)));
  radios.forEach((radio) => radio.addEventListener("change", () => choose(Number(radio.value))));
  document.querySelectorAll(".point").forEach((point) =>
    point.addEventListener("click", () => choose(Number(point.getAttribute("data-split")))),
  );
  whenChosen(() => {
    const number = String(page.splits.indexOf(chosen.split));
    pick.value = number;
    radios.forEach((radio) => (radio.checked = radio.value === number));
    document.querySelectorAll("[data-split]").forEach((one) =>
      one.classList.toggle("chosen", one.getAttribute("data-split") === number),
    );
    byId("told").replaceChildren(...told());
    byId("asks").replaceChildren(seams(), metrics());
  });
};

/** @returns {number} the split that the page's address ends with, as in `report.html#frontier-3`; -1 for none */
const splitOfAddress = () => page.splits.findIndex(({ name }) => location.hash === `#${encodeURIComponent(text(name))}`);

/** @returns {Node[]} the chosen split in a sentence, and its address */
const told = () => {
  const split = chosen.split;
  const cut = chosen.cut.size;
  const seams = split.relaxed.length;
  const reach = cut ? ` ${counted(cut, "transaction")} ${cut === 1 ? "reaches" : "reach"} into several contexts.` : " No transaction reaches into two contexts.";
  const asks = seams ? `${reach} ${counted(seams, "seam")} for ${split.price} ${seams === 1 ? "makes" : "make"} them whole.` : reach;
  const link = h("a", { href: `#${encodeURIComponent(text(split.name))}` }, "Link to this split");
  const words = ` has ${counted(split.contexts.length, "context")}.${asks} `;
  return [h("strong", {}, text(split.name)), document.createTextNode(words), link];
};

const seams = () => {
  const relaxed = chosen.split.relaxed;
  if (!relaxed.length) return document.createTextNode("");
  const head = ["seam", "call or access", "remedy", "price", "frees", "tables behind it"].map((word) =>
    heading(word, word === "price" || word === "frees" ? "number" : ""),
  );
  const { body, region } = scrolling("The seams to relax, in this order", head, []);
  const more = growing(body, relaxed, SEAMS_AT_ONCE, ([place, calls, price, remedy, frees, tables]) =>
    h(
      "tr",
      {},
      h("td", {}, placed(place), place >= 0 && h("br"), place >= 0 && h("span", { class: "quiet" }, "in ", code(functionOf(place)))),
      h("td", {}, code(text(calls))),
      h("td", {}, text(remedy)),
      h("td", { class: "number" }, String(price)),
      h("td", { class: "number" }, counted(frees.length, "transaction")),
      h("td", {}, listed(tables.map(tableName))),
    ),
  );
  return h("details", { open: relaxed.length <= SEAMS_AT_ONCE }, h("summary", {}, `${counted(relaxed.length, "seam")} to relax first`), region, more);
};

const metrics = () => {
  const rows = Object.entries(chosen.split.metrics).map(([name, value]) => {
    const [better, meaning] = page.meanings[name] || ["", ""];
    return h("tr", {}, h("th", { scope: "row" }, code(name)), h("td", { class: "number" }, String(+value.toPrecision(4))), h("td", {}, better), h("td", {}, meaning));
  });
  if (!rows.length) return document.createTextNode("");
  const head = [heading("metric"), heading("value", "number"), heading("better"), heading("meaning")];
  return h("details", {}, h("summary", {}, "Metrics of this split"), scrolling("Metrics of this split", head, rows).region);
};

// The explorer in a notebook. What comes from the source is only ever set as text.

const SHOWN = 50;

/**
 * @param {string} tag @param {Record<string, unknown>} set @param {...(Node | string)} inside
 * @returns {HTMLElement}
 */
const h = (tag, set = {}, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...inside);
  return element;
};

const counted = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

const render = ({ model, el }) => {
  let opened = null;
  let words = "";
  const chooser = h("select", { "aria-label": "Split", onchange: () => send("split", Number(chooser.value)) });
  model.get("splits").forEach(([name, price, contexts], index) => {
    chooser.append(h("option", { value: index }, `${name}: ${counted(contexts, "context")} at price ${price}`));
  });
  const matrix = h("div", { class: "wide" });
  const places = h("div", { role: "status" });
  const search = h("input", { type: "search", placeholder: "function, table, file", "aria-label": "Search transactions", oninput: () => { words = search.value.toLowerCase(); list(); } });
  const found = h("div", { class: "wide" });
  const answer = h("pre", { tabindex: 0, hidden: "" });
  const root = h("div", { class: "boundary-explore" },
    h("p", {}, h("label", {}, "Split ", chooser)),
    h("p", { class: "quiet" }, "Rows need columns. Choose a cell to see the places; a dot marks shared transactions."),
    matrix, places,
    h("p", {}, h("label", {}, "Transactions ", search)),
    found, answer);
  el.append(root);

  const send = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };

  const draw = () => {
    const contexts = model.get("contexts");
    const cells = new Map(model.get("cells").map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
    const most = Math.max(1, ...model.get("cells").map((cell) => cell[2]));
    chooser.value = String(model.get("split"));
    places.replaceChildren();
    const head = h("tr", {}, h("td"), ...contexts.map(([name]) => h("th", { scope: "col", title: name }, h("span", {}, name))));
    const rows = contexts.map(([name, tables, modules], one) => {
      const label = h("th", { scope: "row" }, h("button", { type: "button", title: `${counted(tables.length, "table")}, ${counted(modules, "module")}`, onclick: () => context(one) }, name), h("small", {}, ` ${tables.length}`));
      return h("tr", {}, label, ...contexts.map((_, other) => cell(one, other, cells.get(`${one} ${other}`), most)));
    });
    matrix.replaceChildren(h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows)));
  };

  const cell = (one, other, held, most) => {
    if (one === other) return h("td", { class: "self" });
    if (!held) return h("td", {}, "");
    const [, , number, shared] = held;
    const shade = Math.ceil((4 * Math.log(1 + number)) / Math.log(1 + most));
    const [from, to] = [model.get("contexts")[one][0], model.get("contexts")[other][0]];
    const label = `${from} to ${to}: ${counted(number, "coupling")}${shared ? `, ${counted(shared, "shared transaction")}` : ""}`;
    return h("td", { class: `shade-${shade}` }, h("button", { type: "button", "aria-label": label, title: label, onclick: () => couplings(from, to, held) }, `${number}${shared ? " •" : ""}`));
  };

  const couplings = (from, to, [, , number, , shown]) => {
    const rows = shown.map((each) => h("tr", {}, ...each.map((text) => h("td", {}, text))));
    const left = number > shown.length ? ` The first ${shown.length} of them:` : "";
    const head = h("tr", {}, ...["kind", "who", "on what", "where"].map((name) => h("th", { scope: "col" }, name)));
    places.replaceChildren(h("p", {}, `${from} needs ${to} at ${counted(number, "place")}.${left}`), h("div", { class: "wide tall" }, h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows))));
    send("selected", { kind: "couplings", from, to, number });
  };

  const context = (one) => {
    const [name, tables, modules] = model.get("contexts")[one];
    places.replaceChildren(h("p", {}, `${name}: ${counted(modules, "module")}, ${counted(tables.length, "table")}: ${tables.join(", ")}`));
    send("selected", { kind: "context", name, tables });
  };

  const list = () => {
    const wanted = words.split(/\s+/).filter(Boolean);
    const every = model.get("transactions").filter((one) => wanted.every((word) => `${one[1]} ${one[3]} ${one[4]}`.toLowerCase().includes(word)));
    every.sort((one, other) => other[5] - one[5]);
    const rows = every.slice(0, SHOWN).map((one) => h("tr", {},
      h("td", { class: "number" }, String(one[5])),
      h("td", {}, h("button", { type: "button", "aria-expanded": String(opened === one[0]), onclick: () => open(one) }, one[1])),
      h("td", {}, one[2]), h("td", {}, one[3])));
    const head = h("tr", {}, ...["writes", "transaction", "kind", "where"].map((name) => h("th", { scope: "col" }, name)));
    const told = every.length > SHOWN ? `${SHOWN} of ${counted(every.length, "transaction")}` : counted(every.length, "transaction");
    found.replaceChildren(h("p", { class: "quiet", role: "status" }, told), h("div", { class: "tall" }, h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows))));
  };

  const open = (one) => {
    opened = one[0];
    send("selected", { kind: "transaction", name: one[1], place: one[3], tables: one[4].split(", ") });
    send("asked", one[0]);
    list();
  };

  const told = () => {
    answer.hidden = !model.get("answer");
    answer.textContent = model.get("answer");
  };

  model.on("change:cells", draw);
  model.on("change:answer", told);
  draw();
  list();
  told();
};

export default { render };

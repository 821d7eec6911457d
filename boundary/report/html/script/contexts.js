// The contexts of the chosen split: what each holds, and who owns it.

const NAMES_AT_ONCE = 24;
const OPEN_CONTEXTS = 3;

/** @type {Map<number, Set<string>>} the kinds of an entry point, by its name */
const kindsOf = new Map();

const startContexts = () => {
  for (const [kind, name] of page.entryPoints) kindsOf.set(name, (kindsOf.get(name) || new Set()).add(text(kind)));
  whenChosen(() => {
    const contexts = chosen.split.contexts;
    const order = largest(contexts.length).shown;
    const cards = order.map((index, rank) => card(contexts[index], contexts.length <= OPEN_CONTEXTS || rank === 0));
    byId("context-list").replaceChildren(...cards, ...outsiders());
  });
};

/** @param {Context} context @param {boolean} open */
const card = (context, open) => {
  const owners = ownersOf(context);
  const sizes = [
    counted(context.tables.length, "table"),
    counted(context.modules.length, "module"),
    counted(context.entryPoints.length, "entry point"),
  ].join(", ");
  return h(
    "details",
    { class: "card", open },
    h("summary", {}, h("strong", {}, text(context.name)), " ", h("span", { class: "quiet" }, sizes)),
    h(
      "div",
      { class: "parts" },
      part("Tables", context.tables, (table) => [tableSpoken(table)]),
      part("Modules", context.packages, (name) => [code(text(name))]),
      part("Entry points", context.entryPoints, (name) => [code(text(name) || "/"), ...kinds(name)]),
      part("Owners", owners, ([owner, files]) => [code(owner), ` ${counted(files, "module")}`]),
    ),
  );
};

/** @param {number} name @returns {Child[]} */
const kinds = (name) => [...(kindsOf.get(name) || [])].map((kind) => ` ${kind}`);

/** @param {number} table @returns {HTMLElement} a table, and where it is defined */
const tableSpoken = (table) => {
  const [name, model, place] = page.tables[table];
  const title = model >= 0 ? `model ${text(model)}${place >= 0 ? ` at ${spoken(place)}` : ""}` : null;
  if (place >= 0 && page.sourceUrl) {
    const link = placed(place);
    link.replaceChildren(code(text(name)));
    if (title) link.setAttribute("title", title);
    return link;
  }
  return h("code", { title }, text(name));
};

/**
 * @template T
 * @param {string} title
 * @param {T[]} items
 * @param {(item: T) => Child[]} made
 */
const part = (title, items, made) => {
  if (!items.length) return false;
  const list = h("ul", { class: "names" });
  const more = growing(list, items, NAMES_AT_ONCE, (item) => h("li", {}, ...made(item)));
  return h("div", { class: "part" }, h("h3", {}, title), list, more);
};

/** @param {Context} context @returns {[string, number][]} who owns most of its modules first */
const ownersOf = (context) => {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const module of context.modules) {
    const owner = text(page.modules[module][3]);
    if (owner) found.set(owner, (found.get(owner) || 0) + 1);
  }
  return [...found].sort((one, other) => other[1] - one[1] || alphabetical(one[0], other[0]));
};

const outsiders = () => {
  /** @type {[string, number[]][]} */
  const kinds = [
    ["Used by several contexts: shared", chosen.split.shared],
    ["Only composing several contexts: composers", chosen.split.composers],
  ];
  return kinds
    .filter(([, names]) => names.length)
    .map(([title, names]) => {
      const list = h("ul", { class: "names" });
      const more = growing(list, names, NAMES_AT_ONCE, (name) => h("li", {}, code(text(name))));
      return h("details", { class: "card" }, h("summary", {}, h("strong", {}, title), h("span", { class: "quiet" }, ` ${counted(names.length, "module or package", "modules or packages")}`)), list, more);
    });
};

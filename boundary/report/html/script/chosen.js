// The chosen split: which context every table and module is in, and who wants to hear of another choice.

const NOWHERE = -1;

/** @type {{split: Split, contextOfTable: Int32Array, contextOfModule: Int32Array, homes: number[][], cut: Set<number>}} */
let chosen;

/** @type {(() => void)[]} */
const followers = [];

/** @param {() => void} follow is called now if a split is chosen, and at every other choice */
const whenChosen = (follow) => {
  followers.push(follow);
  if (chosen) follow();
};

/** @param {number} context @returns {string} */
const contextName = (context) => (context === NOWHERE ? "no context" : text(chosen.split.contexts[context].name));

/** @param {number} number of the split */
const choose = (number) => {
  const split = page.splits[number];
  const contextOfTable = new Int32Array(page.tables.length).fill(NOWHERE);
  const contextOfModule = new Int32Array(page.modules.length).fill(NOWHERE);
  split.contexts.forEach((context, index) => {
    for (const table of context.tables) contextOfTable[table] = index;
    for (const module of context.modules) contextOfModule[module] = index;
  });
  const homes = bound.map((tables) => homesOf(tables, contextOfTable));
  chosen = { split, contextOfTable, contextOfModule, homes, cut: new Set(split.cut) };
  for (const follow of followers) follow();
};

/**
 * The contexts in which a transaction binds tables, the one with most of them first: its home.
 * @param {Set<number>} tables
 * @param {Int32Array} contextOfTable
 * @returns {number[]}
 */
const homesOf = (tables, contextOfTable) => {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const table of tables) {
    const context = contextOfTable[table];
    if (context !== NOWHERE) sizes.set(context, (sizes.get(context) || 0) + 1);
  }
  return [...sizes.keys()].sort((one, other) => (sizes.get(other) || 0) - (sizes.get(one) || 0) || one - other);
};

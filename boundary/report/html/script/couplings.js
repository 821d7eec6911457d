// The couplings between the contexts of the chosen split: counted once a choice, kind by kind, pair by pair.

const SHARED = "shared transaction";
const KINDS = [SHARED, "write", "lock", "read", "join", "foreign key", "cascade", "call", "import"];
const OF_MODULES = 2;

/**
 * `what` and `whom` say what depends on what; a table, module or function by its name.
 * @typedef {{kind: string, place: number, what: string, whom: string}} Coupling
 */

/** @type {Map<number, Coupling[]>} by the pair of contexts, see `pairOf` */
let couplings = new Map();

/** @param {number} from @param {number} to */
const pairOf = (from, to) => from * chosen.split.contexts.length + to;

/** How many couplings have an end in no context. */
let outside = 0;

const countCouplings = () => {
  couplings = new Map();
  outside = 0;
  countTransactions();
  countUses();
  countLinks();
};

/** @param {number} from @param {number} to @param {() => Coupling} made */
const count = (from, to, made) => {
  if (from === NOWHERE || to === NOWHERE) outside += 1;
  else if (from !== to) {
    const pair = pairOf(from, to);
    const known = couplings.get(pair);
    if (known) known.push(made());
    else couplings.set(pair, [made()]);
  }
};

const countTransactions = () => {
  chosen.cut.forEach((number) => {
    const homes = chosen.homes[number];
    const [, name, , place] = page.transactions[number];
    for (const other of homes.slice(1)) {
      const tables = [...bound[number]].filter((table) => chosen.contextOfTable[table] === other).map(tableName).sort();
      count(homes[0], other, () => ({ kind: SHARED, place, what: text(name), whom: tables.join(", ") }));
    }
  });
};

const countUses = () => {
  const uses = page.uses;
  for (let at = 0; at < uses.length; at += PER_USE) {
    const [module, table, op, place] = [uses[at], uses[at + 1], uses[at + 2], uses[at + 3]];
    const word = page.operations[op];
    count(chosen.contextOfModule[module], chosen.contextOfTable[table], () => ({
      kind: word === "read" || word === "lock" ? word : "write",
      place,
      what: functionOf(place) || text(page.modules[module][0]),
      whom: `${word} ${tableName(table)}`,
    }));
  }
};

const countLinks = () => {
  const links = page.couplings;
  for (let at = 0; at < links.length; at += PER_COUPLING) {
    const kind = page.links[links[at]];
    const [from, to, place, target] = [links[at + 1], links[at + 2], links[at + 3], links[at + 4]];
    const ofModules = links[at] < OF_MODULES;
    const contexts = ofModules ? chosen.contextOfModule : chosen.contextOfTable;
    count(contexts[from], contexts[to], () => ({
      kind,
      place,
      what: ofModules ? functionOf(place) || text(page.modules[from][0]) : tableName(from),
      whom: ofModules ? text(target) || text(page.modules[to][0]) : tableName(to),
    }));
  }
};

/**
 * The contexts that a picture shows by themselves, the largest first, and those that it takes together.
 * @param {number} most
 * @returns {{shown: number[], rest: number[]}}
 */
const largest = (most) => {
  const contexts = chosen.split.contexts;
  const ranked = contexts.map((_, index) => index).sort((one, other) => contexts[other].tables.length - contexts[one].tables.length || one - other);
  return ranked.length <= most ? { shown: ranked, rest: [] } : { shown: ranked.slice(0, most - 1), rest: ranked.slice(most - 1) };
};

// What the page knows: the data that data.py has packed, and words for what is in it by number.
// @ts-check

/**
 * A split: `contexts` hold numbers of tables and modules; `cut` are the transactions that reach into several; a seam
 * of `relaxed` is [place, what it calls, price, remedy, transactions that it frees, tables behind it].
 * @typedef {{name: number, tables: number[], modules: number[], packages: number[], entryPoints: number[]}} Context
 * @typedef {[number, number, number, number, number[], number[]]} Seam
 * @typedef {{name: number, price: number, contexts: Context[], shared: number[], composers: number[],
 *   cut: number[], relaxed: Seam[], metrics: Record<string, number>}} Split
 */

/**
 * Transactions are [kind, name, receiver, place, accesses, blind spots]. In flat lists, `accesses` have seven numbers
 * each (table, operation, place, confidence, because, rule, way), `uses` four (module, table, operation, place),
 * `couplings` five (kind, from, to, place, target), `places` three (file, line, function).
 * @typedef {[number, number, number, number, number[], number[]]} Transaction
 * @typedef {{root: number, sourceUrl: string | null, operations: string[], confidences: string[], links: string[],
 *   modules: [number, number, number, number][], tables: [number, number, number][],
 *   entryPoints: [number, number, number][], transactions: Transaction[], uses: number[], couplings: number[],
 *   accesses: number[], spots: [number, number][], ways: number[][], places: number[], strings: string[],
 *   splits: Split[], meanings: Record<string, [string, string]>}} Page
 */

/** @type {Page} */
const page = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("data")).textContent || "{}");

const WAY = 6;
const PER_ACCESS = 7;
const PER_USE = 4;
const PER_COUPLING = 5;

/** @param {number} number @returns {string} */
const text = (number) => (number < 0 ? "" : page.strings[number]);

/** @param {number} place @returns {string} the file of a place */
const fileOf = (place) => text(page.places[3 * place]);

/** @param {number} place @returns {number} */
const lineOf = (place) => page.places[3 * place + 1];

/** @param {number} place @returns {string} the function around a place */
const functionOf = (place) => text(page.places[3 * place + 2]);

/** @param {number} place @returns {string} `file:line` */
const spoken = (place) => (lineOf(place) ? `${fileOf(place)}:${lineOf(place)}` : fileOf(place));

/** @param {number} table @returns {string} */
const tableName = (table) => text(page.tables[table][0]);

/**
 * One access by its number.
 * @param {number} access
 * @returns {{table: number, op: string, place: number, confidence: string, because: string, rule: string, way: number[]}}
 */
const accessOf = (access) => {
  const at = access * PER_ACCESS;
  const [table, op, place, confidence, because, rule] = page.accesses.slice(at, at + WAY);
  return {
    table,
    op: page.operations[op],
    place,
    confidence: page.confidences[confidence],
    because: text(because),
    rule: text(rule),
    way: page.ways[page.accesses[at + WAY]],
  };
};

/**
 * The tables that a transaction writes or locks, each once.
 * @param {Transaction} transaction
 * @returns {Set<number>}
 */
const boundTables = (transaction) => {
  const found = new Set();
  for (const access of transaction[4]) {
    if (page.accesses[access * PER_ACCESS + 1] > 0) found.add(page.accesses[access * PER_ACCESS]);
  }
  return found;
};

/** @type {Set<number>[]} by transaction */
const bound = page.transactions.map(boundTables);

/** @param {number} count @param {string} one @param {string} [many] @returns {string} */
const counted = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many || `${one}s`}`;

/** @param {string} one @param {string} other @returns {number} */
const alphabetical = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

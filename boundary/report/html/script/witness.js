// One transaction opened: its statements by table, the calls that lead to each, the seams on the way, the blind spots.

const CERTAIN = "certain";

/** @param {number} number of the transaction @returns {HTMLElement} */
const opened = (number) => {
  const [, , , , accesses, spots] = page.transactions[number];
  const relaxed = seamsOf(number);
  const tables = byTable(accesses);
  const ranked = [...tables.keys()].sort(
    (one, other) => Number(bound[number].has(other)) - Number(bound[number].has(one)) || alphabetical(tableName(one), tableName(other)),
  );
  const list = h("ul", { class: "statements" });
  const more = growing(list, ranked, NAMES_AT_ONCE, (table) => tableOpened(table, tables.get(table) || [], number, relaxed));
  return h(
    "div",
    { class: "opened" },
    h("h3", {}, "Statements by table"),
    list,
    more,
    relaxed.size > 0 && h("h3", {}, `Seams that ${text(chosen.split.name)} relaxes in it`),
    relaxed.size > 0 && seamsOpened(relaxed),
    spots.length > 0 && h("h3", {}, "Blind spots"),
    spots.length > 0 && h("ul", { class: "places" }, ...spots.map((spot) => h("li", {}, placed(page.spots[spot][0]), " ", code(text(page.spots[spot][1]))))),
  );
};

/** @param {number[]} accesses @returns {Map<number, number[]>} */
const byTable = (accesses) => {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const access of accesses) {
    const table = page.accesses[access * PER_ACCESS];
    const known = found.get(table);
    if (known) known.push(access);
    else found.set(table, [access]);
  }
  return found;
};

/** @param {number} number @returns {Map<string, Seam>} the seams of the chosen split that free the transaction */
const seamsOf = (number) => new Map(chosen.split.relaxed.filter((seam) => seam[4].includes(number)).map((seam) => [`${seam[0]} ${seam[1]}`, seam]));

/** @param {number} table @param {number[]} accesses @param {number} transaction @param {Map<string, Seam>} relaxed */
const tableOpened = (table, accesses, transaction, relaxed) => {
  const context = chosen.contextOfTable[table];
  const foreign = chosen.cut.has(transaction) && bound[transaction].has(table) && context !== chosen.homes[transaction][0];
  return h(
    "li",
    {},
    code(tableName(table)),
    h("span", { class: "quiet" }, ` in ${contextName(context)}`),
    foreign && badge("cut", "outside its home"),
    h("ul", {}, ...accesses.map((access) => statement(access, relaxed))),
  );
};

/** @param {number} access @param {Map<string, Seam>} relaxed @returns {HTMLElement} */
const statement = (access, relaxed) => {
  const { op, place, confidence, because, rule, way, table } = accessOf(access);
  const reasons = [because && `by ${because}`, confidence !== CERTAIN && confidence, rule && `rule ${rule}`].filter(Boolean).join(", ");
  // a summary is pressed as a whole: the links are in what it opens
  const where = way.length ? h("code", { class: "place" }, ...breakable(spoken(place))) : placed(place);
  /** @type {Child[]} */
  const head = [h("strong", {}, op), " ", where, reasons ? h("span", { class: "quiet" }, ` ${reasons}`) : false];
  const own = seamMark(relaxed, place, `${op} ${tableName(table)}`);
  if (!way.length) return h("li", {}, ...head, own);
  const callees = [...way.slice(1), place];
  const steps = way.map((frame, index) => {
    const callee = functionOf(callees[index]);
    return h("li", {}, placed(frame), " ", code(functionOf(frame)), " calls ", code(callee), seamMark(relaxed, frame, callee), " ", passing(frame));
  });
  const last = h("li", {}, placed(place), " ", code(functionOf(place)), ` does the ${op}`, own);
  return h(
    "li",
    {},
    h("details", { class: "witness" }, h("summary", {}, ...head, h("span", { class: "quiet" }, `, through ${counted(way.length, "call")}`)), h("ol", {}, ...steps, last)),
  );
};

/** @param {Map<string, Seam>} relaxed @param {number} place @param {string} calls @returns {HTMLElement | false} */
const seamMark = (relaxed, place, calls) => {
  for (const seam of relaxed.values()) if (seam[0] === place && text(seam[1]) === calls) return badge("seam", `seam: ${text(seam[3])}, ${seam[2]}`);
  return false;
};

/** @param {number} frame @returns {HTMLElement} asks for all transactions that pass a call */
const passing = (frame) =>
  h("button", { type: "button", class: "link", "aria-label": `Transactions through ${spoken(frame)}`, onclick: () => searchFor(spoken(frame)) }, "who passes here?");

/** @param {Map<string, Seam>} relaxed */
const seamsOpened = (relaxed) =>
  h("ul", { class: "places" }, ...[...relaxed.values()].map(([place, calls, price, remedy]) => h("li", {}, placed(place), " ", code(text(calls)), ` ${text(remedy)}, ${price}`)));

// The context map: a small picture; one context in focus shows all its couplings, otherwise only the strongest.

const IN_MAP = 14;
const STRONGEST = 2;
const LABELS = 165;
const MARGIN = 110;
const LARGEST = 165;

/** @type {number | null} the context in focus */
let focused = null;

const startMap = () =>
  whenChosen(() => {
    countCouplings();
    focused = null;
    drawMap();
  });

const drawMap = () => {
  const { shown, rest } = largest(IN_MAP);
  const radius = Math.min(LARGEST, 50 + 20 * shown.length);
  const height = 2 * radius + MARGIN;
  const spots = new Map(shown.map((context, index) => [context, spotOf(index, shown.length, radius)]));
  const edges = edgesAmong(shown);
  const note = rest.length ? ` ${counted(rest.length, "smaller context")} are left out.` : "";
  const words =
    focused === null
      ? `Each context with its strongest couplings; thicker is more, dashed lines share no transaction.${note} Choose one to see all of its couplings.`
      : `All couplings of ${contextName(focused)}. Choose it again to see the whole map.`;
  const picture = svg(
    "svg",
    { class: "map", viewBox: `${-LARGEST - LABELS} ${-height / 2} ${2 * (LARGEST + LABELS)} ${height}`, role: "group", "aria-label": "Context map" },
    ...edges.map((edge) => line(edge, spots)),
    ...shown.map((context) => knot(context, spots)),
  );
  byId("map-picture").replaceChildren(h("p", { id: "map-words", role: "status" }, words), picture);
};

/**
 * @typedef {{x: number, y: number, right: boolean, middle: boolean}} Spot around the middle of the picture
 * @param {number} index @param {number} of @param {number} radius
 * @returns {Spot}
 */
const spotOf = (index, of, radius) => {
  const angle = (2 * Math.PI * index) / of - Math.PI / 2;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  return { x: radius * x, y: radius * y, right: x > 0, middle: Math.abs(x) < 0.3 };
};

/**
 * The pairs to draw: those of the focused context, else the strongest few of each.
 * @typedef {{one: number, other: number, weight: number, shares: boolean}} Edge
 * @param {number[]} shown
 * @returns {Edge[]}
 */
const edgesAmong = (shown) => {
  /** @type {Edge[]} */
  const every = [];
  shown.forEach((one, index) => {
    for (const other of shown.slice(index + 1)) {
      const both = [...(couplings.get(pairOf(one, other)) || []), ...(couplings.get(pairOf(other, one)) || [])];
      if (both.length) every.push({ one, other, weight: both.length, shares: both.some(({ kind }) => kind === SHARED) });
    }
  });
  every.sort((first, second) => second.weight - first.weight);
  if (focused !== null) return every.filter(({ one, other }) => one === focused || other === focused);
  const drawn = new Set(shown.flatMap((context) => every.filter(({ one, other }) => one === context || other === context).slice(0, STRONGEST)));
  return every.filter((edge) => drawn.has(edge));
};

/** @param {Edge} edge @param {Map<number, Spot>} spots */
const line = ({ one, other, weight, shares }, spots) => {
  const [from, to] = [/** @type {Spot} */ (spots.get(one)), /** @type {Spot} */ (spots.get(other))];
  const words = `${contextName(one)} and ${contextName(other)}: ${counted(weight, "coupling")}${shares ? ", some by a shared transaction" : ""}`;
  const width = 1 + Math.log10(weight) * 1.8;
  return svg("line", { class: shares ? "shares" : "uses", x1: from.x, y1: from.y, x2: to.x, y2: to.y, "stroke-width": width.toFixed(1) }, svg("title", {}, words));
};

/** @param {number} context @param {Map<number, Spot>} spots */
const knot = (context, spots) => {
  const { x, y, right, middle } = /** @type {Spot} */ (spots.get(context));
  const tables = chosen.split.contexts[context].tables.length;
  const radius = 7 + 2 * Math.sqrt(Math.min(tables, 100));
  const below = middle && y > 0;
  const label = middle
    ? { x, y: below ? y + radius + 14 : y - radius - 6, "text-anchor": "middle" }
    : { x: right ? x + radius + 5 : x - radius - 5, y: y + 4, "text-anchor": right ? "start" : "end" };
  const toggle = () => {
    focused = focused === context ? null : context;
    drawMap();
    const again = /** @type {HTMLElement | null} */ (document.querySelector(`[data-context="${context}"]`));
    if (again) again.focus();
  };
  return svg(
    "g",
    {
      class: "knot",
      role: "button",
      tabindex: "0",
      "data-context": context,
      "aria-pressed": String(focused === context),
      "aria-label": `${contextName(context)}, ${counted(tables, "table")}`,
      onclick: toggle,
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        toggle();
      },
    },
    svg("circle", { cx: x, cy: y, r: radius.toFixed(1) }),
    svg("text", { x, y: y + 4, "text-anchor": "middle", class: "size" }, String(tables)),
    svg("text", label, contextName(context)),
  );
};

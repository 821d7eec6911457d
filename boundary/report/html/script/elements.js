// Elements: made here and nowhere else, and everything that is shown goes in as text.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes (`on...` are listeners, true is an attribute without a value) and children.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

/**
 * The same for a picture.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 */
const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/**
 * @template {Element} T
 * @param {T} element
 * @param {Record<string, unknown>} attributes
 * @param {(Child | Child[])[]} children
 * @returns {T}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.flat().filter((child) => child || child === "")));
  return element;
}

/** @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} name @returns {Child[]} a name that may be broken after its dots, slashes and underscores */
const breakable = (name) => name.split(/(?<=[./_])/).flatMap((piece, index) => (index ? [h("wbr"), piece] : [piece]));

/** @param {string} name @returns {HTMLElement} a name out of the source */
const code = (name) => h("code", {}, ...breakable(name));

/** @param {string[]} names @returns {Child[]} */
const listed = (names) => names.flatMap((name, index) => (index ? [", ", code(name)] : [code(name)]));

/** @param {number} place @returns {HTMLElement} `file:line`, a link where the forge is known */
const placed = (place) => {
  if (place < 0) return h("span");
  if (!page.sourceUrl) return h("code", { class: "place" }, ...breakable(spoken(place)));
  const path = fileOf(place).split("/").map(encodeURIComponent).join("/");
  const target = page.sourceUrl.split("{line}").join(String(lineOf(place) || 1)).split("{file}").join(path);
  return h("a", { class: "place", href: target }, code(spoken(place)));
};

/** @param {string} kind @param {string} word @returns {HTMLElement} */
const badge = (kind, word) => h("span", { class: `badge ${kind}` }, word);

const AT_A_PRESS = 200;

/**
 * A list that shows its first `step` items, and many more of them at a button.
 * @template T
 * @param {HTMLElement} list
 * @param {T[]} items
 * @param {number} step
 * @param {(item: T, index: number) => Node} made
 * @returns {HTMLElement} the button's home
 */
const growing = (list, items, step, made) => {
  const home = h("p", { class: "more" });
  let shown = 0;
  const grow = () => {
    const added = items.slice(shown, shown + (shown ? AT_A_PRESS : step)).map((item, index) => made(item, shown + index));
    list.append(...added);
    shown += added.length;
    const left = items.length - shown;
    const next = Math.min(AT_A_PRESS, left);
    const words = next === left ? `Show the other ${next.toLocaleString("en")}` : `Show ${next} more of ${left.toLocaleString("en")}`;
    home.replaceChildren(...(left > 0 ? [h("button", { type: "button", onclick: more }, words)] : []));
    return added;
  };
  const more = () => {
    // the button is another one now: the reader goes on where the new items begin
    const first = /** @type {HTMLElement} */ (grow()[0]);
    const target = /** @type {HTMLElement} */ (first.querySelector("button, a, summary") || home.querySelector("button") || first);
    if (target === first) first.tabIndex = -1;
    target.focus();
  };
  grow();
  return home;
};

/**
 * A table in a region that scrolls by itself.
 * @param {string} caption
 * @param {Child[]} head cells
 * @param {Child[]} rows
 */
const scrolling = (caption, head, rows) => {
  const body = h("tbody", {}, ...rows);
  const table = h("table", {}, h("caption", {}, caption), h("thead", {}, h("tr", {}, ...head)), body);
  return { body, region: h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, table) };
};

/** @param {string} word @param {string} [kind] */
const heading = (word, kind = "") => h("th", { scope: "col", class: kind }, word);

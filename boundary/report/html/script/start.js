// Everything begins here: the parts make themselves, then the first split is chosen.

/** A document without tables has no split; one without contexts stands in for it. @type {Split} */
const NO_SPLIT = { name: page.root, price: 0, contexts: [], shared: [], composers: [], cut: [], relaxed: [], metrics: {} };

if (page.splits.length) {
  startFrontier();
  startContexts();
  startMap();
  startMatrix();
} else page.splits.push(NO_SPLIT);
startTransactions();
window.addEventListener("hashchange", () => {
  const asked = splitOfAddress();
  if (asked >= 0 && page.splits[asked] !== chosen.split) choose(asked);
});
const first = Number(document.querySelector("input[name=split]:checked")?.getAttribute("value") || 0);
choose(splitOfAddress() >= 0 ? splitOfAddress() : first);

"""How are answers shown?  Reports, pictures, explanations and what other tools take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary import config as configuration
from boundary.api.analyst import untold
from boundary.api.dividing import chosen, operations, split, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.api.analyst import Progress
    from boundary.config import Settings
    from boundary.link.document.graph import Graph
    from boundary.model.glue import Glue
    from boundary.model.outcome import Outcome
    from boundary.model.scan import Scan, Split
    from boundary.report.parting import Side
    from boundary.report.pictures import Format as PictureFormat
    from boundary.report.pictures.picture import Picture

PRICED_FOR_A_PICTURE = 5_000
"""With more transactions than that, the seams between two tables take minutes, which a picture is not worth."""


def render(scanned: Scan, format: str = "text", *, full: bool = False) -> str:  # noqa: A002 - as the option is called
    """The report on a scan; `format` is text, markdown, json or html. With `full` nothing is abbreviated."""
    from boundary.report.formats import FORMATS

    if format == "html":
        return render_html(scanned)
    return FORMATS[format](scanned, lambda: verdict(scanned), full=full)


def document(scanned: Scan) -> Iterator[bytes]:
    """The scan as the document ``boundary/1``: JSON in UTF-8, which `load` reads, one piece after the other.

    In one, it takes as much room as the scan.
    """
    from boundary.report import json

    return json.pieces(scanned)


def render_html(
    scanned: Scan,
    *,
    folder: str | Path | None = None,
    source_url: str | None = None,
    config: Settings | None = None,
    progress: Progress | None = None,
) -> str:
    """The report as one page for a browser, with the frontier, which is searched for where the scan has none.

    `folder` is the monolith's, whose CODEOWNERS says who owns which file, before what `config` says. `source_url`
    makes links of places: a web address with ``{file}`` and ``{line}``. The contexts that `config` declares are one
    more split. Raises `InputError` where `source_url` is no such address.
    """
    from boundary.read.code_owners import code_owners
    from boundary.report.html import render as render_page
    from boundary.report.html.links import checked
    from boundary.split.choosing import named
    from boundary.split.verify import cut_transactions

    template = checked(source_url) if source_url else None
    settings = config or configuration.Settings()
    if scanned.tables and not any(one.name.startswith("frontier-") for one in scanned.splits):
        (progress or untold)("searching the frontier", 0, None)
        scanned = split(scanned, config=settings)
    declared = named(scanned, "declared", settings) if settings.contexts else None
    if declared is not None and declared not in scanned.splits:
        scanned = msgspec.structs.replace(scanned, splits=(*scanned.splits, declared))
    owners = _declared_owners(scanned, declared, settings)
    if folder is not None:
        owners |= code_owners(Path(folder), (module.file for module in scanned.modules))
    cuts = {one.name: [cut.id for cut in cut_transactions(scanned, one)] for one in scanned.splits}
    return render_page(scanned, verdict(scanned), cuts=cuts, owners=owners, source_url=template)


def _declared_owners(scanned: Scan, declared: Split | None, settings: Settings) -> dict[str, str]:
    """The owner of each file whose context has one in the configuration."""
    files = {module.name: module.file for module in scanned.modules}
    owners = {name: context.owner for name, context in settings.contexts.items() if context.owner}
    held = [(module, one.name) for one in (declared.contexts if declared else ()) for module in one.modules]
    return {files[module]: owners[name] for module, name in held if name in owners and module in files}


def render_splits(
    scanned: Scan,
    format: str = "text",  # noqa: A002 - the option's name
    *,
    full: bool = False,
    reference: str | None = None,
    config: Settings | None = None,
) -> str:
    """The splits of a scan and what they cost, as text, markdown, json or html; `config` is what they were found with.

    With a `reference`, the first split is what `against` has put there, and all metrics are shown side by side.
    """
    from boundary.report import json
    from boundary.report.rendered import rendered
    from boundary.report.splits import outline

    if format == "json":
        return json.render(scanned).decode()
    settings = config or configuration.Settings()
    return rendered(outline(scanned, settings, full=full, compared=reference is not None), format)


def render_whatif(scanned: Scan, outcome: Outcome, format: str = "text", *, full: bool = False) -> str:  # noqa: A002 - the option's name
    """What changes come to; `format` is text, markdown, json, or html as a piece for a page."""
    from boundary.report.rendered import rendered
    from boundary.report.whatif import outline

    if format == "json":
        return msgspec.json.format(msgspec.json.encode(outcome), indent=1).decode() + "\n"
    return rendered(outline(scanned, outcome, full=full), format)


def render_operations(
    scanned: Scan,
    base: Split,
    format: str = "text",  # noqa: A002 - the option's name
    *,
    full: bool = False,
    config: Settings | None = None,
) -> str:
    """What a split means for those who run it; `format` is text, markdown, json, or html as a piece for a page."""
    from boundary.report.operations import outline
    from boundary.report.rendered import rendered

    found = operations(scanned, base, config=config)
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n"
    return rendered(outline(scanned, base, found, full=full), format)


def summary(scanned: Scan, format: str = "text") -> str:  # noqa: A002 - as elsewhere
    """What a report leads with, in some lines: the verdict, what glues the core, the contexts of the strict split.

    `format` is text, markdown, or html as a piece for a page.
    """
    from boundary.report.rendered import rendered
    from boundary.report.summary import summary as sections

    return rendered(sections(scanned, verdict(scanned)), format)


def explain(
    scanned: Scan,
    name: str,
    other: str | None = None,
    *,
    base: Split | None = None,
    config: Settings | None = None,
    format: str = "text",  # noqa: A002 - as elsewhere
) -> str:
    """Explain a table or a transaction, or what glues two tables or two contexts, call by call.

    `format` is text, markdown, or html as a piece for a page.

    Contexts are those of `base`, or of the strict split. For two tables or contexts there are the cheapest seams that
    part them, with the proof that no cheaper ones exist or how far from it they may be, and what would tie them still.
    Raises `UnknownNameError` when nothing is called so.
    """
    from boundary.report.explain import explain as sections
    from boundary.report.rendered import rendered
    from boundary.split.ties import glue_between

    strict = next((split for split in scanned.splits if split.name == "strict"), None)
    found = sections(
        scanned,
        name,
        other,
        split=base or strict,
        glue=lambda one, two: glue_between(
            scanned, one.tables, two.tables, (one.modules, two.modules), settings=config
        ),
    )
    return rendered(found, format)


def emit(scanned: Scan, format: str, base: Split | None = None) -> str:  # noqa: A002 - as the argument is called
    """A split (the strict one unless given) as another tool takes it.

    `format` is router, binds, import-linter, tach, cml, structurizr or graphml.
    """
    from boundary.report.exports.formats import EXPORTS

    return EXPORTS[format](scanned, base or chosen(scanned))


def picture(
    scanned: Scan,
    name: str | None = None,
    other: str | None = None,
    *,
    base: Split | None = None,
    config: Settings | None = None,
) -> Picture:
    """A picture of a split (the strict one unless given), small enough to be read; `draw` makes a format of it.

    Without a name it is the map of the contexts. A name is a context, a table, or a transaction as `explain` takes it;
    with another name it shows what glues the two tables or contexts together, and the seams that part them.
    Raises `UnknownNameError` when nothing is called so.
    """
    from boundary.report.pictures.subject import picture_of
    from boundary.split.ties import glue_between

    def glue(one: Side, two: Side) -> Glue | None:
        if len(scanned.transactions) > PRICED_FOR_A_PICTURE:
            return None
        return glue_between(scanned, one.tables, two.tables, settings=config)

    return picture_of(scanned, base or chosen(scanned, config=config), name, other, glue)


def draw(
    picture: Picture,
    format: PictureFormat = "svg",  # noqa: A002 - as the option is called
    *,
    sharpness: int | None = None,
) -> bytes:
    """A picture as svg, png, dot or mermaid; a png with `sharpness` dots an inch, or as many as every screen can use.

    Raises `NotDrawnError` where svg or png is asked for and no graphviz is installed: neither the `dot` program nor
    the extra `pictures`.
    """
    from boundary.report.pictures import draw as drawn

    return drawn(picture, format, sharpness=sharpness)


def graph(scanned: Scan) -> Graph:
    """The whole answer as a graph of networkx: modules, tables, transactions and entry points, and what ties them."""
    from boundary.link.document.graph import graph_of

    return graph_of(scanned)


def schema(document: str = "scan") -> str:
    """The JSON Schema of a document: "scan", "check" or "config"."""
    from boundary.report.schema import render as render_schema

    return render_schema(document).decode()

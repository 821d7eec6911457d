"""How do the stages work together?  Read, link, split, report: the only place that wires them.

How one folder is analysed is in `analyst`, how its facts become one graph in `linked`; how a check goes about it is in
`review`, which is given the analysis as an argument.

The command line and notebooks call these functions. The stages are imported where they are needed, so that importing
this module loads none of the heavy libraries.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary import config as configuration
from boundary.api.analyst import Analyst, untold, with_split
from boundary.collector import collector_at_rest
from boundary.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from boundary.api.analyst import Progress
    from boundary.check.entries import Entry
    from boundary.check.ratchet import Turned
    from boundary.config import Settings
    from boundary.link.graph import Graph
    from boundary.model.findings import Judgement
    from boundary.model.glue import Glue
    from boundary.model.operations import Answer
    from boundary.model.outcome import Change, Outcome
    from boundary.model.scan import Scan, Split
    from boundary.model.wanted import Wanted
    from boundary.report.crossed import Crossed
    from boundary.report.parting import Side
    from boundary.report.pictures import Format as PictureFormat
    from boundary.report.pictures.picture import Picture
    from boundary.report.questions import Question
    from boundary.report.verdict import Verdict
    from boundary.review import Turn

PRICED_FOR_A_PICTURE = 5_000
"""With more transactions than that, the seams between two tables take minutes, which a picture is not worth."""


def scan(
    path: str | Path,
    *,
    config: Settings | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Scan:
    """Read the monolith in the folder `path`, link it and split it, without running any of it.

    `config` is read from the folder when not given. Files are parsed on `jobs` processes, or on any `executor`.
    `cache` may name the folder to keep facts in; False keeps none. `progress` is told how far the work has come.

    Raises `InputError` when `path` is not a folder, `NothingExaminedError` when there is nothing in it to read, and
    `ConfigurationError`. A file that cannot be read is no error: it stands in the document's completeness.
    """
    settings = _settings(path, config)
    analyst = Analyst(_folder(path), settings, jobs, executor, cache, progress or untold, splits=True)
    return analyst.scan(analyst.survey())


def judge(
    path: str | Path,
    *,
    config: Settings | None = None,
    base: str | None = None,
    head: str | None = None,
    allow_accepted: bool = False,
    from_merge_base: bool = True,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Judgement:
    """Judge the monolith in the folder `path` by the contexts that its configuration declares.

    `base` is a git reference, or "auto": then only what is new since the work tree left it counts. Without one, the
    baseline says what is known. `head` names a commit to judge instead of the work tree. With `allow_accepted`, what
    the change itself adds to the baseline with a reason warns instead of failing. Without `from_merge_base`, the very
    commit that `base` names is compared with.

    Raises what `scan` raises, `HistoryError` where git cannot tell, and `BaselineError` where the baseline is broken.
    """
    from boundary import review

    started = time.perf_counter()
    analyst = Analyst(_folder(path), _settings(path, config), jobs, executor, cache, progress or untold)
    change = review.Change(base, head, from_merge_base=from_merge_base)
    with collector_at_rest():
        found = review.check(analyst, change, allow_accepted=allow_accepted)
    spent = msgspec.structs.replace(found.completeness, seconds=round(time.perf_counter() - started, 2))
    return msgspec.structs.replace(found, completeness=spent)


def write_baseline(
    path: str | Path,
    *,
    config: Settings | None = None,
    accept: Sequence[str] = (),
    reason: str | None = None,
    only_remove: bool = False,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Turned:
    """Bring the baseline up to date: what is gone goes, and nothing comes but what `accept` names by fingerprint.

    Where something else would have to come, nothing is written and it is in `refused`. A project without a baseline
    gets its first one. With `only_remove` nothing comes at all. Raises what `judge` raises.
    """
    from boundary import review

    analyst = Analyst(_folder(path), _settings(path, config), jobs, executor, cache, progress or untold)
    return review.write_baseline(analyst, accept=accept, reason=reason, only_remove=only_remove)


def baseline(path: str | Path, *, config: Settings | None = None) -> tuple[Entry, ...]:
    """The entries of the baseline. Raises `BaselineError` where there is none."""
    from boundary import review

    return review.read_baseline(_folder(path), _settings(path, config))


def baseline_history(path: str | Path, *, config: Settings | None = None, most: int = 30) -> tuple[Turn, ...]:
    """How the baseline has grown and shrunk, by commit, the newest first. Raises `HistoryError`."""
    from boundary import review

    return review.history(_folder(path), _settings(path, config), most)


def render_judgement(judgement: Judgement, format: str = "text") -> str:  # noqa: A002 - as the option is called
    """A judgement in one of the formats of `boundary check`."""
    from boundary.report.judgements import renderer

    return renderer(format)(judgement)


def rule_page(rule: str) -> str | None:
    """The page of documentation of a rule such as BND301; None where there is no such rule."""
    from boundary.check.rules import all_rules, page

    return page(rule.upper()) if rule.upper() in all_rules() else None


def _settings(path: str | Path, config: Settings | None) -> Settings:
    return configuration.load(_folder(path)).settings if config is None else config


def load(document: str | Path) -> Scan:
    """Read a scan that was kept: the document of ``boundary scan --format json``.

    Its strict split is made anew when it has none. Raises `InputError` when the file is no such document.
    """
    from boundary.report import json

    try:
        content = Path(document).read_bytes()
    except OSError as error:
        raise InputError(f"{document}: {error.strerror}") from None
    kept = json.parse(content, str(document))
    return kept if kept.splits else with_split(kept)


def verdict(scanned: Scan) -> Verdict:
    """Weigh a scan: how large the core is that its transactions glue together, and which of them glue most."""
    from boundary.report.verdict import Core, Gluer, Verdict
    from boundary.split.core import glue
    from boundary.split.verify import cut_transactions

    glued = glue(scanned)
    strict = next((split for split in scanned.splits if split.name == "strict"), None)
    gluers = tuple(Gluer(site.function, site.file, site.line, len(site.tables), site.frees) for site in glued.sites)
    return Verdict(
        tables=glued.tables,
        written=glued.written,
        transactions=glued.transactions,
        writing=glued.writing,
        joining=glued.joining,
        core=Core(glued.largest, gluers),
        strict=strict,
        cut=tuple(one.id for one in cut_transactions(scanned, strict)) if strict else (),
        questions=questions(scanned),
    )


def split(scanned: Scan, wanted: Wanted | None = None, *, config: Settings | None = None) -> Scan:
    """The document with its splits: "strict", then "requested" where `wanted` asks for one, then the frontier.

    The splits of the frontier are called "frontier-1" and so on, in the order of their price; none is dominated.
    `config` says what seams cost. Raises `InputError` where what is wanted cannot be, such as contradictory pins.
    """
    from boundary.model.wanted import Wanted
    from boundary.split.proposals import proposals

    settings = config or configuration.Settings()
    with collector_at_rest():
        found = proposals(scanned, wanted or Wanted(), settings)
    return msgspec.structs.replace(scanned, splits=found)


def chosen(
    scanned: Scan, name: str | None = None, contexts: int | None = None, *, config: Settings | None = None
) -> Split:
    """One split of a scan: by its name, or the one into so many contexts that `split` proposes; else the strict one.

    Beside the names of `split` there are "declared" (the contexts of the configuration), "packages" and "layers".
    What the document does not hold is searched for. Raises `UnknownNameError` where there is no such split.
    """
    from boundary.model.wanted import Wanted
    from boundary.split.choosing import named, with_contexts

    settings = config or configuration.Settings()
    if contexts is None:
        held = named(scanned, name or "strict", settings)
        if held is not None:
            return held
    elif not any(one.name.startswith("frontier-") for one in scanned.splits):
        scanned = split(scanned, Wanted(contexts=contexts), config=settings)
    if contexts is not None:
        return with_contexts(scanned.splits, contexts)
    searched = split(scanned, config=settings)
    return named(searched, name or "strict", settings, needed=True)


def whatif(
    scanned: Scan, changes: Sequence[Change], base: Split | None = None, *, config: Settings | None = None
) -> Outcome:
    """What changes of a split (the strict one unless given) come to: metrics, and transactions that become cut.

    Raises `UnknownNameError` and `InputError` for changes that cannot be made.
    """
    from boundary.split.whatif import whatif as think

    with collector_at_rest():
        return think(scanned, base or chosen(scanned, config=config), changes, config)


def render_whatif(scanned: Scan, outcome: Outcome, format: str = "text", *, full: bool = False) -> str:  # noqa: A002 - the option's name
    """What changes come to; `format` is text, markdown, json, or html as a piece for a page."""
    from boundary.report.rendered import rendered
    from boundary.report.whatif import outline

    if format == "json":
        return msgspec.json.format(msgspec.json.encode(outcome), indent=1).decode() + "\n"
    return rendered(outline(scanned, outcome, full=full), format)


def operations(scanned: Scan, base: Split | None = None, *, config: Settings | None = None) -> tuple[Answer, ...]:
    """What a split (the strict one unless given) means for those who run it: an answer a question, with evidence.

    `config` says what seams cost.
    """
    from boundary.split.operations.questions import answers

    with collector_at_rest():
        return answers(scanned, base or chosen(scanned, config=config), config)


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


def init(
    scanned: Scan, folder: str | Path, base: Split | None = None, *, file: Path | None = None, force: bool = False
) -> Path:
    """Declare the contexts of a split (the strict one unless given) in the configuration of `folder`; the file is told.

    It is `file`, else the configuration that is found, else pyproject.toml if there is one, else boundary.toml. Raises
    `InputError` where contexts are declared already, unless `force` replaces them, and `ConfigurationError` where the
    file cannot be used. The file is only replaced when what is written gives exactly these contexts; a package that is
    mostly one context's takes in the modules that no context had.
    """
    from boundary.report.atomic import replace
    from boundary.report.declaration import context_keys, declared
    from boundary.split.references import declared as division_of
    from boundary.split.verify import InternalError

    split_ = base or chosen(scanned)
    root = _folder(folder)
    target = configuration.load(root, file).file or root / _free_name(root)
    shared = target.name == configuration.SHARED_FILE
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    text = declared(before, scanned, split_, shared_file=shared, force=force)
    settings = configuration.parse_text(text.encode(), str(target)) or configuration.Settings()
    keys = context_keys(split_)
    wanted = {table: keys[context.name] for context in split_.contexts for table in context.tables}
    modules = {module: keys[context.name] for context in split_.contexts for module in context.modules}
    found = division_of(scanned, settings.contexts)
    owned = {module: context for module, context in found.modules.items() if module in modules}
    if dict(found.tables) != wanted or owned != modules:
        raise InternalError("the patterns of the contexts do not give the contexts")
    replace(target, text.encode())
    return target


def _free_name(root: Path) -> str:
    """The file that a configuration goes into where there is none."""
    shared = (root / configuration.SHARED_FILE).is_file()
    return configuration.SHARED_FILE if shared else configuration.OWN_FILE


def against(scanned: Scan, reference: str | Path, *, config: Settings | None = None) -> Scan:
    """The document with a reference before its splits, and in their metrics how far each is from it.

    `reference` is "packages" (the present packages), "layers" (a split by technical layer), or a file with contexts: a
    configuration, a document of ``boundary split`` (``FILE#NAME`` chooses one of its splits), or JSON that maps names
    to tables. Raises `InputError` and `ConfigurationError`.
    """
    from boundary.split import references
    from boundary.split.against import compared
    from boundary.split.given import ground

    named = {"packages": references.packages, "layers": references.layers}
    if str(reference) in named:
        name, division = str(reference), named[str(reference)](scanned)
    else:
        from boundary.read.written import written_contexts

        path, _, chosen = str(reference).partition("#")
        name, division = Path(path).name, references.declared(scanned, written_contexts(Path(path), chosen or None))
    with collector_at_rest():
        found = compared(scanned.splits, division, name, ground(scanned, config))
    return msgspec.structs.replace(scanned, splits=found)


def questions(scanned: Scan) -> tuple[Question, ...]:
    """What to ask the project's people: guesses and blind spots, those first whose answers change the split most.

    Each has the entry of the configuration that answers it (`settled`, and for a guess that is right `confirmed`).
    """
    from boundary.report.questions import Question, about_blind_spots, ranked
    from boundary.split.doubts import doubts

    guesses = [
        Question(one.guess, one.guess.function, one.frees, one.parts, one.transactions, one.tables)
        for one in doubts(scanned)
    ]
    return ranked(guesses, about_blind_spots(scanned))


def render(scanned: Scan, format: str = "text", *, full: bool = False) -> str:  # noqa: A002 - as the option is called
    """The report on a scan; `format` is text, markdown, json or html. With `full` nothing is abbreviated."""
    from boundary.report.formats import FORMATS

    if format == "html":
        return render_html(scanned)
    return FORMATS[format](scanned, lambda: verdict(scanned), full=full)


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


def summary(scanned: Scan, format: str = "text") -> str:  # noqa: A002 - as elsewhere
    """What a report leads with, in some lines: the verdict, what glues the core, the contexts of the strict split.

    `format` is text, markdown, or html as a piece for a page.
    """
    from boundary.report.rendered import rendered
    from boundary.report.summary import summary as sections

    return rendered(sections(scanned, verdict(scanned)), format)


def graph(scanned: Scan) -> Graph:
    """The whole answer as a graph of networkx: modules, tables, transactions and entry points, and what ties them."""
    from boundary.link.graph import graph_of

    return graph_of(scanned)


def crossing(scanned: Scan, base: Split) -> tuple[Crossed, ...]:
    """Every place at which one context of a split depends on another, by kind."""
    from boundary.report.crossed import crossed

    return tuple(crossed(scanned, base))


def declaring(base: Split, config: Settings | None = None) -> Settings:
    """The settings with the contexts of a split declared, table by table and module by module."""
    from boundary.report.declaration import context_keys

    keys = context_keys(base)
    contexts = {
        keys[one.name]: configuration.ContextSettings(modules=one.modules, tables=one.tables) for one in base.contexts
    }
    return msgspec.structs.replace(config or configuration.Settings(), contexts=contexts)


def compare(
    scanned: Scan,
    recording: str | Path,
    statements: str | Path | None = None,
    format: str = "text",  # noqa: A002 - as the option is called
    *,
    full: bool = False,
) -> str:
    """Hold a scan against a recording of ``pytest -p boundary.observe``: the score, and what was missed.

    `statements` names the file of the statements outside transactions, which stands beside the recording unless given;
    `format` is text or json. Raises `InputError` when a file is no recording.
    """
    from boundary.observe import compare as observed
    from boundary.observe import recorded, statements_path
    from boundary.report import comparison, text

    rows = recorded.transactions(Path(recording))
    beside = statements_path(Path(recording))
    outside = [] if statements is None and not beside.exists() else recorded.statements(Path(statements or beside))
    result = msgspec.convert(observed.compare(scanned, rows, outside), comparison.Score, from_attributes=True)
    if format == "json":
        return comparison.render_json(result)
    return text.render(comparison.outline(result, scanned.completeness, full=full))


def schema(document: str = "scan") -> str:
    """The JSON Schema of a document: "scan", "check" or "config"."""
    from boundary.report.schema import render as render_schema

    return render_schema(document).decode()


def _folder(path: str | Path) -> Path:
    """The folder to analyse, in its real place."""
    root = Path(path)
    if not root.is_dir():
        raise InputError(f"{path}: {'not a folder' if root.exists() else 'no such folder'}")
    return root.resolve()

"""Where can a monolith be split, and what comes of it?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary import config as configuration
from boundary.api.analyst import folder_of
from boundary.collector import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.config import Settings
    from boundary.model.operations import Answer
    from boundary.model.outcome import Change, Outcome
    from boundary.model.scan import Scan, Split
    from boundary.model.wanted import Wanted
    from boundary.report.crossed import Crossed
    from boundary.report.questions import Question
    from boundary.report.verdict import Verdict


def verdict(scanned: Scan) -> Verdict:
    """Weigh a scan: how large the core is that its transactions glue together, and which of them glue most."""
    from boundary.report.verdict import Cause, Core, Gluer, Tie, Verdict
    from boundary.split.core import glue
    from boundary.split.verify import cut_transactions

    glued = glue(scanned)
    strict = next((split for split in scanned.splits if split.name == "strict"), None)
    gluers = tuple(
        Gluer(site.function, site.file, site.line, len(site.tables), site.frees, len(site.transactions))
        for site in glued.sites
    )
    ties = tuple(Tie(hub.table, hub.transactions, hub.frees, hub.libraries, hub.unasked) for hub in glued.hubs)
    causes = tuple(Cause(one.words, one.tables, one.transactions, one.largest) for one in glued.causes)
    return Verdict(
        tables=glued.tables,
        written=glued.written,
        transactions=glued.transactions,
        repeated=len(scanned.transactions) - glued.transactions,
        writing=glued.writing,
        joining=glued.joining,
        core=Core(glued.largest, gluers, ties, causes),
        strict=strict,
        cut=tuple(one.id for one in cut_transactions(scanned, strict)) if strict else (),
        questions=questions(scanned),
    )


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


def whatif(
    scanned: Scan, changes: Sequence[Change], base: Split | None = None, *, config: Settings | None = None
) -> Outcome:
    """What changes of a split (the strict one unless given) come to: metrics, and transactions that become cut.

    Raises `UnknownNameError` and `InputError` for changes that cannot be made.
    """
    from boundary.split.whatif import whatif as think

    with collector_at_rest():
        return think(scanned, base or chosen(scanned, config=config), changes, config)


def operations(scanned: Scan, base: Split | None = None, *, config: Settings | None = None) -> tuple[Answer, ...]:
    """What a split (the strict one unless given) means for those who run it: an answer a question, with evidence.

    `config` says what seams cost.
    """
    from boundary.split.operations.questions import answers

    with collector_at_rest():
        return answers(scanned, base or chosen(scanned, config=config), config)


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
    root = folder_of(folder)
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

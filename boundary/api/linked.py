"""How do the facts of a project become one graph?  With the frameworks' skeletons, and readers for SQL in the code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.api.analyst import Progress
    from boundary.config import Settings
    from boundary.model.facts import SourceModule, Unreadable
    from boundary.model.scan import Scan, UnreadableFile
    from boundary.model.sql import SqlFacts, SqlFileFacts
    from boundary.read.skeletons import Skeletons
    from boundary.read.sources import Sources

LIBRARY = Path(__file__).parent.parent / "link" / "library"
"""The skeletons of frameworks: read as data, never imported."""
ALWAYS = ("django", "pep249")
"""Packages that code has objects of without a mention: what is called `request` is Django's, unless it is another's."""

CONTROLLERS, MODELS = "controllers", "models"
SHARING = ("gluon", "pydal")
"""What executes the files of these folders, where these are packages that do nothing, or none."""


def state_of_libraries(settings: Settings) -> str:
    """What changes with the frameworks' skeletons, which are input as the project's files are, and the environment."""
    from boundary.read.shipped import digest_of

    skeletons = digest_of(LIBRARY)
    if settings.environment is None:
        return skeletons
    installed = sorted(path.name for path in packages_of(Path(settings.environment)).glob("*.dist-info"))
    return f"{skeletons} {installed}"


_held: dict[Path, Skeletons] = {}


def skeletons_of(cache: Path | bool) -> Skeletons:  # noqa: FBT001 - as the caller of `scan` wrote it
    """The frameworks' skeletons: once a process, as nobody ever changes them."""
    from boundary.read.skeletons import Skeletons

    found = _held.get(LIBRARY) or Skeletons(LIBRARY, cache=cache)
    if not found.unreadable:
        _held[LIBRARY] = found
    return found


def prepare(skeletons: Skeletons) -> None:
    """What waits for nothing, while others read the project: the linker is loaded, and what it always needs."""
    import boundary.link.program  # noqa: F401

    skeletons.needed((), always=ALWAYS)


def linked(
    name: str,
    sources: Sources,
    skeletons: Skeletons,
    settings: Settings,
    tell: Progress,
    *,
    note: Callable[[str], None],
) -> Scan:
    """The document of what was read, without splits; `note` is told of settlements that fit nothing."""
    from boundary.link.program import link
    from boundary.link.sql.drivers import dialect_of
    from boundary.read.sql_files import most_common

    dialect = settings.sql_dialect or most_common(one.facts for one in sources.sql) or dialect_of(sources.modules)
    found = link(
        [*sources.modules, *_needed(skeletons, sources, settings)],
        root=name,
        dialect=dialect,
        sql=sources.sql,
        templates=sources.templates,
        doctypes=sources.doctypes,
        zcml=sources.zcml,
        tal=sources.tal,
        prisma=sources.prisma,
        operations=sources.operations,
        migrations=sources.migrations,
        plugins=sources.plugins,
        sql_file_reader=sql_file_reader(dialect),
        sql_reader=sql_reader(dialect),
        finder=_finder(Path(settings.environment)) if settings.environment else None,
        progress=lambda stage: tell(stage, 0, None),
        settlements=settings.settle,
        note=note,
    )
    files = len(sources.modules) + len(sources.sql) + len(sources.unreadable)
    unreadable = (
        *(_unreadable(file) for file in sources.unreadable),
        *(
            _unreadable(msgspec.structs.replace(file, file=f"boundary's own {file.file}"))
            for file in skeletons.unreadable
        ),
        *found.completeness.unreadable,
    )
    completeness = msgspec.structs.replace(found.completeness, files=files, unreadable=unreadable)
    return msgspec.structs.replace(found, completeness=completeness)


def _needed(skeletons: Skeletons, sources: Sources, settings: Settings) -> list[SourceModule]:
    """The skeletons that a project needs: all where more than its code is read, which may mention any."""
    if settings.environment or sources.zcml or sources.tal or sources.doctypes:
        return skeletons.needed((), always=skeletons.packages)
    plugins = [named.values() for named in sources.plugins.values()]
    settled = [one.reaches for one in settings.settle]
    return skeletons.needed([*sources.texts.values(), *plugins, *settled], always=(*ALWAYS, *_by_layout(sources)))


def _by_layout(sources: Sources) -> tuple[str, ...]:
    """Packages that a project needs by where its files lie: those of web2py mention nothing of what executes them."""
    folders = {module.file.rpartition("/")[0] for module in sources.modules}
    packages = {module.file.rpartition("/")[0] for module in sources.modules if module.is_package and module.facts.body}
    above = [one.removesuffix(CONTROLLERS) for one in folders - packages if f"/{one}".endswith(f"/{CONTROLLERS}")]
    return SHARING if any(f"{one}{MODELS}" in folders - packages for one in above) else ()


def packages_of(environment: Path) -> Path:
    """The folder of installed packages, also where the virtual environment around it is named."""
    below = (*environment.glob("lib/python*/site-packages"), *environment.glob("Lib/site-packages"))
    return next(iter(sorted(below)), environment)


def _finder(environment: Path) -> Callable[[str], SourceModule | None]:
    """What the linker asks for a module that the project does not hold: its definitions, from installed packages."""
    if not environment.is_dir():
        raise ConfigurationError(f"environment: {environment} is not a folder of installed packages")
    environment = packages_of(environment)

    def find(dotted: str) -> SourceModule | None:
        if not all(part.isidentifier() for part in dotted.split(".")):
            return None
        stem = environment.joinpath(*dotted.split("."))
        for file in (stem / "__init__.py", stem.with_name(f"{stem.name}.py")):
            if file.is_file():
                return _definitions(file, dotted, environment)
        return None

    return find


def _definitions(file: Path, dotted: str, environment: Path) -> SourceModule | None:
    """One installed module, or None where it cannot be read."""
    from boundary.model.facts import SourceModule
    from boundary.read.sources import read_tree

    modules = read_tree(file, exclude=(), cache=False, jobs=1).modules
    if not modules:
        return None
    name = file.relative_to(environment).as_posix()
    return SourceModule(dotted, name, modules[0].facts, is_package=file.name == "__init__.py", library=True)


def _unreadable(file: Unreadable) -> UnreadableFile:
    from boundary.model.scan import UnreadableFile

    return UnreadableFile(file.file, f"line {file.line}: {file.reason}" if file.line else file.reason)


def sql_reader(dialect: str | None) -> Callable[[str], SqlFacts]:
    """What the linker asks about a string of SQL."""

    def read(text: str) -> SqlFacts:
        from boundary.read.sql import read_sql

        return read_sql(text, dialect)

    return read


def sql_file_reader(dialect: str | None) -> Callable[[str], SqlFileFacts]:
    """What the linker asks about a text that could be a file of SQL."""

    def read(text: str) -> SqlFileFacts:
        from boundary.read.sql import read_sql_file

        return read_sql_file(text, dialect)

    return read

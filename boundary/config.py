"""What may a project settle?  `[tool.boundary]` in pyproject.toml, or boundary.toml with the same keys.

Everything has a default, so that a project without a configuration can be analysed. A key that is not known is an
error with a suggestion, never ignored: a misspelt setting that silently does nothing is worse than none.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from boundary import toml
from boundary.errors import ConfigurationError

DEFAULT_EXCLUDE: tuple[str, ...] = (
    "**/tests/**",
    "**/test/**",
    "**/migrations/**/*.py",
    "**/test_*.py",
    "**/tests_*.py",
    "**/*_test.py",
    "**/tests.py",
    "**/conftest.py",
)
"""What is left out unless the configuration says otherwise: code that does not run in production."""

OWN_FILE = "boundary.toml"
SHARED_FILE = "pyproject.toml"
_LONGEST = 5_000_000
"""A file with more bytes is not one that people keep."""

Severity = Literal["error", "warn", "off"]

_RULE_ID = re.compile(r"BND\d{3}")
_PLACE = re.compile(r"\S.*:[1-9]\d*")
_NESTED_FAULT = re.compile(r"(?P<fault>.*) - at `\$\.?(?P<key>.*)`", re.DOTALL)


class _Table(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Base of the configuration's tables; keys are written with hyphens."""


_Kind = TypeVar("_Kind", bound=_Table)


class ContextSettings(_Table, frozen=True, kw_only=True, rename="kebab"):
    """One declared context. Patterns are dotted names with `*` and `**`; tables are names with `*`."""

    modules: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    may_use: tuple[str, ...] = ()
    owner: str | None = None


Names = str | tuple[str, ...]
"""One name, or several in an array."""


def names_in(value: Names) -> tuple[str, ...]:
    """The names of a setting that may be written as one string."""
    return (value,) if isinstance(value, str) else value


class Settlement(_Table, frozen=True, kw_only=True, rename="kebab"):
    """Something that the analysis cannot see, settled by hand; `reason` says why, to the next reader.

    The place is a `function` (a dotted name, with `*` and `**`), a call in it as it is written (`call`), or the
    `file:line` in `at`. There, the call goes to the functions `reaches` and nowhere else; the statement is `sql`; the
    tables `writes`, `reads` and `locks` are touched, instead of what was guessed; what `never` names, tables or
    functions, is not touched and not called, however deep. A call of which nothing is said touches nothing.
    """

    reason: str
    function: str | None = None
    call: str | None = None
    at: str | None = None
    reaches: Names = ()
    sql: str | None = None
    writes: Names = ()
    reads: Names = ()
    locks: Names = ()
    never: Names = ()


class Prices(_Table, frozen=True, kw_only=True, rename="kebab"):
    """What it costs to take something out of a transaction, by what happens there; the dearest of it counts.

    `appended` is a row that is only inserted and not read back inside, `derived` what can be computed again, `changed`
    a state that is not read back, `read-back` one that is, `checked` a lock. `transaction` is a whole transaction of a
    document without source, of which nothing more is known.
    """

    appended: int = 1
    derived: int = 2
    changed: int = 3
    read_back: int = 8
    checked: int = 13
    transaction: int = 8


class Weights(_Table, frozen=True, kw_only=True, rename="kebab"):
    """What each kind of evidence that two tables belong together is worth, as a total over the whole monolith.

    `written` together in one transaction or function, `used` together in one, `joined` in SQL or by the ORM,
    `referenced` by a foreign key, used by the same `modules`, defined in near `packages`, sharing `words` in names.
    """

    written: float = 4.0
    used: float = 1.5
    joined: float = 1.5
    referenced: float = 1.5
    modules: float = 1.5
    packages: float = 2.5
    words: float = 0.5


class Settings(_Table, frozen=True, kw_only=True, rename="kebab"):
    """A project's configuration, with the defaults filled in.

    `source_roots` are relative to the analysed folder; when empty they are found. `exclude` holds patterns as in
    .gitignore. `environment` is a folder of installed packages, read for definitions only. A check does not judge where
    less of the calls or of the SQL is understood than the `least_...`, in percent.
    """

    source_roots: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    sql_dialect: str | None = None
    environment: str | None = None
    settings_module: str | None = None
    baseline: str = ".boundary/baseline"
    least_calls_understood: int = 0
    least_sql_understood: int = 0
    contexts: dict[str, ContextSettings] = msgspec.field(default_factory=dict)
    rules: dict[str, Severity] = msgspec.field(default_factory=dict)
    settle: tuple[Settlement, ...] = ()
    prices: Prices = Prices()
    weights: Weights = Weights()


class Configuration(msgspec.Struct, frozen=True):
    """The settings in force and the `file` that they were read from, or None when they are all defaults."""

    settings: Settings
    file: Path | None = None


def load(folder: Path, file: Path | None = None) -> Configuration:
    """The configuration for an analysis of `folder`.

    `file` is read when given; otherwise the nearest configuration counts, from `folder` upwards to the top of its
    repository. Paths in it are relative to where it stands and are returned relative to `folder`.

    Raises `ConfigurationError`, naming file and key, when it cannot be used.
    """
    found = file or _nearest(folder.resolve())
    if found is None:
        return Configuration(Settings())
    table = _table_of(found)
    settings = parse({} if table is None else table, str(found))
    return Configuration(_seen_from(folder, settings, found), found)


def parse(table: dict[str, Any], file: str) -> Settings:
    """The settings that a parsed TOML `table` holds; `file` is named in errors (`ConfigurationError`)."""
    _check_keys(table, Settings, "", file)
    contexts = {
        name: _converted(context, ContextSettings, f"contexts.{name}", file)
        for name, context in _members(table, "contexts", file)
    }
    rules = {name: _severity(name, value, file) for name, value in _members(table, "rules", file)}
    settle = table.get("settle", [])
    if not isinstance(settle, list):
        raise ConfigurationError(f"{file}: settle: expected tables, each under [[settle]]")
    settlements = tuple(_settlement(item, f"settle[{number}]", file) for number, item in enumerate(settle))
    apart = {"contexts", "rules", "settle", "prices", "weights"}
    simple = {key: value for key, value in table.items() if key not in apart}
    settings = msgspec.structs.replace(
        _converted(simple, Settings, "", file),
        contexts=contexts,
        rules=rules,
        settle=settlements,
        prices=_converted(table.get("prices", {}), Prices, "prices", file),
        weights=_converted(table.get("weights", {}), Weights, "weights", file),
    )
    _check_references(settings, file)
    _check_numbers(settings, file)
    return settings


def parse_text(content: bytes, file: str) -> Settings | None:
    """The settings in the text of a configuration file called `file`; None where a shared file has none of ours.

    Raises `ConfigurationError`.
    """
    table = _table_in(content, file)
    return None if table is None else parse(table, file)


def with_environment(settings: Settings, folder: Path) -> Settings:
    """The same settings with another folder of installed packages."""
    return msgspec.structs.replace(settings, environment=str(folder.resolve()))


def to_toml(settings: Settings) -> str:
    """The settings as the text of a boundary.toml that says the same."""
    plain = msgspec.to_builtins(settings)
    contexts, settle, rules = plain.pop("contexts"), plain.pop("settle"), plain.pop("rules")
    numbers = {key: plain.pop(key) for key in ("prices", "weights")}
    lines = _toml_lines(plain)
    for name, context in contexts.items():
        lines += ["", f"[contexts.{_toml_key(name)}]", *_toml_lines(context)]
    if rules:
        lines += ["", "[rules]", *_toml_lines(rules)]
    for key, table in numbers.items():
        lines += ["", f"[{key}]", *_toml_lines(table)]
    for settlement in settle:
        lines += ["", "[[settle]]", *_toml_lines({key: value for key, value in settlement.items() if value})]
    return "\n".join(lines) + "\n"


def settlement_toml(settlement: Settlement) -> str:
    """The entry of a pyproject.toml that says the same as a settlement, with what it says and no more."""
    plain = msgspec.to_builtins(settlement)
    said = {key: plain[key] for key in (*[key for key in plain if key != "reason"], "reason") if plain[key]}
    return "\n".join(["[[tool.boundary.settle]]", *_toml_lines(said)])


def _nearest(folder: Path) -> Path | None:
    """The configuration file of `folder` or of the nearest folder above it, inside one repository."""
    for place in (folder, *folder.parents):
        own, shared = place / OWN_FILE, place / SHARED_FILE
        shares = shared.is_file() and _table_of(shared) is not None
        if own.is_file() and shares:
            raise ConfigurationError(f"{own}: configured twice, here and under [tool.boundary] in {shared}; keep one")
        if own.is_file() or shares:
            return own if own.is_file() else shared
        if (place / ".git").exists():
            return None
    return None


def _table_of(file: Path) -> dict[str, Any] | None:
    """The part that is ours in a TOML file, or None where the file has none."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_LONGEST + 1)
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read: {error.strerror}") from None
    if len(content) > _LONGEST:
        raise ConfigurationError(f"{file}: is larger than {_LONGEST / 1e6:g} MB")
    return _table_in(content, str(file))


def _table_in(content: bytes, file: str) -> dict[str, Any] | None:
    """The part that is ours in the content of a TOML file, or None where it has none."""
    try:
        document = toml.loads(content.decode())
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{file}: not UTF-8, as TOML has to be: {error.reason}") from None
    except ValueError as error:
        raise ConfigurationError(f"{file}: not valid TOML: {error}") from None
    if Path(file).name != SHARED_FILE:
        return document
    tool = document.get("tool")
    table = tool.get("boundary") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(f"{file}: tool.boundary: expected a table")
    return table


def _members(table: dict[str, Any], key: str, file: str) -> list[tuple[str, Any]]:
    """The named values of the table at `key`."""
    members = table.get(key, {})
    if not isinstance(members, dict):
        raise ConfigurationError(f"{file}: {key}: expected a table")
    return list(members.items())


def _converted(table: object, kind: type[_Kind], place: str, file: str) -> _Kind:
    """`table` as a value of `kind`; `place` is its key."""
    prefix = f"{place}." if place else ""
    if isinstance(table, dict):
        _check_keys(table, kind, prefix, file)
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        key, words = _worded(str(error))
        raise ConfigurationError(f"{file}: {(prefix + key).rstrip('.')}: {words}") from None


def _settlement(table: object, place: str, file: str) -> Settlement:
    """One settlement, refused where it names no place or says nothing about it."""
    found = _converted(table, Settlement, place, file)
    if found.function is None and found.at is None:
        raise ConfigurationError(f"{file}: {place}: missing key function or at: the place that is settled")
    if found.at is not None and not _PLACE.fullmatch(found.at):
        raise ConfigurationError(f"{file}: {place}.at: expected file:line, got {found.at!r}")
    if not found.reason.strip():
        raise ConfigurationError(f"{file}: {place}.reason: say why, to the next reader")
    said = (found.reaches, found.sql, found.writes, found.reads, found.locks, found.never)
    if found.call is None and not any(said):
        known = "reaches, sql, writes, reads, locks or never"
        raise ConfigurationError(f"{file}: {place}: missing key {known}: what happens there")
    return found


def _severity(rule: str, value: object, file: str) -> Severity:
    if not _RULE_ID.fullmatch(rule):
        raise ConfigurationError(f"{file}: rules.{rule}: not the id of a rule, such as BND301")
    try:
        severity: Severity = msgspec.convert(value, Severity)
    except msgspec.ValidationError:
        raise ConfigurationError(f"{file}: rules.{rule}: expected error, warn or off") from None
    return severity


def _check_keys(table: dict[str, Any], kind: type[_Table], prefix: str, file: str) -> None:
    known = [field.encode_name for field in msgspec.structs.fields(kind)]
    for key in table:
        if key not in known:
            raise ConfigurationError(f"{file}: {prefix}{key}: no such key{did_you_mean(key, known)}")


def did_you_mean(word: str, known: list[str]) -> str:
    """A suggestion to append to an error about `word`: the nearest of `known`, or all of a few."""
    near = difflib.get_close_matches(word.replace("_", "-"), known, n=1)
    if near:
        return f"; did you mean {near[0]}?"
    return f"; known are {', '.join(sorted(known))}"


def _check_references(settings: Settings, file: str) -> None:
    """Refuse what is well-formed and still means nothing: a context that may use one that is not declared."""
    for name, context in settings.contexts.items():
        for other in context.may_use:
            if other not in settings.contexts:
                hint = did_you_mean(other, list(settings.contexts))
                raise ConfigurationError(f"{file}: contexts.{name}.may-use: no context {other!r}{hint}")


def _check_numbers(settings: Settings, file: str) -> None:
    """Refuse prices below one (what is free would be relaxed everywhere) and weights below zero."""
    for name, table, least in (("prices", settings.prices, 1), ("weights", settings.weights, 0)):
        for key, value in msgspec.to_builtins(table).items():
            if value < least:
                raise ConfigurationError(f"{file}: {name}.{key}: expected {least} or more, got {value}")


def _worded(fault: str) -> tuple[str, str]:
    """The key, and what is wrong with it in the user's words, from msgspec's complaint."""
    nested = _NESTED_FAULT.fullmatch(fault)
    key, text = (nested["key"], nested["fault"]) if nested else ("", fault)
    words = text.replace("`", "").replace("Object missing required field ", "missing key ")
    return key, words[:1].lower() + words[1:]


def _seen_from(folder: Path, settings: Settings, file: Path) -> Settings:
    """The settings of a `file` above `folder`, its paths made relative to `folder`."""
    here, home = folder.resolve(), file.parent.resolve()
    environment = settings.environment and str(home / settings.environment)
    roots: tuple[str, ...] = settings.source_roots
    if here != home and roots:
        inside = [(home / root).resolve() for root in roots]
        roots = tuple(os.path.relpath(root, here).replace(os.sep, "/") for root in inside if root.is_relative_to(here))
    baseline = os.path.relpath(home / settings.baseline, here).replace(os.sep, "/")
    return msgspec.structs.replace(settings, source_roots=roots, environment=environment, baseline=baseline)


def _toml_lines(table: dict[str, Any]) -> list[str]:
    """`key = value` for every key that has a value; None has no spelling in TOML and is shown as a comment."""
    return [
        f"# {key} is not set" if value is None else f"{_toml_key(key)} = {_toml_value(value)}"
        for key, value in table.items()
    ]


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _toml_value(key)


def _toml_value(value: str | float | tuple[str, ...] | list[str]) -> str:
    if isinstance(value, str | int | float):
        return msgspec.json.encode(value).decode()
    return f"[{', '.join(_toml_value(item) for item in value)}]"

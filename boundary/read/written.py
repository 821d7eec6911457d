"""Which contexts has somebody written down?  A configuration, a document with splits, or names with their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from boundary import config
from boundary.config import ContextSettings
from boundary.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

FORMS = "a .toml with contexts, a document of `boundary split`, or JSON that maps names to tables"


def written_contexts(file: Path, split: str | None = None) -> dict[str, ContextSettings]:
    """The contexts in `file`, as patterns; of a document that has splits, those of the one called `split`.

    Raises `InputError` when the file has no contexts, and `ConfigurationError` for a configuration that cannot be used.
    """
    if file.suffix == ".toml":
        return dict(_some(config.load(file.parent, file).settings.contexts, file))
    try:
        held: Any = msgspec.json.decode(file.read_bytes())
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{file}: neither TOML nor JSON: {error}") from None
    if isinstance(held, dict) and "schema" in held:
        return _some(_of_document(held, file, split), file)
    try:
        plain = msgspec.convert(held, dict[str, tuple[str, ...] | ContextSettings])
    except msgspec.ValidationError as error:
        raise InputError(f"{file}: expected {FORMS}: {error}") from None
    return _some(
        {name: one if isinstance(one, ContextSettings) else ContextSettings(tables=one) for name, one in plain.items()},
        file,
    )


def _of_document(held: dict[str, Any], file: Path, split: str | None) -> dict[str, ContextSettings]:
    splits = {one.get("name"): one for one in held.get("splits", ())}
    if split is None and len(splits) == 1:
        split = next(iter(splits))
    if split not in splits:
        names = ", ".join(map(str, splits)) or "none"
        raise InputError(f"{file}: say which of its splits, as {file.name}#NAME; it has {names}")
    contexts = splits[split].get("contexts", ())
    return {
        one["name"]: ContextSettings(modules=tuple(one.get("modules", ())), tables=tuple(one.get("tables", ())))
        for one in contexts
    }


def _some(contexts: dict[str, ContextSettings], file: Path) -> dict[str, ContextSettings]:
    if not contexts:
        raise InputError(f"{file}: no contexts in it; expected {FORMS}")
    return contexts

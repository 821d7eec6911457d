"""How is a split declared?  As contexts in the configuration, written into the file that is there, comments kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from boundary.errors import InputError
from boundary.report.patterns import module_patterns, table_patterns

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split

WIDTH = 88
"""An array that would be longer than this stands with one item a line."""


def context_keys(split: Split) -> dict[str, str]:
    """The key of each context: `catalogue+inventory` is declared as `catalogue-inventory`, each name once."""
    found: dict[str, str] = {}
    for context in split.contexts:
        plain = "-".join(re.findall(r"[a-z0-9_]+", context.name.lower())) or "context"
        key, number = plain, 2
        while key in found.values():
            key, number = f"{plain}-{number}", number + 1
        found[context.name] = key
    return found


def declared(text: str, scan: Scan, split: Split, *, shared_file: bool, force: bool = False) -> str:
    """The text of a configuration file with the contexts of `split` in it, everything else as it was.

    In a `shared_file` (pyproject.toml) they go under `tool.boundary`. Raises `InputError` where contexts are declared
    already, unless `force` replaces them.
    """
    import tomlkit

    document = tomlkit.parse(text)
    home: Any = document
    for name in ("tool", "boundary") if shared_file else ():
        if name not in home:
            home[name] = tomlkit.table(is_super_table=True)
        home = home[name]
    if "contexts" in home:
        if not force:
            count = len(home["contexts"])
            raise InputError(f"{count} contexts are declared already; --force replaces them")
        del home["contexts"]
    contexts = tomlkit.table(is_super_table=True)
    keys = context_keys(split)
    tables = {table for context in split.contexts for table in context.tables}
    owner = {module: context.name for context in split.contexts for module in context.modules}
    modules = module_patterns(owner, (module.name for module in scan.modules))
    for context in split.contexts:
        contexts[keys[context.name]] = _table(modules.get(context.name, []), table_patterns(context.tables, tables))
    home["contexts"] = contexts
    if split.contexts:
        contexts[keys[split.contexts[-1].name]].add(tomlkit.nl())
    return tomlkit.dumps(document).rstrip("\n") + "\n"


def _table(modules: list[str], tables: list[str]) -> Any:  # noqa: ANN401 - tomlkit's own
    import tomlkit

    table = tomlkit.table()
    for key, names in (("modules", modules), ("tables", tables)):
        if names:
            array = tomlkit.array()
            array.extend(names)
            table[key] = array.multiline(multiline=len(array.as_string()) > WIDTH)
    return table

"""A tach.toml: a module may depend on its own context and on what belongs to none; what crosses today is deprecated.

tach knows packages: what a package imports of another one today, it may import more of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports.packages import crossing_imports, paths, roots
from boundary.report.exports.toml import array, string

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split


def render(scan: Scan, split: Split) -> str:
    """The whole file, a module of tach's for every package of a context, or module where the package is divided."""
    names = {context.name: [path.removesuffix(".**") for path in paths(context, scan)] for context in split.contexts}
    free = sorted({*split.shared, *split.composers})
    holder = {path: context for context, held in names.items() for path in held}
    crossing: dict[str, set[str]] = {}
    for one, other in crossing_imports(scan, split):
        source, target = _holding(one, holder), _holding(other, holder)
        if source and target and holder[source] != holder[target]:
            crossing.setdefault(source, set()).add(target)
    head = [
        f"# tach: written by `boundary emit tach` for the split {string(split.name)}",
        f"source_roots = {array(roots(scan))}",
        "exact = false",
        "forbid_circular_dependencies = false",
    ]
    blocks = ["\n".join(head)]
    blocks += [
        _module(path, context, [*(one for one in names[context] if one != path), *free], sorted(crossing.get(path, ())))
        for path, context in holder.items()
    ]
    blocks += [_unchecked(path) for path in free]
    return "\n\n".join(blocks) + "\n"


def _module(path: str, context: str, own: list[str], deprecated: list[str]) -> str:
    allowed = [f"    {string(one)},\n" for one in own]
    allowed += [f"    {{ path = {string(one)}, deprecated = true }},\n" for one in deprecated]
    depends = f"[\n{''.join(allowed)}]" if allowed else "[]"
    return f"[[modules]]\npath = {string(path)}\ndepends_on = {depends}  # of the context {string(context)}"


def _unchecked(path: str) -> str:
    """What belongs to no context may depend on anything: it composes several, or all lean on it."""
    return f"[[modules]]\npath = {string(path)}\nunchecked = true"


def _holding(module: str, holder: dict[str, str]) -> str | None:
    while module:
        if module in holder:
            return module
        module = module.rpartition(".")[0]
    return None

"""Contracts for import-linter: no context imports another, but for the imports that there are today.

They go into pyproject.toml. The imports of today are listed as ignored, so that the contracts hold at once and every
new one is refused; take lines out as the split goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports.packages import crossing_imports, paths, root_packages
from boundary.report.exports.toml import array, string

if TYPE_CHECKING:
    from boundary.model.scan import Context, Scan, Split


def render(scan: Scan, split: Split) -> str:
    """The tables of pyproject.toml, one contract a context that has modules."""
    crossing = list(crossing_imports(scan, split))
    held = [context for context in split.contexts if context.modules]
    head = [
        f"# import-linter: written by `boundary emit import-linter` for the split {string(split.name)}",
        "[tool.importlinter]",
        f"root_packages = {array(root_packages(split))}",
    ]
    blocks = ["\n".join(head), *(_contract(context, held, scan, crossing) for context in held if len(held) > 1)]
    return "\n\n".join(blocks) + "\n"


def _contract(context: Context, every: list[Context], scan: Scan, crossing: list[tuple[str, str]]) -> str:
    mine = set(context.modules)
    ignored = [f"{one} -> {other}" for one, other in crossing if one in mine]
    others = [name for other in every if other is not context for name in _expressions(other, scan)]
    lines = [
        "[[tool.importlinter.contracts]]",
        f"name = {string(f'{context.name} imports no other context')}",
        'type = "forbidden"',
        "as_packages = false",
        "allow_indirect_imports = true",
        f"source_modules = {array(_expressions(context, scan), tall=True)}",
        f"forbidden_modules = {array(others, tall=True)}",
    ]
    if ignored:
        lines += [f"ignore_imports = {array(ignored, tall=True)}", 'unmatched_ignore_imports_alerting = "warn"']
    return "\n".join(lines)


def _expressions(context: Context, scan: Scan) -> list[str]:
    """Modules as import-linter spells them: `shop.orders.**` does not mean `shop.orders` itself there."""
    known = {module.name for module in scan.modules}
    found: list[str] = []
    for path in paths(context, scan):
        package = path.removesuffix(".**")
        if package != path and package in known:
            found.append(package)
        found.append(path)
    return found

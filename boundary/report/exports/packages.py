"""How are a context's modules named to tools that read imports?  Whole packages where they are whole, else modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.modules import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.scan import Context, Scan, Split


def paths(context: Context, scan: Scan) -> list[str]:
    """The packages and modules of a context; one that is no whole package ends without `.**`."""
    return folded(context.modules, scan.modules)


def roots(scan: Scan) -> list[str]:
    """The folders that the modules' names begin at, `.` for the analysed folder itself."""
    return sorted({_root(module.name, module.file) for module in scan.modules}) or ["."]


def root_packages(split: Split) -> list[str]:
    """The first parts of the names of all modules that a context has."""
    return sorted({module.partition(".")[0] for context in split.contexts for module in context.modules})


def crossing_imports(scan: Scan, split: Split) -> Iterator[tuple[str, str]]:
    """The imports that go from one context into another today, sorted, each pair of modules once."""
    home = {module: context.name for context in split.contexts for module in context.modules}
    pairs = {
        (one.from_, one.to)
        for one in scan.couplings
        if one.kind == "import" and one.from_ in home and one.to in home and home[one.from_] != home[one.to]
    }
    yield from sorted(pairs)


def _root(name: str, file: str) -> str:
    """`src` for the module `shop.orders` in `src/shop/orders.py`."""
    stem = file.removesuffix(".py").removesuffix("/__init__")
    path = name.replace(".", "/")
    return stem.removesuffix(path).rstrip("/") or "." if stem.endswith(path) else "."

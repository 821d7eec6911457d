"""Do the readers of what lies beside the sources survive?  Declarations, packaging, rules, owners, baselines.

    python -m tests.benchmarks.hostile.beside FOLDER... [--inputs 100000] [--seed 0]

These files are small, and are read in the process that analyses. An input is lost where its reader fails with anything
but a refusal of ours, or takes longer than SECONDS_EACH; each is written to the folder given by `--keep`, and the
command ends with 1.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import msgspec

from boundary import config
from boundary.check import baseline
from boundary.check.entries import Entry
from boundary.errors import BoundaryError
from boundary.read.code_owners import code_owners
from boundary.read.declared_files import declared_files, is_declared, read_declared
from boundary.read.ignore import rules_of
from boundary.read.ignores import ignores_in
from boundary.read.plugins import plugins_in
from boundary.read.python.refusal import RefusedError
from boundary.report import json
from tests.benchmarks.hostile.fuzz import window
from tests.benchmarks.hostile.limits import at_most
from tests.benchmarks.hostile.mutations import mutated

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS_EACH = 5
ROUND = 2_000
PATH = "shop/orders/models.py"
"""What rules and owners are asked of."""

Reader = Callable[[bytes], object]


def _declared(file: str, content: bytes) -> None:
    for refused in read_declared(declared_files({file: content})).unreadable:
        if refused.reason.startswith("boundary failed"):
            raise LostError(refused.reason)
        raise RefusedError(refused.reason)


def _packaging(file: str, content: bytes) -> None:
    plugins_in(lambda asked: content if asked == file else None)


def _configuration(content: bytes) -> None:
    _packaging("pyproject.toml", content)
    config.parse_text(content, "pyproject.toml")


def _owners(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "CODEOWNERS").write_bytes(content)
        code_owners(Path(folder), [PATH])


READERS: dict[str, Reader] = {
    "template of Zope": lambda content: _declared("shop/order.pt", content),
    "ZCML": lambda content: _declared("shop/configure.zcml", content),
    "DocType": lambda content: _declared("shop/doctype/order/order.json", content),
    "schema of Prisma": lambda content: _declared("shop/schema.prisma", content),
    "pyproject.toml": _configuration,
    "boundary.toml": lambda content: config.parse_text(content, "boundary.toml"),
    "setup.cfg": lambda content: _packaging("setup.cfg", content),
    "setup.py": lambda content: _packaging("setup.py", content),
    ".gitignore": lambda content: rules_of(content).verdict(PATH),
    "CODEOWNERS": _owners,
    "ignore": lambda content: ignores_in([("a.py", content), ("a.sql", content)]),
    "baseline": lambda content: baseline.parse({"shop.jsonl": content}),
    "document": lambda content: json.parse(content, "scan.json"),
}
"""What is read, and how: each ends as it likes with a file that is none, but for `BoundaryError` it fails with none."""

_ENTRY = Entry("", "BND202", "shop.orders.place", "shop_stock", "update", "orders", "stock")
_ENTRY = msgspec.structs.replace(_ENTRY, id=_ENTRY.true_id)
SEEDS = {
    "template of Zope": b'<p tal:define="a view/b; c a/d" tal:content="structure a | python: c.e(1)">${a/b}</p>',
    "ZCML": b'<configure xmlns="http://namespaces.zope.org/zope"><adapter for=".a" factory=".b"/></configure>',
    "DocType": b'{"doctype": "DocType", "name": "Order", "fields": [{"fieldname": "a", "fieldtype": "Link"}]}',
    "schema of Prisma": b'model A { // a\n  b B? @relation("ab", fields: [c], onDelete: Cascade)\n  c Int\n}\n',
    "pyproject.toml": b'[project.entry-points."shop"]\na = "b.c:D"\n[tool.boundary.contexts.a]\ntables = ["b_*"]\n',
    "boundary.toml": b'exclude = ["a/**"]\n[rules]\nBND202 = "error"\n'
    b'[[settle]]\nfunction = "a.b"\nwrites = ["c"]\nreason = "d"\n',
    "setup.cfg": b"[options.entry_points]\nshop =\n    a = b.c:D\n",
    "setup.py": b"from setuptools import setup\nsetup(entry_points={'shop': ['a = b.c:D']})\n",
    ".gitignore": b"*.pyc\n!keep.pyc\n/build/**/x[a-z]?\n",
    "CODEOWNERS": b"* @all\n/shop/ @shop @pay  # ours\n",
    "ignore": b'x = f(1)  # boundary: ignore[BND202] reason="later" until=2027-03-01\n',
    "baseline": msgspec.json.encode(_ENTRY) + b"\n",
    "document": b'{"schema": "boundary/1", "root": "shop", "tables": [], "transactions": []}',
}
"""What a mutation begins with where the folders have no such file."""


class LostError(Exception):
    """A reader failed."""


def kind_of(path: Path) -> str | None:
    """As what a file of a real project is read, if it is."""
    if path.name in READERS:
        return path.name
    if is_declared(path.as_posix()):
        kinds = {".pt": "template of Zope", ".zcml": "ZCML", ".prisma": "schema of Prisma"}
        return kinds.get(path.suffix, "DocType")
    return None


def corpus(folders: Sequence[Path]) -> dict[str, list[bytes]]:
    """Contents of files by what they are, a seed of ours first."""
    found = {kind: [seed] for kind, seed in SEEDS.items()}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            kind = kind_of(path)
            if kind and path.is_file():
                found[kind].append(path.read_bytes())
    return found


def complaint(kind: str, content: bytes) -> tuple[str, str | None]:
    """How reading ended, and what is wrong with that."""
    try:
        with at_most(SECONDS_EACH):
            READERS[kind](content)
    except BoundaryError:
        return "refused", None
    except Exception as error:  # noqa: BLE001 - what the harness is for
        return "lost", f"{type(error).__name__}: {error}"[:200]
    return "read", None


def fuzz(
    files: dict[str, list[bytes]], seed: int, count: int, keep: Path | None = None
) -> tuple[Counter[str], list[str]]:
    """Read `count` inputs, one kind after the other; returns how they ended, and what was lost."""
    random = Random(seed)  # noqa: S311 - inputs, not secrets
    ended: Counter[str] = Counter()
    lost: list[str] = []
    kinds = list(files)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        content = mutated(random, window(random, random.choice(files[kind])), files[kind])
        how, wrong = complaint(kind, content)
        ended[f"{kind} {how}"] += 1
        if wrong:
            lost.append(f"{kind} {number} (seed {seed}): {wrong}")
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{seed}-{number}-{kind}").write_bytes(content)
    return ended, lost


def main() -> int:
    """Read the arguments, fuzz in rounds, print the counts after the last and what was lost after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    files = corpus(asked.folders)
    total: Counter[str] = Counter()
    lost: list[str] = []
    started = time.monotonic()
    for seed in range(asked.seed, asked.seed + -(-asked.inputs // ROUND)):
        ended, wrong = fuzz(files, seed, min(asked.inputs, ROUND), asked.keep)
        total += ended
        lost += wrong
        print("".join(f"  {each}\n" for each in wrong), end="", flush=True)  # noqa: T201
    print(f"{total.total()} inputs, {len(lost)} lost, {time.monotonic() - started:.0f} s")  # noqa: T201
    for kind in files:
        print(f"  {kind}: " + ", ".join(f"{how} {total[f'{kind} {how}']}" for how in ("read", "refused", "lost")))  # noqa: T201
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())

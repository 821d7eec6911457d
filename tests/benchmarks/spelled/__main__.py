"""Does the same code give the same answer when it is spelled in another way?  The linker's tests, each spelled anew.

    python -m tests.benchmarks.spelled [--spelling NAME...] [--show 20] [--checkout FOLDER]

Lines and names of transactions aside, the transactions of a program and what each touches have to be the same. What
differs is a rule of the language that the analysis lacks, or a test about spelling: each is for somebody to read.
With `--checkout`, a copy of a whole project is spelled anew, and what its functions' transactions do is compared.
"""

from __future__ import annotations

import argparse
import ast
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.hostile.odd import applications
from tests.benchmarks.spelled import checkout
from tests.benchmarks.spelled.crowds import CROWDS, MARK
from tests.benchmarks.spelled.decisions import DECISIONS
from tests.benchmarks.spelled.spellings import SPELLINGS
from tests.benchmarks.spelled.structures import STRUCTURES
from tests.link.linking import divide, linked

if TYPE_CHECKING:
    from boundary.model.scan import Scan
    from tests.benchmarks.spelled.spellings import Spelling

Answer = list[tuple[str, ...]]


def answer(scan: Scan) -> Answer:
    """What each transaction touches that the code opens or ends, wherever that stands."""
    found = {
        tuple(
            sorted(
                {
                    f"{access.op} {access.table} {access.confidence}"
                    for access in one.accesses
                    if MARK not in access.table.lower()
                }
            )
        )
        for one in scan.transactions
        if one.kind != "implicit"
    }
    return sorted(found)


def respelled(files: dict[str, str], spelling: Spelling | None) -> dict[str, str]:
    """The files with their Python spelled anew; as `ast` writes it where there is no spelling."""
    found = {"mentioned.txt": "\n".join(files.values())}  # which libraries are read goes by the names in a text
    for file, text in files.items():
        if file.endswith(".py") and text.strip():
            tree = ast.parse(text)
            found[file] = ast.unparse(ast.fix_missing_locations(spelling(tree) if spelling else tree)) + "\n"
        else:
            found[file] = text
    return found


def compare(plain: dict[str, Answer], spelling: Spelling) -> tuple[int, list[tuple[str, Answer]]]:
    """How many of the applications a spelling changes, and those with another answer, with that."""
    changed, differing = 0, []
    for text, answered in plain.items():
        files = divide(text)
        other = respelled(files, spelling)
        if other != respelled(files, None):
            changed += 1
            found = answer(linked(other))
            if found != answered:
                differing.append((text, found))
    return changed, differing


def difference(before: Answer, after: Answer) -> str:
    """What only one of two answers has, line by line."""
    lost = [f"  - {one}" for one in before if one not in after]
    return "\n".join([*lost, *(f"  + {one}" for one in after if one not in before)])


def of_checkout(source: Path, spellings: list[Spelling], show: int) -> int:
    """Compare a whole project with itself, spelled anew; print what differs, function by function."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, source.resolve().name)
        checkout.spell(source, folder, None)
        plain = checkout.answered(folder)
        for spelling in spellings:
            changed, line, differing = checkout.compare(source, folder, plain, spelling)
            for where, lines in list(checkout.by_function(differing).items())[:show]:
                print(where, *lines, sep="\n    ")  # noqa: T201
            print(f"{spelling.__name__}: {changed} files changed; {line}", flush=True)  # noqa: T201
    return 0


def main() -> int:
    """Read the arguments, compare, print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spelling", action="append")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--checkout", type=Path)
    asked = parser.parse_args()
    spellings = [
        one
        for one in (*SPELLINGS, *STRUCTURES, *DECISIONS, *CROWDS)
        if not asked.spelling or one.__name__ in asked.spelling
    ]
    if asked.checkout is not None:
        return of_checkout(asked.checkout, spellings, asked.show)
    plain = {text: answer(linked(respelled(divide(text), None))) for text in applications()}
    for spelling in spellings:
        started = time.monotonic()
        changed, differing = compare(plain, spelling)
        for text, found in differing[: asked.show]:
            print(f"--- {spelling.__name__}\n{text}\n{difference(plain[text], found)}")  # noqa: T201
        took = time.monotonic() - started
        print(f"{spelling.__name__}: {len(differing)} of {changed} differ, {took:.0f} s", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

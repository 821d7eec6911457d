"""Does the same code give the same answer when it is spelled in another way?  The linker's tests, each spelled anew.

    python -m tests.benchmarks.spelled [--spelling NAME...] [--show 20]

Lines and names of transactions aside, the transactions of a program and what each touches have to be the same. What
differs is a rule of the language that the analysis lacks, or a test about spelling: each is for somebody to read.
"""

from __future__ import annotations

import argparse
import ast
import time
from typing import TYPE_CHECKING

from tests.benchmarks.hostile.odd import applications
from tests.benchmarks.spelled.spellings import SPELLINGS
from tests.link.linking import divide, linked

if TYPE_CHECKING:
    from boundary.model.scan import Scan
    from tests.benchmarks.spelled.spellings import Spelling

Answer = list[tuple[str, str, tuple[tuple[str, str, str], ...]]]


def answer(scan: Scan) -> Answer:
    """The transactions that the code opens or ends, with what each touches, without places."""
    return sorted(
        (
            one.kind,
            one.function.partition(".<locals>")[0],
            tuple(sorted({(access.op, access.table, access.confidence) for access in one.accesses})),
        )
        for one in scan.transactions
        if one.kind != "implicit"
    )


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


def main() -> int:
    """Read the arguments, compare, print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spelling", action="append")
    parser.add_argument("--show", type=int, default=20)
    asked = parser.parse_args()
    texts = applications()
    plain = {}
    for text in texts:
        plain[text] = answer(linked(respelled(divide(text), None)))
    for spelling in SPELLINGS:
        if asked.spelling and spelling.__name__ not in asked.spelling:
            continue
        started, changed, differing = time.monotonic(), 0, 0
        for text in texts:
            files = divide(text)
            other = respelled(files, spelling)
            if other == respelled(files, None):
                continue
            changed += 1
            found = answer(linked(other))
            if found != plain[text]:
                differing += 1
                if differing <= asked.show:
                    print(f"--- {spelling.__name__}: {text.strip().splitlines()[0][:100]!r}")  # noqa: T201
                    print(text)  # noqa: T201
                    for sign, one, rest in (("-", plain[text], found), ("+", found, plain[text])):
                        for each in one:
                            if each not in rest:
                                print(f"  {sign} {each}")  # noqa: T201
        took = time.monotonic() - started
        print(f"{spelling.__name__}: {differing} of {changed} differ, {took:.0f} s", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

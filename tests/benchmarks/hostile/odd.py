"""Does following odd code fail?  The applications of the linker's tests, with code of others, or changed by chance.

    python -m tests.benchmarks.hostile.odd [--inputs 10000] [--seed 0]

Each is read and linked as a test does it. It is lost where linking fails, where the document tells of a fault of ours,
or where it takes longer than SECONDS_EACH; each is written to the folder given by `--keep`, and the command ends with
1.
"""

from __future__ import annotations

import argparse
import ast
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from boundary.read.python.refusal import RefusedError
from tests.benchmarks.hostile.changes import changed, names_in
from tests.benchmarks.hostile.limits import at_most
from tests.benchmarks.hostile.mutations import exchange, mutated
from tests.link.linking import divide, linked

if TYPE_CHECKING:
    from collections.abc import Sequence

TESTS = Path(__file__).parents[2] / "link"
SECONDS_EACH = 60
TELL = 1_000
OF_OTHERS = 0.4
"""So often code of others is put in; else the module itself is changed."""
MARKS = ("#>", "# file:")
"""What an application of a test has somewhere."""


def applications(folder: Path = TESTS) -> list[str]:
    """The texts of the applications that the tests of a folder link."""
    found: dict[str, None] = {}
    for file in sorted(folder.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and text.count("\n") > 1 and any(mark in text for mark in MARKS):
                found[text] = None
    return [text for text in found if _is_one(text)]


def _is_one(text: str) -> bool:
    """Whether it is whole: no part of one that a test puts together."""
    try:
        files = divide(text)
        for file, content in files.items():
            if file.endswith(".py"):
                ast.parse(content)
    except (SyntaxError, ValueError):
        return False
    return any(map(str.strip, files.values()))


def odd(random: Random, texts: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """The files of an application, one of them damaged; the names are those that all use."""
    files, others = divide(random.choice(texts)), divide(random.choice(texts))
    file = random.choice([name for name in sorted(files) if files[name].strip()])
    alike = [text.encode() for name, text in others.items() if name.endswith(".py")]
    content = files[file].encode()
    for _ in range(random.choice((1, 1, 2, 4))):
        if not file.endswith(".py"):
            content = mutated(random, content, alike)
        elif random.random() < OF_OTHERS:
            content = exchange(random, content, alike)
        else:
            content = changed(random, content.decode(errors="replace"), names).encode(errors="replace")
    files[file] = content.decode(errors="replace")
    return files


def complaint(files: dict[str, str]) -> str | None:
    """What is wrong with how an application is linked. Raises `RefusedError` where it is no Python any more."""
    try:
        with at_most(SECONDS_EACH):
            scan = linked(files)
    except RefusedError:
        raise
    except Exception as error:  # noqa: BLE001 - what the harness is for
        return f"{type(error).__name__}: {error} {_place(error)}"
    return next((one.reason for one in scan.completeness.unreadable if "a fault of boundary" in one.reason), None)


def _place(error: BaseException) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return f"({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place else ""


def fuzz(texts: Sequence[str], seed: int, count: int, keep: Path | None = None) -> tuple[Counter[str], list[str]]:
    """Link `count` applications; returns how that ended, and what was lost."""
    random = Random(seed)  # noqa: S311 - inputs, not secrets
    ended: Counter[str] = Counter()
    lost: list[str] = []
    names = names_in([held for text in texts for name, held in divide(text).items() if name.endswith(".py")])
    for number in range(count):
        files = odd(random, texts, names)
        try:
            wrong = complaint(files)
        except RefusedError:
            ended["refused"] += 1
            continue
        ended["lost" if wrong else "linked"] += 1
        if wrong:
            lost.append(f"{number} (seed {seed}): {wrong}")
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                text = "".join(f"# file: {name}\n{held}\n" for name, held in files.items() if held)
                (keep / f"{seed}-{number}.txt").write_text(text)
    return ended, lost


def main() -> int:
    """Read the arguments, fuzz in rounds, print the counts after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    texts = applications()
    total: Counter[str] = Counter()
    lost: list[str] = []
    started = time.monotonic()
    per_round = min(asked.inputs, TELL)
    for seed in range(asked.seed, asked.seed + -(-asked.inputs // per_round)):
        ended, wrong = fuzz(texts, seed, per_round, asked.keep)
        total += ended
        lost += wrong
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(total.items()))
        print(f"{total.total()} inputs of {len(texts)} applications, {time.monotonic() - started:.0f} s: {counts}")  # noqa: T201
        print("".join(f"  {each}\n" for each in wrong), end="", flush=True)  # noqa: T201
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())

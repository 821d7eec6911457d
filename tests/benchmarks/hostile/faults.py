"""Does a fault anywhere in reading or linking show?  One call of one function fails, and the run must not look whole.

    python -m tests.benchmarks.hostile.faults [--faults 2000] [--seed 0]

A first run notes every function of `boundary.read` and `boundary.link` that an analysis calls, and how often. Then one
of these calls raises what programs raise. The run has to end in an error, or its completeness has to be less than it
was; or nothing of the answer may be missing. Anything else is a partial analysis that passes as a whole one.

Each function has to be Python: a build whose linker is compiled is told of faults in reading alone.

Where it is less complete, the exit code of a check is told that asks for all that can be asked for: no unreadable file
(BND902), and as many percent of calls and SQL understood as without the fault. Code 0 there means that less than one
percent was lost, or that what was lost is a blind spot.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import msgspec

import boundary
from boundary import api, config
from boundary.check.examine import examine
from boundary.check.picture import Picture
from boundary.errors import IncompleteError
from boundary.review.seen import require_completeness
from tests.check.monolith import FILES

if TYPE_CHECKING:
    from types import FrameType

    from boundary.model.scan import Completeness, Scan

HOME = str(Path(boundary.__file__).parent)
STAGES = (f"{HOME}/read/", f"{HOME}/link/")
FAULTS: tuple[type[Exception], ...] = (ValueError, KeyError, AttributeError, RecursionError, MemoryError, OSError)
SQL = """\
CREATE TABLE ledger (id int primary key, total int);
CREATE FUNCTION post() RETURNS trigger AS $$ BEGIN UPDATE ledger SET total = 1; RETURN NEW; END $$ LANGUAGE plpgsql;
CREATE TRIGGER posted AFTER INSERT ON billing_invoice FOR EACH ROW EXECUTE FUNCTION post();
"""

Place = tuple[str, int, str]
"""A function: its file, its first line and its name."""


class Injection(NamedTuple):
    """A fault to come: at the `call`th call of the function at `place`."""

    place: Place
    call: int
    fault: type[Exception]

    def __str__(self) -> str:
        file, line, name = self.place
        return f"{self.fault.__name__} at call {self.call} of {name} ({file.removeprefix(HOME)}:{line})"


class Injector:
    """An analysis of one small monolith that can be made to fail; `calls` counts those of each function."""

    def __init__(self, folder: Path) -> None:
        self.root, self._cache = folder / "monolith", folder / "cache"
        for path, content in {**FILES, "db/ledger.sql": SQL}.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        (self.root / ".git").mkdir(exist_ok=True)
        self.calls: Counter[Place] = Counter()
        self._scan()  # keeps the facts of the libraries
        self._forget()
        before = sys.gettrace()
        sys.settrace(self._count)
        try:
            self.whole = self._scan()
        finally:
            sys.settrace(before)
        done = self.whole.completeness
        self.settings = msgspec.structs.replace(
            config.load(self.root).settings,
            rules={"BND902": "error"},
            least_calls_understood=100 * (done.calls_resolved + done.calls_external) // done.calls,
            least_sql_understood=100 * done.sql_understood // done.sql_strings,
        )

    def draw(self, random: Random) -> Injection:
        """One fault: every function is as likely as any other."""
        place = random.choice(sorted(self.calls))
        return Injection(place, random.randint(1, self.calls[place]), random.choice(FAULTS))

    def outcome(self, injection: Injection) -> str:
        """How an analysis with this fault ends: "error", "less complete", "nothing missing" or "PASSED AS WHOLE"."""
        left = [injection.call]

        def trace(frame: FrameType, event: str, _: object) -> None:
            code = frame.f_code
            if event == "call" and (code.co_filename, code.co_firstlineno, code.co_name) == injection.place:
                left[0] -= 1
                if not left[0]:
                    raise injection.fault("injected")

        self._forget()
        before, hook = sys.gettrace(), sys.unraisablehook
        sys.unraisablehook = lambda _: None  # a generator that is closed fails where nobody can catch it
        sys.settrace(trace)
        try:
            found = self._scan()
        except Exception:  # noqa: BLE001 - an error is one of the two right ends
            return "error"
        finally:
            sys.settrace(before)
            sys.unraisablehook = hook
        if found == self.whole:
            return "nothing missing"
        if is_less(found.completeness, self.whole.completeness):
            return f"less complete and exit code {self.exit_code(found)}"
        return "PASSED AS WHOLE"

    def exit_code(self, found: Scan) -> int:
        """How a check of this scan ends that asks for as much as the whole one has."""
        try:
            require_completeness(found.completeness, self.settings)
        except IncompleteError:
            return 3
        return int(bool(self._errors(found) - self._errors(self.whole)))

    def _errors(self, found: Scan) -> set[str]:
        picture = Picture(found, self.settings.contexts, ())
        return {one.fingerprint for one in examine(picture, self.settings.rules).findings if one.severity == "error"}

    def _scan(self) -> Scan:
        found = api.scan(self.root, cache=self._cache, jobs=1)
        return msgspec.structs.replace(found, completeness=msgspec.structs.replace(found.completeness, seconds=0))

    def _forget(self) -> None:
        """Forget what is known of the monolith; what is known of the libraries stays."""
        for kept in self._cache.glob("monolith-*"):
            shutil.rmtree(kept)

    def _count(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(STAGES):
            self.calls[code.co_filename, code.co_firstlineno, code.co_name] += 1


def is_less(found: Completeness, whole: Completeness) -> bool:
    """Whether an analysis says that it understood less than another."""
    return (
        len(found.unreadable) > len(whole.unreadable)
        or found.blind_spots > whole.blind_spots
        or found.calls_resolved + found.calls_external < whole.calls_resolved + whole.calls_external
        or found.sql_understood < whole.sql_understood
    )


def main() -> int:
    """Read the arguments, inject, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    random = Random(asked.seed)  # noqa: S311 - faults, not secrets
    ended: Counter[str] = Counter()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        injector = Injector(Path(folder))
        print(f"{len(injector.calls)} functions, {injector.calls.total()} calls")  # noqa: T201
        for number in range(1, asked.faults + 1):
            injection = injector.draw(random)
            end = injector.outcome(injection)
            ended[end] += 1
            if end == "PASSED AS WHOLE":
                print(f"  {injection}", flush=True)  # noqa: T201
            if number % 100 == 0 or number == asked.faults:
                counts = ", ".join(f"{kind} {count}" for kind, count in sorted(ended.items()))
                print(f"{number} faults, {time.monotonic() - started:.0f} s: {counts}", flush=True)  # noqa: T201
    return 1 if ended["PASSED AS WHOLE"] else 0


if __name__ == "__main__":
    raise SystemExit(main())

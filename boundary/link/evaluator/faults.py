"""What becomes of the analysis where following one piece of code fails?  It goes on, and says what it did not see.

A fault is a bug of this program, or code that nests deeper than the stack. The rest of the program is followed all the
same; what failed stands in the completeness as unread, and is a blind spot of every transaction that it may belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from boundary.link.calling.contexts import OUTSIDE, Blind
from boundary.model.scan import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from boundary.link.calling.contexts import Context
    from boundary.link.evaluator.interpreter import Interpreter

_DEEPEST: Final = "nests deeper than can be followed"
OWN_RULES: Final = "boundary's own rules"
"""Where a fault lies that no place of the project tells."""


class Fault(msgspec.Struct, frozen=True):
    """Code that could not be followed to its end: what it is, where, and why."""

    file: str
    line: int
    what: str
    why: str

    @property
    def reason(self) -> str:
        """The fault in a line."""
        return f"{self.what} could not be followed to its end: {self.why}"


class Faults:
    """The faults of one analysis; a function that is followed again without one has none."""

    def __init__(self) -> None:
        self._of: dict[object, Fault] = {}

    def __bool__(self) -> bool:
        return bool(self._of)

    def failed(self, context: Context, error: Exception) -> None:
        """The body of a function could not be followed: all that the function does is a blind spot."""
        function = context.function
        line = function.first_line if function is not None else 1
        name = function.dotted if function is not None else context.module.name
        fault = self._of[context] = Fault(context.module.file, line, name, _why(error))
        for region in (OUTSIDE, *range(len(context.regions))):
            context.note_blind(Blind(line, region, fault.reason))

    def passed(self, context: Context) -> None:
        """The body of a function was followed to its end."""
        if self._of:
            self._of.pop(context, None)

    def of_rule(self, rule: Callable[[Interpreter], object]) -> Noting:
        """What a rule of a framework does by itself; where it fails, the others do what is theirs."""
        return Noting(self, OWN_RULES, 1, rule.__module__)

    def noted(self, file: str, line: int, what: str) -> Noting:
        """Following code outside any function; where it fails, the next piece is followed."""
        return Noting(self, file, line, what)

    def failed_at(self, file: str, line: int, what: str, error: Exception) -> None:
        """Code outside any function could not be followed."""
        self._of[file, line, what] = Fault(file, line, what, _why(error))

    def unread(self) -> tuple[UnreadableFile, ...]:
        """What could not be followed, as the completeness tells it: a line for each place, whatever called it."""
        found = {(each.file, each.line, each.reason): each for each in self._of.values()}
        return tuple(UnreadableFile(each.file, f"line {each.line}: {each.reason}") for _, each in sorted(found.items()))


class Noting:
    """What notes that following a piece of code failed, and lets what comes after it go on.

    A class, since one is made for every statement at the top of a module: a generator costs five times as much.
    """

    __slots__ = ("_faults", "_file", "_line", "_what")

    def __init__(self, faults: Faults, file: str, line: int, what: str) -> None:
        self._faults = faults
        self._file = file
        self._line = line
        self._what = what

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        """Note an error, unless it is none of the code's, such as an interruption."""
        if not isinstance(error, Exception):
            return False
        self._faults.failed_at(self._file, self._line, self._what, error)
        return True


def _why(error: Exception) -> str:
    """The reason, with the place in this program where it lies."""
    if isinstance(error, RecursionError):
        return _DEEPEST
    if isinstance(error, MemoryError):
        return "there was not enough memory"
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = ""
    if place is not None:
        name = place.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        where = f" ({name}:{place.tb_lineno})"
    return f"a fault of boundary, {type(error).__name__}{where}; please report it"

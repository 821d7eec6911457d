"""In which transaction is a statement of MongoDB?  In that of the session that it is given, or in one of its own.

    db.orders.insert_one({}, session=session)
    db.log.insert_one({})

What is given no session is a transaction of its own, wherever it stands, also between others that are given one. In
programs that begin no transaction nobody needs to tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import OWN
from boundary.link.domain.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall


def has_session(call: NativeCall) -> bool:
    """Whether a call may be given a session."""
    return bool(call.arguments.keywords.get("session", BOTTOM) - call.atoms.none)


class Statement:
    """What is recorded inside is one statement; `joins` if it may be part of the transaction of a session."""

    def __init__(self, evaluator: Evaluator, line: int, *, joins: bool) -> None:
        self._evaluator = evaluator
        self._line = line
        self._apart = evaluator.interpreter.frameworks.follows_work and not joins
        self._before = evaluator.region, evaluator.pending

    def __enter__(self) -> None:
        if self._apart:
            self._evaluator.open_region("implicit", self._line, self._line, "default", on=OWN)

    def __exit__(self, *_: object) -> None:
        if self._apart:
            self._evaluator.region, self._evaluator.pending = self._before

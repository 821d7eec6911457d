"""Which variable is the method of a collection?  `add = rows.append`, and then `add(row)` fills the rows.

Asked where a variable is given something; what a call of it does is in `filling.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.filling import GROWING
from boundary.link.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.execution import Executor
    from boundary.model import code


def named(executor: Executor, variable: str, written: code.Expression) -> None:
    """A variable is given the method of a collection, or something else, and is none any more."""
    if type(written) is ATTRIBUTE and written.name in GROWING:
        executor.adding[variable] = written
    elif executor.adding:
        executor.adding.pop(variable, None)

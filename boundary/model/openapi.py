"""What does a description of an API say?  Which function answers which request."""

from __future__ import annotations

import msgspec


class Operation(msgspec.Struct, frozen=True):
    """One operation: its verb, its path (empty where another file has it), the function's dotted name, and the place.

    `function` is empty where the description leaves it to the application to find one.
    """

    verb: str
    path: str
    function: str
    file: str
    line: int

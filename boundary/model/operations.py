"""What does a split mean for those who run it?  Questions with their answers, each line with its evidence."""

from __future__ import annotations

import msgspec


class Evidence(msgspec.Struct, frozen=True):
    """One place that shows what a line says: at `file:line` of `function`, and what is there."""

    file: str
    line: int
    function: str = ""
    what: str = ""


class Line(msgspec.Struct, frozen=True):
    """One answer: about `subject` (a name out of the source), in our words, with the contexts that it concerns."""

    subject: str
    words: str
    contexts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """All that is known on one question; `summary` says it in numbers, `lines` are ordered by what matters most."""

    question: str
    summary: str
    lines: tuple[Line, ...] = ()

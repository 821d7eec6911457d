"""What is a rule?  An id, a title, a default severity, and a function from the picture to findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Where `grows`, one more place of a known finding is new; elsewhere the first one says it all."""

    id: str
    title: str
    check: Callable[[Picture], Iterable[Finding]]
    severity: Severity = "error"
    grows: bool = False
    waivable: bool = True
    """Whether a comment in the code may ignore it."""
    hygiene: bool = False
    """Whether it is about the configuration, the baseline or the ignores, and not about the code."""

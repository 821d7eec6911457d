"""Which questions are asked of a split?  The one visible tuple of them; a new one is a file beside this and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.split.operations.bare import bare
from boundary.split.operations.composing import composing
from boundary.split.operations.configuration import configuration
from boundary.split.operations.extraction import extraction
from boundary.split.operations.joining import joining
from boundary.split.operations.number import number
from boundary.split.operations.outages import outages
from boundary.split.operations.references import references
from boundary.split.operations.replicas import replicas
from boundary.split.operations.reporting import reporting
from boundary.split.operations.retries import retries
from boundary.split.operations.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.config import Settings
    from boundary.model.operations import Answer
    from boundary.model.scan import Scan, Split

Question = tuple["Callable[[Scene], Answer]", "Callable[[Scene], object]"]
"""What answers, and what there has to be for it to know anything."""

QUESTIONS: tuple[Question, ...] = (
    (number, lambda scene: scene.split.contexts),
    (extraction, lambda scene: scene.scan.transactions),
    (composing, lambda scene: scene.usage.reached),
    (outages, lambda scene: scene.usage.reached),
    (retries, lambda scene: scene.scan.deferred or scene.scan.entry_points),
    (replicas, lambda scene: scene.home),
    (joining, lambda scene: scene.usage.joins),
    (references, lambda scene: scene.scan.foreign_keys),
    (reporting, lambda scene: scene.usage.joins),
    (configuration, lambda scene: scene.scan.settings_read),
    (bare, lambda scene: scene.home),
)
"""The questions in the order in which they are told; one of which the document says nothing is not asked."""


def answers(scan: Scan, split: Split, settings: Settings | None = None) -> tuple[Answer, ...]:
    """What the split means for those who run it."""
    scene = Scene(scan, split, settings)
    return tuple(ask(scene) for ask, known in QUESTIONS if known(scene))

"""What does a check ask of the analysis?  `api` owns it and hands it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from boundary.config import Settings
    from boundary.model.scan import Scan
    from boundary.read.revision import Revision
    from boundary.read.sources import Survey
    from boundary.read.store import Store


class Analyst(Protocol):
    """What analyses a folder with a configuration."""

    root: Path
    settings: Settings

    @property
    def identity(self) -> str:
        """Changes with what an analysis depends on, the sources excepted."""

    def survey(self, of: Revision | None = None) -> Survey:
        """What there is in the work tree, or at a revision."""

    def scan(self, surveyed: Survey) -> Scan:
        """The analysis of a survey."""

    def keeps(self, surveyed: Survey) -> bool:
        """Whether the analysis of a survey was complete, and so is kept for the next run."""

    def beside(self, commit: str, surveyed: Survey) -> AbstractContextManager[Callable[[], bytes | None]]:
        """`base.entries_at` of a commit, found in another process while a survey is analysed in the block."""

    def store(self) -> Store:
        """Where results are kept."""

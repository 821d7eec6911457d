"""Why could a source file not be read?"""

from __future__ import annotations

from boundary.errors import BoundaryError


class RefusedError(BoundaryError):
    """A source file that cannot be read: `reason` in the user's words, `line` where it is known.

    `may_be_newer` says that a newer grammar than the running interpreter's may still accept it.
    """

    def __init__(self, reason: str, line: int | None = None, *, may_be_newer: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.may_be_newer = may_be_newer


def failed(error: Exception) -> str:
    """The reason for a file that no refusal of ours explains: the fault is the reader's, and costs this file alone."""
    return f"boundary failed to read it ({type(error).__name__}); please report it"

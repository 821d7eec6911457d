"""Which errors does boundary raise?  One small family, worded for the user and caught in `cli` alone."""

from __future__ import annotations


class BoundaryError(Exception):
    """Base of every error that boundary raises on purpose; its text is meant for the user."""


class InputError(BoundaryError):
    """What was asked for cannot be analysed: a path that does not exist, a file that is not a scan."""


class NothingExaminedError(BoundaryError):
    """There was nothing to analyse, so nothing can be said: a folder without sources."""


class ConfigurationError(BoundaryError):
    """The configuration cannot be used; the text names the file and the key."""


class HistoryError(BoundaryError):
    """The history that a check compares with cannot be read; the text has the way out where one is known."""


class BaselineError(BoundaryError):
    """The baseline cannot be used; the text names the file and the line."""


class IncompleteError(BoundaryError):
    """The analysis is less complete than the configuration asks; the text says by how much."""


class UnknownNameError(BoundaryError):
    """A table, transaction or format was asked for that is not there; the text names the nearest ones."""


class NotDrawnError(BoundaryError):
    """A picture could not be drawn; the text says what to install, or what went wrong."""


class MissingExtraError(BoundaryError):
    """An optional part is not installed; the text names the extra to install."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs the extra '{extra}': pip install 'boundary-contexts[{extra}]'")

"""What stands in the place of a library's functions while a recorder listens, and how is all put back?"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Patches:
    """Replaced attributes of classes and modules, until `undo`."""

    def __init__(self) -> None:
        self._originals: list[tuple[Any, str, Any]] = []

    def replace(self, owner: Any, name: str, new: Any) -> None:  # noqa: ANN401 - a library's class or module
        """Put something else where `owner.name` was."""
        self._originals.append((owner, name, getattr(owner, name)))
        setattr(owner, name, new)

    def wrap(self, owner: Any, name: str, wrapper: Callable[..., Any]) -> None:  # noqa: ANN401 - as above
        """Replace a method by one that calls `wrapper(original, self, ...)`: its caller is two frames out of there."""
        original = getattr(owner, name)

        @functools.wraps(original)
        def wrapped(instance: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the method takes
            return wrapper(original, instance, *args, **kwargs)

        self.replace(owner, name, wrapped)

    def undo(self) -> None:
        """Put everything back as it was, what was replaced last first."""
        while self._originals:
            owner, name, original = self._originals.pop()
            setattr(owner, name, original)

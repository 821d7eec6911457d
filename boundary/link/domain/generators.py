"""Which generator is it?  One that takes what it is sent (`row = yield`) is told apart from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Container

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Value


class Generator(Container):
    """A generator that goes on where it is sent something, in the context of the call that made it."""

    __slots__ = ("context",)

    def __init__(self, element: Value, context: Context) -> None:
        super().__init__("generator", element, None)
        self.context = context
        self.objects = True  # whatever it yields: it does something

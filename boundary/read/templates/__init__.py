"""What does a template say?  Its facts, from its text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.read.templates.django import DjangoReader
from boundary.read.templates.tokens import tokens

if TYPE_CHECKING:
    from boundary.model.templates import TemplateFacts


def read_template(text: str) -> TemplateFacts:
    """The facts of one template. Raises `RefusedError` where its tags do not fit together."""
    reader = DjangoReader(list(tokens(text)))
    reader.read()
    return reader.draft.facts(text.count("\n") + 1)

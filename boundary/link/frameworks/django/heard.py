"""What is a receiver of a signal handed that nothing in the project sends?  A row of the model that it listens to.

Where a library deletes a `Group`, or only the admin does, a receiver of `pre_delete` is called all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import WIDEST, together
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.signals import MODEL_SIGNALS, receivers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.interpreter import Interpreter

NEEDS: Final = ("django",)


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """`instance` and `sender` of a receiver of Django's own signals that names its senders."""
    rows: dict[ClassInfo, None] = {}
    senders: dict[ClassInfo, None] = {}
    for site, sender in receivers(interpreter).heard(atom):
        if not isinstance(site, tuple) or site[0] != MODEL_SIGNALS:
            return None
        if sender is None or isinstance(sender, str) or not models(interpreter).is_model(sender):
            return None
        senders[sender] = None
        rows.update(dict.fromkeys(_ends(interpreter, sender) if site[1] == "m2m_changed" else [sender]))
    if not 0 < len(rows) <= WIDEST:
        return None
    return {
        "instance": together([interpreter.atoms.instance(cls, exact=False) for cls in rows]),
        "sender": together([interpreter.atoms.class_(cls) for cls in senders]),
    }


def _ends(interpreter: Interpreter, link: ClassInfo) -> Iterator[ClassInfo]:
    """The models between which the rows of a link table stand: either may be the one that has been changed."""
    for model in list(models(interpreter).by_class.values()):
        for relation in model.relations.values():
            if link is relation.made or (relation.through is not None and link is relation.through.cls):
                yield relation.source.cls
                yield relation.target.cls

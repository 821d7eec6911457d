"""Which tables does a search join?  Those on the way to the columns that `search_fields` names, of a page or view.

The first letter of a name may say how it is compared: `^name`, `=name`, `@name`, `$name`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.django.queries import joined_with
from boundary.link.frameworks.django.tables import followed, join_tables, model_of
from boundary.link.frameworks.skeletons import argument
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

COMPARED: Final = "^=@$"


def searched(call: NativeCall) -> Value:
    """`__searched__(queryset, names)`: the rows in which one of these columns has what is searched for."""
    names = [
        text.lstrip(COMPARED)
        for atom in argument(call, 1)
        for member in containers.members(atom.alone) or ()
        for text in strings(member)
    ]
    return join(_joined(call, atom, names) for atom in argument(call, 0)) or UNKNOWN


def _joined(call: NativeCall, atom: Atom, names: list[str]) -> Value:
    if not isinstance(atom, Instance) or atom.model is None or not names:
        return atom.alone
    model = model_of(call.interpreter, atom.model)
    joins = atom.joins.union(*(followed(model, name) for name in names))
    join_tables(call.evaluator, joins, call.line, guessed=atom.guessed)
    return atom.alone if joins == atom.joins else joined_with(call.evaluator, atom, joins)


NATIVES: Final[dict[str, Handler]] = {"builtins.__searched__": searched}

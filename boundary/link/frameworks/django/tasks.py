"""Who keeps a task of Django's that is enqueued?  The backend that `TASKS` of the settings names, perhaps in a table.

The task itself runs later, whatever the backend is: what tests and laptops run at once is not believed of a server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, by_age
from boundary.link.frameworks.django.settings import setting
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall

MOST_BACKENDS: Final = 4
"""So many backends of one alias are asked: one for each settings module that names another."""
ENQUEUE: Final = ("enqueue", "aenqueue")


def keep(call: NativeCall, alias: str) -> Value:
    """`task.enqueue(1)`: what the backend does with the task and its arguments, and the result that it gives."""
    method = call.name.rpartition(".")[2]
    if method not in ENQUEUE:
        return UNKNOWN
    found: dict[ClassInfo, Container] = {}
    for atom in by_age(setting(call.interpreter, "TASKS")):
        for store in by_age((containers.pairs(atom.alone) or {}).get(alias, BOTTOM)):
            if isinstance(store, Container):
                entries = containers.pairs(store.alone) or {}
                found.update(dict.fromkeys(_classes(call.interpreter, entries.get("BACKEND") or BOTTOM), store))
    results: list[Value] = []
    for cls, store in list(found.items())[:MOST_BACKENDS]:
        made = Arguments((call.atoms.constant(alias), store.alone))
        backend = call.interpreter.objects.instantiate(call.evaluator, cls, made, call.line)
        given = Arguments((call.receiver.alone, UNKNOWN, UNKNOWN))
        held = call.interpreter.attributes.get(call.evaluator, backend, method, call.line)
        results.append(call.interpreter.calls.call(call.evaluator, held, given, call.line))
    return join(results) or UNKNOWN


def _classes(interpreter: Interpreter, backends: Value) -> list[ClassInfo]:
    """The classes that dotted names mean, as far as something is known of what they do with a task."""
    found: dict[ClassInfo, None] = {}
    for dotted in strings(backends):
        for atom in interpreter.names.at(dotted) or BOTTOM:
            if isinstance(atom, ClassAtom) and any(interpreter.classes.lookup(atom.cls, name)[0] for name in ENQUEUE):
                found[atom.cls] = None
    return list(found)

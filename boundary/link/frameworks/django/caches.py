"""Which store has the cache of a name?  What `CACHES` of the settings says, as far as a table is behind it.

Most stores are outside of the database and touch nothing; `DatabaseCache` keeps its entries in a table, which is
written in the transaction of whoever stores something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container
from boundary.link.frameworks.django.settings import setting
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall

BASE: Final = "django.core.cache.backends.base"
CACHE: Final = f"{BASE}.BaseCache"
MOST_STORES: Final = 4
"""So many stores of one name are told apart: one for each settings module that names another."""


def configured(call: NativeCall) -> Value:
    """`__cache__(alias)`: the cache that the settings make of this name, or of any where it is not known."""
    names = strings(call.first)
    stores = [
        store
        for atom in setting(call.interpreter, "CACHES")
        for key, held in (containers.pairs(atom.alone) or {}).items()
        if key in names or not names
        for store in held
        if isinstance(store, Container)
    ]
    made = {}
    for store in stores[:MOST_STORES]:
        entries = containers.pairs(store.alone) or {}
        location = entries.get("LOCATION") or UNKNOWN
        for cls in _classes(call.interpreter, entries.get("BACKEND") or BOTTOM):
            made[cls, location] = Arguments((location, store.alone))
    found = [
        call.interpreter.objects.instantiate(call.evaluator, cls, given, call.line) for (cls, _), given in made.items()
    ]
    return join(found) or _plain(call)


def _classes(interpreter: Interpreter, backends: Value) -> list[ClassInfo]:
    """The classes of caches that are known by their dotted names; what is not read is no table's."""
    found: dict[ClassInfo, None] = {}
    for dotted in strings(backends):
        for atom in interpreter.names.at(dotted) or BOTTOM:
            if isinstance(atom, ClassAtom) and any(one.dotted == CACHE for one in interpreter.classes.mro(atom.cls)):
                found[atom.cls] = None
    return list(found)


def _plain(call: NativeCall) -> Value:
    """A cache of which nothing is known but that it is one."""
    source = call.interpreter.find_module(BASE)
    cls = call.interpreter.names.member(source, "BaseCache") if source is not None else BOTTOM
    return call.interpreter.calls.call(call.evaluator, cls, Arguments(), call.line) if cls else UNKNOWN


NATIVES: Final = {"builtins.__cache__": configured}

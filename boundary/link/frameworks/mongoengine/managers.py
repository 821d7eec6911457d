"""What does `Order.objects` give?  A queryset of the class that `meta` names, or what a manager makes of one.

meta = {"queryset_class": OrderQuerySet}

@queryset_manager
def paid(doc_cls, queryset):
return queryset.filter(state="paid")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, Wrapped, by_age
from boundary.link.frameworks.mongoengine.models import inherited
from boundary.link.syntax.kinds import ASSIGN, CALL, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

QUERYSET: Final = "mongoengine.queryset.queryset.QuerySet"
MANAGER: Final = "mongoengine.queryset.manager.QuerySetManager"
MADE: Final = "queryset manager"
OBJECTS: Final = "objects"


def queryset(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """A queryset of documents of a class."""
    named = [
        atom.cls for atom in inherited(evaluator.interpreter, cls, "queryset_class") if isinstance(atom, ClassAtom)
    ]
    default = evaluator.interpreter.library_class(QUERYSET)
    made = named or ([default] if default is not None else [])
    return join(evaluator.atoms.instance(one, model=cls) for one in made) or UNKNOWN


def managed(evaluator: Evaluator, cls: ClassInfo, name: str, line: int) -> Value | None:
    """What an attribute of a class of documents gives, where a manager stands there; or `objects`, where none does."""
    held = (
        evaluator.interpreter.classes.lookup(cls, name)[1] if may_manage(evaluator.interpreter, cls, name) else BOTTOM
    )
    found = [_asked(evaluator, cls, atom, line) for atom in by_age(held) if isinstance(atom, (Instance, Wrapped))]
    given = join([one for one in found if one is not None])
    return given or (queryset(evaluator, cls) if name == OBJECTS else None)


def may_manage(interpreter: Interpreter, cls: ClassInfo, name: str) -> bool:
    """Whether a class has something decorated, or made by a call, under a name."""
    for one in interpreter.classes.mro(cls):
        for binding in one.bindings.get(name, ()) if not one.library else ():
            node = binding.statement
            if type(node) is FUNCTION and node.decorators:
                return True
            if type(node) is ASSIGN and type(node.value) is CALL and (name == OBJECTS or _names_manager(node.value)):
                return True
    return False


def _names_manager(call: object) -> bool:
    function = getattr(call, "function", None)
    name = str(getattr(function, "id", getattr(function, "name", "")))
    return name.endswith("Manager") or name == "queryset_manager"


def _asked(evaluator: Evaluator, cls: ClassInfo, atom: Instance | Wrapped, line: int) -> Value | None:
    """What one manager gives."""
    if isinstance(atom, Wrapped):
        if atom.kind != MADE:
            return None
        return _called(evaluator, cls, atom.inner, line)
    if not evaluator.interpreter.classes.is_subclass(atom.cls, MANAGER):
        return None
    if "get_queryset" not in {name for one in evaluator.interpreter.classes.mro(atom.cls) for name in one.bindings}:
        return queryset(evaluator, cls)
    method = evaluator.interpreter.attributes.get(evaluator, atom.alone, "get_queryset", line)
    return _called(evaluator, cls, method, line)


def _called(evaluator: Evaluator, cls: ClassInfo, functions: Value, line: int) -> Value:
    """A function of one parameter is handed a queryset; of two, the class before it; of more, it is asked later."""
    found: list[Value] = []
    for atom in by_age(functions):
        inner = atom.inner if isinstance(atom, Wrapped) else atom.alone
        for one in by_age(inner):
            if isinstance(one, Function):
                count = len(one.function.node.parameters) - (one.receiver is not None)
                before = (evaluator.atoms.class_(cls), queryset(evaluator, cls))
                given = before if count > 1 else before[1:]
                found.append(evaluator.interpreter.calls.call(evaluator, one.alone, Arguments(given), line))
    return join(found) or queryset(evaluator, cls)


def queryset_manager(call: NativeCall) -> Value:
    """`@queryset_manager`, `QuerySetManager(function)`."""
    return call.atoms.wrapped(MADE, call.first)


NEEDS: Final = ("mongoengine", "flask_mongoengine")
NATIVES: Final[dict[str, Handler]] = {"mongoengine.queryset.manager.queryset_manager": queryset_manager}

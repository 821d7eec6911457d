"""Which rows does a manager stand for?  Default managers, managers made of querysets, related managers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import NO_JOINS, UNKNOWN, ClassAtom, Instance, by_age
from boundary.link.frameworks.django.model_info import Relation
from boundary.link.frameworks.django.models import MANAGER, models
from boundary.link.frameworks.django.related import RELATED
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

QUERYSET: Final = "django.db.models.query.QuerySet"
GET: Final = "get_queryset"
START: Final = "related.get_queryset"
NO_MODEL: Final = "a manager of which no model is known"
PLAIN_MANAGER: Final = "django.db.models.manager.Manager"


def manager_for(  # noqa: PLR0913 - one value, spelled out
    evaluator: Evaluator,
    cls: ClassInfo,
    *,
    relation: object = None,
    guessed: bool = False,
    joins: frozenset[str] = NO_JOINS,
    site: ClassInfo | None = None,
) -> Value:
    """The default manager of a model; `site` is the class of the row whose relation it is of, where that tells more."""
    manager = default_manager(evaluator.interpreter, cls)
    if manager is None:
        return UNKNOWN
    return evaluator.atoms.instance(manager, model=cls, relation=relation, guessed=guessed, joins=joins, site=site)


def default_manager(interpreter: Interpreter, cls: ClassInfo) -> ClassInfo | None:
    """The class of a model's default manager: the one that its `Meta` names, else the first of the model or a base."""
    if "default manager" not in cls.answers:
        first = next(_managers(interpreter, cls), None)
        cls.answers["default manager"] = first or interpreter.library_class(PLAIN_MANAGER)
    found: ClassInfo | None = cls.answers["default manager"]
    return found


def replaces(interpreter: Interpreter, cls: ClassInfo, held: Value) -> bool:
    """Whether Django puts a manager of its own in the place of `objects`, which is none: where a model has no other."""
    given = [one for one in held if isinstance(one, (Instance, ClassAtom))]
    plain = all(isinstance(one, Instance) and _is_plain(interpreter, one.cls) for one in given)
    return not given or (plain and next(_managers(interpreter, cls), None) is None)


def _is_plain(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether objects of a class are known to be nothing that a model class takes in as a field or a manager."""
    known = not cls.library and not cls.externals
    return known and interpreter.classes.lookup(cls, "contribute_to_class")[0] is None


def _managers(interpreter: Interpreter, cls: ClassInfo) -> Iterator[ClassInfo]:
    """The classes of a model's managers, found one by one: what stands behind the first is not evaluated for it."""
    for name in strings(models(interpreter).options.value(cls, "default_manager_name")):
        for atom in interpreter.classes.lookup(cls, name)[1]:
            if isinstance(atom, Instance) and is_manager(interpreter, atom):
                yield atom.cls
    for one in interpreter.classes.mro(cls):
        for name in one.bindings:
            if not name.startswith("__") and name != "Meta":
                for atom in interpreter.classes.own(one, name):
                    if isinstance(atom, Instance) and is_manager(interpreter, atom):
                        yield atom.cls


def held_by(interpreter: Interpreter, cls: ClassInfo) -> list[ClassInfo]:
    """The concrete models of the project that a class of managers or querysets works for."""
    held: dict[ClassInfo, dict[ClassInfo, None]] | None = interpreter.frameworks.state.get("managers held")
    if held is None:
        held = interpreter.frameworks.state["managers held"] = {}
        for model in list(models(interpreter).by_class.values()):
            if model.abstract or model.cls.library:
                continue
            for manager in _managers(interpreter, model.cls):
                for one in (manager, *_querysets(interpreter, manager, model.cls)):
                    for base in interpreter.classes.mro(one):
                        held.setdefault(base, {})[model.cls] = None
    return list(held.get(cls, ()))


def _querysets(interpreter: Interpreter, manager: ClassInfo, model: ClassInfo) -> list[ClassInfo]:
    """The classes of the querysets that a manager starts from: it is made of them, or makes them itself."""
    made_of = interpreter.classes.lookup(manager, "_queryset_class")[1]
    found = [atom.cls for atom in made_of if isinstance(atom, ClassAtom)]
    owner, _ = interpreter.classes.lookup(manager, GET)
    if owner is not None and not owner.library:
        evaluator = interpreter.module_evaluator(model.module)
        start = interpreter.attributes.get(evaluator, interpreter.atoms.instance(manager, model=model), GET, 0)
        given = interpreter.calls.call(evaluator, start, NO_ARGUMENTS, 0)
        found.extend(atom.cls for atom in given if isinstance(atom, Instance) and atom.model is model)
    return found


def is_manager(interpreter: Interpreter, atom: object) -> bool:
    """Whether an atom is a manager."""
    return isinstance(atom, Instance) and interpreter.classes.is_subclass(atom.cls, MANAGER)


def queryset_of(evaluator: Evaluator, atom: Instance) -> Value:
    """The queryset that a manager starts from: of the class that it has, or sets in its constructor."""
    interpreter = evaluator.interpreter
    held = interpreter.attributes.get(evaluator, atom.alone, "_queryset_class", 0)
    known = [one.cls for one in by_age(held) if isinstance(one, ClassAtom)]
    classes = [cls for cls in known if not cls.library] or known
    plain = interpreter.library_class(QUERYSET)
    return join(
        evaluator.atoms.instance(cls, model=atom.model, guessed=atom.guessed, relation=atom.relation, joins=atom.joins)
        for cls in classes or ([plain] if plain else [])
    )


def manager_from_queryset(call: NativeCall) -> Value:
    """`Manager.from_queryset(QuerySet)`: a manager class with the queryset's methods."""
    classes = [atom.cls for atom in call.arguments.get(0, "queryset_class") or () if isinstance(atom, ClassAtom)]
    receiver = call.receiver
    if not classes or not isinstance(receiver, ClassAtom):
        return receiver.alone if isinstance(receiver, ClassAtom) else UNKNOWN
    return call.atoms.class_(made_manager(call.evaluator, receiver.cls, classes[0]))


def made_manager(evaluator: Evaluator, manager: ClassInfo, queryset: ClassInfo) -> ClassInfo:
    """The manager class made of a queryset class."""
    from boundary.link.definitions.symbols import ClassInfo as Made  # noqa: PLC0415 - the class itself, not its name in a hint

    cache: dict[object, ClassInfo] = evaluator.interpreter.frameworks.state.setdefault("managers", {})
    key = manager, queryset
    if key not in cache:
        made = Made(f"{manager.name}From{queryset.name}", f"{manager.name}From{queryset.name}", queryset.module, None)
        made.bases = [manager]
        made.made["_queryset_class"] = evaluator.atoms.class_(queryset)
        cache[key] = made
    return cache[key]


def queryset_as_manager(call: NativeCall) -> Value:
    """`QuerySet.as_manager()`."""
    receiver = call.receiver
    plain = call.interpreter.library_class(PLAIN_MANAGER)
    if not isinstance(receiver, ClassAtom) or plain is None:
        return UNKNOWN
    return call.atoms.instance(made_manager(call.evaluator, plain, receiver.cls))


def manager_queryset(call: NativeCall) -> Value:
    """`Manager.get_queryset`, where no class overrides it."""
    return queryset_of(call.evaluator, call.receiver) if isinstance(call.receiver, Instance) else UNKNOWN


def related_queryset(call: NativeCall) -> Value:
    """`Manager.get_queryset` of the project, asked of a related manager: its rows are those of the relation, too."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return UNKNOWN
    interpreter = call.interpreter
    _, held = interpreter.classes.lookup(receiver.cls, GET)
    own = join(interpreter.attributes.from_instance(call.evaluator, one, receiver, GET, call.line) for one in held)
    rows_of = interpreter.calls.call(call.evaluator, own, call.arguments, call.line)
    return join(
        _related(call.evaluator, one, receiver) if isinstance(one, Instance) and _is_of(one, receiver) else one.alone
        for one in by_age(rows_of)
    )


def _is_of(atom: Instance, manager: Instance) -> bool:
    """Whether an object is a queryset of the rows of a manager."""
    return atom.model is not None and atom.model is manager.model


def manager_called(call: NativeCall) -> Value:
    """`order.lines(manager="open")`: the related rows as another manager of their model gives them."""
    receiver = call.receiver
    if not isinstance(receiver, Instance) or receiver.model is None:
        return UNKNOWN
    others: list[Value] = []
    for name in strings(call.arguments.get(-1, "manager") or UNKNOWN):
        held = call.interpreter.attributes.get(call.evaluator, call.atoms.class_(receiver.model), name, call.line)
        managers = [one for one in held if isinstance(one, Instance) and is_manager(call.interpreter, one)]
        others.extend(
            call.atoms.instance(
                one.cls, model=one.model, guessed=receiver.guessed, relation=receiver.relation, joins=receiver.joins
            )
            for one in managers
        )
    return join(others) or receiver.alone


class ManagerHook(Hook):
    """Managers: the model, related managers' own methods, and everything that the queryset knows."""

    base = MANAGER

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`manager.model`, and what a related manager does by itself."""
        del line
        if name == "model":
            return evaluator.atoms.class_(atom.model) if atom.model is not None else UNKNOWN
        if name == "through" and isinstance(atom.relation, Relation) and atom.relation.kind == "m2m":
            return evaluator.atoms.class_(models(evaluator.interpreter).through_class(atom.relation))
        if atom.relation is not None and name in RELATED:
            return evaluator.atoms.native(f"related.{name}", atom)
        if atom.relation is not None and name == GET:
            owner, _ = evaluator.interpreter.classes.lookup(atom.cls, GET)
            if owner is not None and not owner.library:
                return evaluator.atoms.native(START, atom)
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A queryset's method, asked of its manager."""
        return None if name.startswith("__") else asked_of_queryset(evaluator, atom, name, line)

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Manager()`: its model is known once a model class holds it."""
        del arguments, line
        return evaluator.atoms.instance(cls)

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """A manager as an attribute of a model's instance or class."""
        del name, line
        if held.model is None and models(evaluator.interpreter).is_model(holder.cls):
            return evaluator.atoms.instance(held.cls, model=holder.cls, guessed=holder.guessed)
        return None


def asked_of_queryset(evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value:
    """A queryset's method, asked of its manager."""
    start = evaluator.interpreter.attributes.get(evaluator, atom.alone, GET, line)
    queryset = evaluator.interpreter.calls.call(evaluator, start, NO_ARGUMENTS, line)
    rows_of = [one for one in queryset if isinstance(one, Instance) and one is not atom]
    if line and not evaluator.module.library and not any(one.model is not None for one in rows_of):
        plain = evaluator.interpreter.library_class(QUERYSET)
        if plain is not None and not name.startswith("_") and name in plain.bindings:
            evaluator.blind(line, NO_MODEL)
    held: Value = frozenset(rows_of)
    if atom.relation is not None:
        held = join(_related(evaluator, one, atom) for one in rows_of)
    return evaluator.interpreter.attributes.get(evaluator, held, name, line) if held else UNKNOWN


def _related(evaluator: Evaluator, one: Instance, manager: Instance) -> Value:
    """The rows of a related manager, also where a manager of the project makes the queryset afresh."""
    joins = one.joins | manager.joins
    return evaluator.atoms.instance(
        one.cls, model=one.model, guessed=one.guessed, relation=manager.relation, rows=one.rows, joins=joins
    )


HOOKS: Final = (ManagerHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{QUERYSET}.as_manager": queryset_as_manager,
    f"{MANAGER}.get_queryset": manager_queryset,
    f"{MANAGER}.from_queryset": manager_from_queryset,
    f"{MANAGER}.__call__": manager_called,
    START: related_queryset,
}

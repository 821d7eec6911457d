"""Which classes are models, querysets and managers although their base is not read?  What is done with them tells.

`class Order(BaseModel): customer = models.ForeignKey(...)` is a model, whichever package `BaseModel` comes from: fields
do nothing anywhere else (but for the `output_field` of expressions), nor do the options of its `Meta` that only models
have (`swappable`). What classes below one say of themselves holds for an abstract one, too, which may have nothing but
methods: `class Syncable(BaseModel): class Meta: abstract = True`. What stands among the models of an application and
extends those of a package is one, too: `class Domain(DomainMixin): pass`. A mixin may bring fields for the models that
it is mixed into; it is none itself. A class of which managers are made (`Manager.from_queryset(Orders)`,
`Orders.as_manager()`), or that a manager hands out, is one of querysets, and one that a model calls for its `objects`
is one of managers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom
from boundary.link.frameworks.django.managers import PLAIN_MANAGER, QUERYSET
from boundary.link.frameworks.django.models import FIELD, FOUND, MANAGER, MODEL
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CLASS, FUNCTION, NAME, RETURN
from boundary.link.syntax.scopes import bindings_of, flat
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.scopes import Binding

OPTIONS: Final = frozenset(
    {
        *("constraints", "db_table", "db_tablespace", "default_permissions", "default_related_name", "index_together"),
        *("managed", "order_with_respect_to", "proxy", "swappable", "unique_together", "verbose_name_plural"),
    }
)
"""What the `Meta` of nothing but a model says."""
ABSTRACT: Final = frozenset({"abstract"})
MIXIN: Final = "Mixin"
"""What the names of classes end in that are mixed into models and are none."""
ASKED: Final = "get_queryset"
OBJECTS: Final = "objects"
"""What the name ends in by which a model has a manager."""
MANAGERS: Final = "Manager"
"""What the names of other managers end in."""
MODELS: Final = ".models."
"""What stands in the name of all that an application has among its models."""
DJANGO: Final = "django."
"""Of its own models all are known: what else stands there is none."""
NO_MODELS: Final = (
    *("Choices", "Enum", "Error", "Exception", "Expression", "Field", "Form", "Func", "Index", "Lookup", "Manager"),
    *("Meta", "Query", "QuerySet", "Serializer", "Transform"),
)
"""What the names of other classes end in that packages have among their models."""
MAKING: Final = frozenset({"as_manager", "from_queryset"})
OUTPUT: Final = "output_field"
"""What functions of the database, lookups and transforms call the field that they give."""


def start(interpreter: Interpreter) -> None:
    """Give such classes Django's as one more base, before anything asks which models there are."""
    _give_bases(interpreter)
    interpreter.frameworks.state[FOUND] = True


def _give_bases(interpreter: Interpreter) -> None:
    model = interpreter.library_class(MODEL)
    if model is None:
        return
    classes = interpreter.classes
    unread = [one for one in interpreter.program.classes if not one.library and _is_unread(one)]
    for cls in unread:
        is_model = not cls.name.endswith(MIXIN) and (_tells(interpreter, cls) or _is_among_models(cls))
        if is_model and not classes.is_subclass(cls, MODEL):
            classes.add_base(cls, model)
    for cls in unread:
        for one in list(classes.below(cls)):
            if not one.name.endswith(MIXIN) and not classes.is_subclass(one, MODEL) and _tells(interpreter, one):
                classes.add_base(cls if has_options(cls, ABSTRACT) else one, model)
    if unread:
        _find_rows(interpreter)


def _tells(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether what stands in the body of a class is only ever said by models."""
    return has_options(cls, OPTIONS) or _has_fields(interpreter, cls)


def _is_among_models(cls: ClassInfo) -> bool:
    """Whether a class that nothing extends stands among models and extends those of a package, whatever it says."""
    if cls.subclasses or cls.outer is not None or not _is_of_models(f"{cls.module.name}."):
        return False
    return all(isinstance(base, str) and _is_of_models(base) for base in cls.bases or ())


def _is_of_models(dotted: str) -> bool:
    return MODELS in dotted and not dotted.startswith((MODELS, DJANGO)) and not dotted.endswith(NO_MODELS)


def _is_unread(cls: ClassInfo) -> bool:
    """Whether a class extends one that is not read."""
    return any(isinstance(base, str) for base in cls.bases or ())


def has_options(cls: ClassInfo, options: frozenset[str]) -> bool:
    """Whether the `Meta` in the body of a class says one of these."""
    said = [one.statement.body for one in cls.bindings.get("Meta", ()) if type(one.statement) is CLASS]
    return any(not options.isdisjoint(bindings_of(body)[0]) for body in said)


def _has_fields(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a field of Django's models is made in the body of a class."""
    evaluator = interpreter.class_evaluator(cls)
    for name, bindings in cls.bindings.items():
        for made in _calls(bindings) if name != OUTPUT else ():
            if any(interpreter.classes.is_subclass(one, FIELD) for one in _classes(evaluator, made.function)):
                return True
    return False


def _find_rows(interpreter: Interpreter) -> None:
    """Find the querysets and managers by what models, and managers that extend others, are made of or hand out."""
    _find_made(interpreter)
    managers = [one for one in interpreter.program.classes if not one.library and ASKED in one.bindings]
    for cls in [one for one in managers if interpreter.classes.is_subclass(one, MANAGER)]:
        outside = interpreter.module_evaluator(cls.module)
        for made in _handed_out(cls):
            for one in _classes(outside, made):
                _regard(interpreter, one, QUERYSET, QUERYSET)


def _find_made(interpreter: Interpreter) -> None:
    for cls in [one for one in interpreter.program.classes if not one.library]:
        if cls.node is not None and any(type(base) is CALL for base in cls.node.bases):
            outside = interpreter.module_evaluator(cls.module)
            for base in cls.node.bases:
                if type(base) is CALL:
                    _manager_made(interpreter, outside, base)
        if interpreter.classes.is_subclass(cls, MODEL):
            _find_managers(interpreter, cls)


def _find_managers(interpreter: Interpreter, model: ClassInfo) -> None:
    """The managers that the body of a model makes: of whatever class for its `objects`, else of one called so."""
    evaluator = interpreter.class_evaluator(model)
    for name, bindings in model.bindings.items():
        named = name.endswith(OBJECTS)
        for made in _calls(bindings):
            if named or _is_made(made):
                _manager_made(interpreter, evaluator, made)
            for one in _classes(evaluator, made.function):
                if named or _extends_manager(interpreter, one):
                    _regard(interpreter, one, MANAGER, PLAIN_MANAGER)


def _is_made(made: code.Call) -> bool:
    """`Manager.from_queryset(Orders)()`, `Orders.as_manager()`."""
    while type(made.function) is CALL:
        made = made.function
    return type(made.function) is ATTRIBUTE and made.function.name in MAKING


def _extends_manager(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of the project extends, at any distance, something of this name that is not read."""
    if cls.library:
        return False
    bases = (base for one in interpreter.classes.mro(cls) for base in one.bases or ())
    return any(isinstance(base, str) and base.endswith(MANAGERS) for base in bases)


def _handed_out(cls: ClassInfo) -> Iterator[code.Expression]:
    """What a manager makes the querysets of that it hands out: `return Orders(self.model).filter(open=True)`.

    The method may have another name, too: `get_queryset = get_query_set`.
    """
    held = cls.bindings[ASKED]
    named = [one.statement.value for one in held if type(one.statement) is ASSIGN]
    for binding in [*held, *(other for one in named if type(one) is NAME for other in cls.bindings.get(one.id, ()))]:
        body = binding.statement.body if type(binding.statement) is FUNCTION else ()
        for statement in flat(body):
            made = statement.value if type(statement) is RETURN else None
            while type(made) is CALL and type(made.function) is ATTRIBUTE and type(made.function.value) is CALL:
                made = made.function.value
            if type(made) is CALL:
                yield made.function


def _manager_made(interpreter: Interpreter, evaluator: Evaluator, made: code.Call) -> None:
    """`Manager.from_queryset(Orders)`, also called at once, and `Orders.as_manager()`: of what they are made."""
    while type(made.function) is CALL:
        made = made.function
    if type(made.function) is ATTRIBUTE:
        of = made.function.value if made.function.name == "as_manager" else None
        if made.function.name == "from_queryset" and made.arguments:
            of = made.arguments[0]
        for one in _classes(evaluator, of) if of is not None else ():
            _regard(interpreter, one, QUERYSET, QUERYSET)


def _regard(interpreter: Interpreter, cls: ClassInfo, kind: str, base: str) -> None:
    """A class of the project is one of a kind, if it is not known to be and what it extends is not read."""
    classes, own = interpreter.classes, interpreter.library_class(base)
    if own is None or cls.library or classes.is_subclass(cls, kind) or classes.is_subclass(cls, FIELD):
        return
    if any(_is_unread(one) for one in classes.mro(cls)):
        classes.add_base(cls, own)


def _calls(bindings: list[Binding]) -> Iterator[code.Call]:
    """The calls of named functions and classes whose results a body binds."""
    for binding in bindings:
        statement = binding.statement
        made = statement.value if type(statement) is ASSIGN else None
        if type(made) is CALL:
            yield made


def _classes(evaluator: Evaluator, node: code.Expression) -> Iterator[ClassInfo]:
    """The classes that a name stands for."""
    if isinstance(node, (code.Name, code.Attribute)):
        for atom in evaluator.evaluate(node):
            if isinstance(atom, ClassAtom):
                yield atom.cls

"""What do the words mean that only skeletons use?  `__members__`, `__instance__`, `__follow__` and their kin.

See `../library/README.md` for what each says in a skeleton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.telling import telling
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, Wrapped
from boundary.link.frameworks.django.contributed import MAKING, make, takes_part
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import read
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL, FUNCTION
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.syntax.scopes import Binding


def argument(call: NativeCall, position: int) -> Value:
    """A positional argument; nothing where it is not given."""
    return call.arguments.get(position, "") or BOTTOM


def classes_in(value: Value) -> list[ClassInfo]:
    """The classes that a value names, or of which it holds instances."""
    return [atom.cls for atom in value if isinstance(atom, (ClassAtom, Instance))]


# --- objects -------------------------------------------------------------------------------------------


def existing(call: NativeCall) -> Value:
    """`__instance__(cls)`: an object that is there already; nothing is constructed."""
    classes = [atom.cls for atom in argument(call, 0) if isinstance(atom, ClassAtom)]
    return join(call.interpreter.frameworks.annotated(call.evaluator, cls) for cls in classes) or UNKNOWN


def members_of(call: NativeCall) -> Value:
    """`__members__(self, Kind)`: the class attributes that are instances of `Kind`, by name, inherited ones too."""
    found: dict[str, Value] = {}
    for owner in classes_in(argument(call, 0)):
        found |= members_in(call.interpreter, owner, classes_in(argument(call, 1)))
    return containers.make_dict(
        call.evaluator, [(call.atoms.constant(name), value) for name, value in found.items()], UNKNOWN
    )


def members_in(interpreter: Interpreter, owner: ClassInfo, kinds: list[ClassInfo]) -> dict[str, Value]:
    """The attributes of a class that are instances of some classes, by name."""
    classes = interpreter.classes
    found: dict[str, Value] = {}
    for cls in reversed(classes.mro(owner)):
        for name in [*cls.bindings, *cls.made]:
            if name.startswith("__") or name == "Meta":
                continue
            held = frozenset(
                atom
                for atom in classes.own(cls, name)
                if isinstance(atom, Instance) and any(classes.derives(atom.cls, kind) for kind in kinds)
            )
            if held:
                found[name] = held
            else:
                found.pop(name, None)
    return found


def call_members(call: NativeCall) -> Value:
    """`__call_members__(fields, "method", ...)`: the method of each, with its name before the arguments, by name."""
    made: list[tuple[Value, Value]] = []
    others = call.arguments.positional[2:]
    for method in strings(argument(call, 1)):
        for name, held in (containers.pairs(argument(call, 0)) or {}).items():
            key = call.atoms.constant(name)
            called = call.interpreter.attributes.get(call.evaluator, held, method, call.line)
            given = Arguments((key, *others))
            made.append((key, call.interpreter.calls.call(call.evaluator, called, given, call.line)))
    return containers.make_dict(call.evaluator, made, UNKNOWN)


def call_named(call: NativeCall) -> Value:
    """`__call_named__(texts, otherwise, **keywords)`: each of the functions that dotted texts name, in their order."""
    told = [one for atom in argument(call, 0) for one in containers.members(atom.alone) or ()]
    texts = told or [one for atom in argument(call, 1) for one in containers.members(atom.alone) or ()]
    given = Arguments((), call.arguments.keywords)
    found: list[Value] = []
    for dotted in [text for one in texts for text in strings(one)]:
        function = call.interpreter.names.at(dotted)
        called = UNKNOWN if function is None else function
        found.append(call.interpreter.calls.call(call.evaluator, called, given, call.line))
    return join(found) or UNKNOWN


def followed(call: NativeCall) -> Value:
    """`__follow__(row, "order.customer")`: what attributes lead to, one after the other."""
    found: list[Value] = []
    for path in strings(argument(call, 1)):
        value = argument(call, 0)
        for name in path.split("."):
            value = call.interpreter.attributes.get(call.evaluator, value, name, call.line)
        found.append(value)
    return join(found) or UNKNOWN


class Distinct(Hook):
    """Objects made from different arguments are kept apart, attributes and all.

    What such an object is given in its constructor would otherwise be joined over the whole program.
    """

    def __init__(self, base: str) -> None:
        self.base = base

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`ModelChoiceField(queryset)`: one object for each way in which it is made."""
        value = evaluator.atoms.instance(cls, site=self.site(evaluator, arguments, line))
        cls.data["instantiated"] = True
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def site(self, evaluator: Evaluator, arguments: Arguments, line: int) -> Hashable:
        """What tells an object from others of its class."""
        del line
        atoms = evaluator.atoms
        placed = tuple([telling(one, atoms) for one in arguments.positional])
        named = tuple([(name, telling(one, atoms)) for name, one in sorted(arguments.keywords.items())])
        return ("made", placed, named, telling(arguments.rest, atoms), telling(arguments.others, atoms))

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """What was stored in this very object, or in the one of which it is a copy."""
        del line
        found = evaluator.interpreter.read(("own attribute", atom, name), evaluator.context)
        if not found and isinstance(atom.site, tuple) and atom.site[0] == "widget":
            found = evaluator.interpreter.read(("own attribute", atom.site[2], name), evaluator.context)
        return found or None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """Store in this very object, unless a property takes the value."""
        del line
        _, held = evaluator.interpreter.classes.lookup(atom.cls, name)
        if atom.site is None or any(isinstance(one, Wrapped) and one.kind == "property" for one in held):
            return False
        evaluator.interpreter.write(("own attribute", atom, name), value or UNKNOWN)
        return True


class Setter(Hook):
    """Objects that send what is assigned to their attributes somewhere else."""

    def __init__(self, base: str) -> None:
        self.base = base

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`event.settings.name = value` runs `__setattr__`."""
        arguments = Arguments((evaluator.atoms.constant(name), value))
        evaluator.interpreter.objects.method(evaluator, atom.alone, "__setattr__", line, arguments)
        return True


def makes_many(arguments: Arguments) -> bool:
    """Whether something for several is asked for: `many=True`."""
    return truth(arguments.keywords.get("many", BOTTOM)) is True


class Many(Hook):
    """Classes of which `many=True` makes something else: a serializer of a list, a field of several."""

    def __init__(self, base: str) -> None:
        self.base = base

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Serializer(orders, many=True)` is what `many_init` makes."""
        if not makes_many(arguments):
            return None
        keywords = {name: value for name, value in arguments.keywords.items() if name != "many"}
        given = Arguments(arguments.positional, keywords, arguments.rest, arguments.others)
        holder = evaluator.atoms.class_(cls)
        make = evaluator.interpreter.attributes.get(evaluator, holder, "many_init", line)
        return evaluator.interpreter.calls.call(evaluator, make, given, line)


class MetaOptions(Hook):
    """GraphQL types and resources of imports, which keep what their `Meta` says in `_meta`."""

    def __init__(self, base: str) -> None:
        self.base = base

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self._meta`."""
        del line
        return evaluator.interpreter.classes.lookup(atom.cls, "Meta")[1] or None if name == "_meta" else None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`cls._meta`."""
        del line
        return evaluator.interpreter.classes.lookup(atom.cls, "Meta")[1] or None if name == "_meta" else None


# --- methods -------------------------------------------------------------------------------------------


def decorated_names(interpreter: Interpreter, cls: ClassInfo, wanted: set[FunctionInfo]) -> list[str]:
    """The names of a class's methods, inherited ones too, that carry one of the decorators."""
    found: dict[str, None] = {}
    for owner in interpreter.classes.mro(cls):
        evaluator = interpreter.class_evaluator(owner)
        for name, bindings in owner.bindings.items():
            for decorator in decorators_of(bindings):
                applied = evaluator.evaluate(decorator)
                if any(isinstance(one, Function) and one.function in wanted for one in applied):
                    found[name] = None
    return list(found)


def decorators_of(bindings: list[Binding]) -> list[code.Expression]:
    """The decorators of a method, without the arguments that they are called with."""
    found: list[code.Expression] = []
    for binding in bindings:
        if type(binding.statement) is FUNCTION:
            for decorator in binding.statement.decorators:
                bare = decorator.function if type(decorator) is CALL else decorator
                if isinstance(bare, (code.Name, code.Attribute)):
                    found.append(bare)
    return found


def defer(call: NativeCall) -> Value:
    """`__defer__(function)`: it runs later, outside the transaction."""
    call.interpreter.calls.deferred(call.evaluator, argument(call, 0), NO_ARGUMENTS, call.line)
    return call.atoms.none


# --- models --------------------------------------------------------------------------------------------


def table_beside(call: NativeCall) -> Value:
    """`__table_beside__(cls, name)`: the table of a model called `name` in the application of `cls`, or so called."""
    found: list[Value] = []
    for app in strings(argument(call, 0)):
        label = models(call.interpreter).apps.label_of(f"{app}.models")
        found.extend(call.atoms.constant(f"{label}_{name}".lower()) for name in strings(argument(call, 1)))
    for cls in classes_in(argument(call, 0)):
        known = models(call.interpreter).by_class.get(cls)
        label = known.label if known else models(call.interpreter).apps.label_of(cls.module.name)
        found.extend(call.atoms.constant(f"{label}_{name}".lower()) for name in strings(argument(call, 1)))
    return join(found) or UNKNOWN


def pointing(*actions: str) -> Handler:
    """`__cascading__(row)`, `__cleared__(row)`: looks up the rows that a delete of this one would delete, or change."""

    def handler(call: NativeCall) -> Value:
        index = models(call.interpreter)
        found: dict[ClassInfo, Value] = {}
        for cls in classes_in(argument(call, 0)):
            known = index.by_class.get(cls)
            for relation in known.incoming if known is not None else ():
                source = relation.source
                if relation.kind != "m2m" and relation.spec.on_delete in actions and not source.abstract:
                    found[source.cls] = call.interpreter.frameworks.annotated(call.evaluator, source.cls)
                    read(call.evaluator, source, call.line, guessed=False)
        return containers.make(call.evaluator, "list", list(found.values()))

    return handler


def pointing_below(call: NativeCall) -> Value:
    """`__pointing_below__(rows, Base)`: the models below `Base` that point at a row, or at those of a queryset."""
    kinds, rows = classes_in(argument(call, 1)), argument(call, 0)
    queried = [atom.model for atom in rows if isinstance(atom, Instance) and atom.model is not None]
    found: dict[ClassInfo, Value] = {}
    for cls in (*queried, *classes_in(rows)):
        known = models(call.interpreter).by_class.get(cls)
        for relation in known.incoming if known is not None else ():
            source = relation.source
            if relation.kind != "m2m" and any(call.interpreter.classes.derives(source.cls, kind) for kind in kinds):
                found[source.cls] = call.atoms.class_(source.cls)
    return join(found.values()) or call.atoms.none


def start(interpreter: Interpreter) -> None:
    """Objects in the bodies of models that take part in the making of the model: `history = HistoricalRecords()`."""
    for model in list(models(interpreter).by_class.values()):
        if model.abstract or model.cls.library:
            continue
        evaluator = interpreter.module_evaluator(model.cls.module)
        for name, contributor in contributors(interpreter, model.cls):
            make(evaluator, contributor, model.cls, interpreter.atoms.constant(name), model.cls.line)
    for cls in list(interpreter.program.classes):
        if cls.closure is not None:  # what they made points at others, whether its rows are ever written or not
            models(interpreter).add(cls)


def contributors(interpreter: Interpreter, cls: ClassInfo) -> list[tuple[str, Value]]:
    """The attributes of a model whose class takes part in its making, but for Django's and those below them."""
    found: list[tuple[str, Value]] = []
    for owner in interpreter.classes.mro(cls):
        for name in owner.bindings if not owner.library else ():
            held = interpreter.classes.own(owner, name) if not name.startswith("__") else BOTTOM
            found.extend(
                (name, atom.alone)
                for atom in held
                if isinstance(atom, Instance) and _contributes(interpreter, atom.cls)
            )
    return found


def _contributes(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a library's class says how objects take part, perhaps behind the project's own, or that one alone."""
    if takes_part(interpreter, cls):
        return True
    definer, _ = interpreter.classes.lookup(cls, MAKING)
    if definer is not None and not definer.library:
        above = [one for one in interpreter.classes.mro(cls) if MAKING in one.bindings]
        definer = next((one for one in above if one.library), None)
    return definer is not None and not definer.dotted.startswith("django.")


DISTINCT: Final = (
    "coaster.sqlalchemy.registry.InstanceRegistry",
    "coaster.sqlalchemy.registry.Registry",
    "coaster.sqlalchemy.statemanager.StateManager",
    "coaster.sqlalchemy.statemanager.StateManagerInstance",
    "flask_appbuilder.models.sqla.interface.SQLAInterface",
    "gluon.html.FORM",
    "py4web.utils.grid.Column",
    "queryable_properties.properties.QueryableProperty",
    "rest_framework.serializers.BaseSerializer",
    "django.forms.models.ModelChoiceField",
    "django.forms.models.ModelChoiceIterator",
    "django.forms.widgets.Widget",
    "django.template.context.BaseContext",
    "django_filters.filters.QuerySetRequestMixin",
    "django_filters.filters.Filter",
    "django_filters.filterset.BaseFilterSet",
    "neutron_lib.callbacks.events.EventPayload",
    "paginate.Page",
    "stevedore.extension.Extension",
    "stevedore.extension.ExtensionManager",
    "viewflow.fsm.State",
    "wtforms.fields.Field",
    "straight.plugin.PluginManager",
    "flask_admin.contrib.sqla.view.ModelView",
    "rest_framework.relations.RelatedField",
    "django.core.paginator.BasePaginator",
    "django.core.paginator.Page",
    "django.db.models.fields.files.FieldFile",
    "django.db.models.fields.related_descriptors.ForwardManyToOneDescriptor",
    "django.db.models.fields.related_descriptors.ReverseOneToOneDescriptor",
    "taggit.managers.TaggableManager",
    "simple_history.models.HistoricalRecords",
    "marshmallow.fields.Field",
    "serpy.fields.Field",
    "django.core.cache.backends.db.BaseDatabaseCache",
    "flask_sqlalchemy.pagination.Pagination",
    "import_export.fields.Field",
    "import_export.widgets.Widget",
    "traitlets.TraitType",
    "fastapi_sqlalchemy.DBSession",
    "dependency_injector.providers.Provider",
    "dependency_injector.wiring.Marker",
    "trytond.model.dualmethod",
    "django_tasks.backends.base.BaseTaskBackend",
    "tastypie.authentication.BasicAuthentication",
    "tastypie.authentication.MultiAuthentication",
    "importlib.metadata.EntryPoint",
    "tastypie.bundle.Bundle",
    "tastypie.fields.ApiField",
    "tastypie.validation.FormValidation",
)
"""Classes of libraries that applications use as they are, each object with data of its own."""

SETTERS: Final = ("constance.base.Config", "hierarkey.proxy.HierarkeyProxy")

OPTIONS: Final = ("graphene.types.objecttype.BaseType", "import_export.resources.Resource")

MANY: Final = ("rest_framework.serializers.BaseSerializer", "rest_framework.relations.RelatedField")

HOOKS: Final = (
    *(Many(base) for base in MANY),
    *(Distinct(base) for base in DISTINCT),
    *(Setter(base) for base in SETTERS),
    *(MetaOptions(base) for base in OPTIONS),
)
NATIVES: Final = {
    "builtins.__instance__": existing,
    "builtins.__members__": members_of,
    "builtins.__call_members__": call_members,
    "builtins.__call_named__": call_named,
    "builtins.__follow__": followed,
    "builtins.__defer__": defer,
    "builtins.__table_beside__": table_beside,
    "builtins.__cascading__": pointing("CASCADE", "DB_CASCADE"),
    "builtins.__pointing_below__": pointing_below,
    "builtins.__cleared__": pointing("SET_NULL", "SET_DEFAULT", "SET()"),
}

"""Which objects of libraries are more than any of their class?  Those with data of their own, and what sends it on.

What a field is given in its constructor, say, is asked for by that very field; `many=True` makes something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import truth
from boundary.link.domain.telling import telling
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance, Wrapped
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator


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


DISTINCT: Final = (
    "aiodataloader.DataLoader",
    "click.ProgressBar",
    "strawberry.dataloader.DataLoader",
    "coaster.sqlalchemy.registry.InstanceRegistry",
    "coaster.sqlalchemy.registry.Registry",
    "coaster.sqlalchemy.statemanager.StateManager",
    "coaster.sqlalchemy.statemanager.StateManagerInstance",
    "django_elasticsearch_dsl.fields.DEDField",
    "django_elasticsearch_dsl.search.Search",
    "factory.base.FactoryOptions",
    "factory.base.Resolver",
    "factory.declarations.Declaration",
    "factory.declarations.PostGenerationDeclaration",
    "flask_appbuilder.models.sqla.interface.SQLAInterface",
    "gluon.html.FORM",
    "gridfs.GridFS",
    "haystack.fields.SearchField",
    "haystack.models.SearchResult",
    "haystack.query.SearchQuerySet",
    "py4web.utils.grid.Column",
    "promise.promise.Resolved",
    "queryable_properties.properties.QueryableProperty",
    "django.core.management.base.CommandParser",
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
    "tqdm.std.tqdm",
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

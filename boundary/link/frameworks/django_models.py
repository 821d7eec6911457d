"""Which tables do Django's models have?  Names, parents, fields, relations both ways, and what a delete takes along."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django_labels import left_out
from boundary.link.frameworks.django_link_rows import add_ends
from boundary.link.frameworks.django_made_models import made_class
from boundary.link.frameworks.django_swappable import is_swapped_out
from boundary.link.symbols import ClassInfo  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Constant, External, Instance, strings
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.interpreter import Interpreter
    from boundary.link.values import Value
    from boundary.model.scan import Because, Operation

MODEL: Final = "django.db.models.base.Model"
FIELD: Final = "django.db.models.fields.Field"
FOREIGN_KEY: Final = "django.db.models.fields.related.ForeignKey"
ONE_TO_ONE: Final = "django.db.models.fields.related.OneToOneField"
MANY_TO_MANY: Final = "django.db.models.fields.related.ManyToManyField"
GENERIC_KEY: Final = "django.contrib.contenttypes.fields.GenericForeignKey"
GENERIC_RELATION: Final = "django.contrib.contenttypes.fields.GenericRelation"
MANAGER: Final = "django.db.models.manager.BaseManager"
APP_CONFIG: Final = "django.apps.AppConfig"
USUAL_APPS: Final = tuple(f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "sites", "admin"))


@dataclass(frozen=True, eq=False, slots=True)
class FieldSpec:
    """One field as it is written: its class and the arguments that matter."""

    kind: ClassInfo | None
    """None for the link to a parent, which nobody writes."""
    to: Value
    related_name: str | None
    related_query_name: str | None
    through: Value
    on_delete: str
    db_table: str | None
    nullable: bool
    file: str
    line: int
    module: str


@dataclass(eq=False, slots=True)
class Relation:
    """A field that points from `source` to `target`; `kind` is "fk", "o2o", "m2m" or "generic"."""

    kind: str
    source: ModelInfo
    name: str
    spec: FieldSpec
    target: ModelInfo
    through: ModelInfo | None = None
    through_table: str | None = None
    accessor: str | None = None
    made: ClassInfo | None = None
    """The class that Django makes for a link table without a model of its own."""

    @property
    def link_table(self) -> str | None:
        """The table that holds the pairs of a many-to-many relation."""
        return self.through.table if self.through else self.through_table


@dataclass(eq=False, slots=True)
class ModelInfo:
    """One concrete or abstract model."""

    cls: ClassInfo
    label: str
    table: str
    abstract: bool
    proxy: bool
    managed: bool
    database: str | None
    fields: dict[str, FieldSpec] = field(default_factory=dict)
    parents: list[ModelInfo] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)
    reverse: dict[str, Relation] = field(default_factory=dict)
    incoming: list[Relation] = field(default_factory=list)
    children: list[ModelInfo] = field(default_factory=list)

    @property
    def tables(self) -> list[str]:
        """The model's own table and those of the models that it extends (multi-table inheritance)."""
        found = [self.table]
        for parent in self.parents:
            found.extend(table for table in parent.tables if table not in found)
        return found

    def __repr__(self) -> str:
        return f"<model {self.cls.dotted} {self.table}>"


PARENT_LINK: Final = FieldSpec(
    kind=None,
    to=BOTTOM,
    related_name=None,
    related_query_name=None,
    through=BOTTOM,
    on_delete="CASCADE",
    db_table=None,
    nullable=False,
    file="",
    line=0,
    module="",
)
"""The field that Django adds to a child of multi-table inheritance."""


DELETIONS: Final = ("what deletes take along",)
"""What those who delete rows have read: another model may point at theirs."""


class Models:
    """All models of the program, with their relations."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._classes = interpreter.classes
        self.by_class: dict[ClassInfo, ModelInfo] = {}
        self.by_key: dict[str, ModelInfo] = {}
        self.by_name: dict[str, list[ModelInfo]] = {}
        self._labels: list[tuple[str, str]] = []
        self._installed: list[str] = []
        self._deletes: dict[tuple[ModelInfo, bool], Deletion] = {}
        self._orderings: dict[ModelInfo, frozenset[str]] = {}
        self._names: dict[FieldSpec, dict[str, None]] | None = None
        self.built = False

    # --- building ---------------------------------------------------------------------------------

    def build(self) -> None:
        """Find all models, then their relations."""
        classes = [cls for cls in list(self._interpreter.program.classes) if self.is_model(cls)]
        self._installed = self._installed_apps()
        # an app inside another app's package has a label of its own, with or without an `AppConfig`
        labels = {
            name: name.rpartition(".")[2] for name in self._installed if name in self._interpreter.program.modules
        }
        labels.update(self._app_labels())
        self._labels = sorted(labels.items(), key=lambda one: -len(one[0]))
        for cls in classes:
            self.add(cls)
        for model in list(self.by_class.values()):
            self._relate(model)
        self.built = True

    def is_model(self, cls: ClassInfo) -> bool:
        """Whether a class is a Django model."""
        return cls.dotted != MODEL and self._classes.is_subclass(cls, MODEL)

    def add(self, cls: ClassInfo) -> ModelInfo | None:
        """The model behind a class, made where it is new; None for what is no model that can have a table."""
        known = self.by_class.get(cls)
        if known is not None or not self.is_model(cls):
            return known
        label = self._meta_text(cls, "app_label") or self.label_of(cls.module.name)
        abstract = self._meta_true(cls, "abstract")
        made = cls.closure is not None  # by a library, for a class of the project
        if cls.library and not made and not abstract and not self._is_installed(cls.module.name):
            return None
        proxy = self._meta_true(cls, "proxy")
        table = self._meta_text(cls, "db_table", inherited=True) or f"{label}_{cls.name.lower()}"
        model = ModelInfo(cls, label, table, abstract=abstract, proxy=proxy, managed=True, database="default")
        self.by_class[cls] = model
        for base in self._classes.mro(cls)[1:]:
            parent = self.add(base) if self.is_model(base) else None
            if parent is not None and not parent.abstract and parent not in model.parents:
                model.parents.append(parent)
        if proxy and model.parents:
            model.table = model.parents[0].table
        model.parents = self._direct(model.parents)
        if not abstract:
            self._register(model)
        if self.built:  # a model made in a function, met while the program is evaluated
            self._relate(model)
            self._deletes.clear()
            self._interpreter.changed(DELETIONS)
            if cls.library and not made:
                self._add_beside(cls)
        return model

    def _register(self, model: ModelInfo) -> None:
        """A concrete model is known by its names, and to the models that it extends."""
        name = model.cls.name.lower()
        if not model.proxy:
            for parent in model.parents:
                parent.children.append(model)
                link = Relation("o2o", model, f"{parent.cls.name.lower()}_ptr", PARENT_LINK, parent)
                parent.reverse.setdefault(name, link)
        self.by_key[f"{model.label}.{model.cls.name}".lower()] = model
        self.by_name.setdefault(name, []).append(model)

    def _add_beside(self, cls: ClassInfo) -> None:
        """A library whose models the code touches is installed, whole: its other models point at this one."""
        for binding in cls.module.bindings:
            for atom in self._interpreter.names.value(cls.module, binding):
                if isinstance(atom, ClassAtom) and atom.cls.module is cls.module:
                    self.add(atom.cls)

    @staticmethod
    def _direct(parents: list[ModelInfo]) -> list[ModelInfo]:
        above = {one for parent in parents for one in parent.parents}
        return [parent for parent in parents if parent not in above]

    def _relate(self, model: ModelInfo) -> None:
        for base in reversed(self._classes.mro(model.cls)):
            inherited = self.by_class.get(base)
            if base is not model.cls and inherited is not None and not inherited.abstract:
                continue  # the parent's own table holds these
            for name in (*base.bindings, *base.made):
                spec = self.field_of(base, name)
                if spec is not None:
                    model.fields[name] = spec
        if model.abstract or (model.proxy and not model.fields):
            return
        for name, spec in model.fields.items():
            self._relation(model, name, spec)

    def field_of(self, cls: ClassInfo, name: str) -> FieldSpec | None:
        """The field that a class body binds to a name."""
        if name.startswith("__") or name == "Meta":
            return None
        for binding in cls.bindings.get(name, ()):
            if not isinstance(binding.statement, code.Assign):
                return None
        for atom in self._classes.own(cls, name):
            if isinstance(atom, Instance) and isinstance(atom.site, FieldSpec):
                return atom.site
        return None

    def _relation(self, model: ModelInfo, name: str, spec: FieldSpec) -> None:
        kind = self.relation_kind(spec)
        if kind is None:
            return
        target = self.resolve(spec.to, model) or self._own_target(model, name, spec)
        if target is None:
            return
        relation = Relation(kind, model, name, spec, target)
        if kind == "m2m":
            relation.through = self.resolve(spec.through, model)
            if relation.through is None:
                relation.through_table = spec.db_table or f"{model.table}_{name}"
        model.relations[name] = relation
        if kind == "generic" or self._is_swapped_out(model):
            return
        target.incoming.append(relation)
        named = spec.related_name or self._meta_text(model.cls, "default_related_name", inherited=True)
        accessor = self._accessor(model, named, kind)
        if accessor:
            relation.accessor = accessor
            target.reverse.setdefault(accessor, relation)
            query = spec.related_query_name or named or model.cls.name.lower()
            target.reverse.setdefault(self._filled(query, model), relation)

    def _is_swapped_out(self, model: ModelInfo) -> bool:
        """Whether a model has no table, so that no row of it points at any."""
        swappable = self._meta_text(model.cls, "swappable")
        return swappable is not None and is_swapped_out(self._interpreter, model, swappable)

    def _own_target(self, model: ModelInfo, name: str, spec: FieldSpec) -> ModelInfo | None:
        """The model that a field makes for itself where it names none."""
        made = made_class(self._classes, model, name, spec) if not spec.to else None
        if made is None:
            return None
        table = f"{model.label}_{made.name}".lower()
        target = ModelInfo(made, model.label, table, abstract=False, proxy=False, managed=True, database="default")
        self.by_class[made] = target
        self._register(target)
        return target

    def add_field(self, cls: ClassInfo, name: str, spec: FieldSpec) -> None:
        """A field that code adds to a model when it exists."""
        model = self.by_class.get(cls)
        if model is None or model.fields.get(name) is spec:
            return
        model.fields[name] = spec
        if not model.abstract:
            self._relation(model, name, spec)
            self._deletes.clear()
            self._interpreter.changed(DELETIONS)

    def names_of(self, spec: FieldSpec) -> list[str]:
        """The names by which models know a field, one for nearly all of them."""
        if not self.built:
            return []
        if self._names is None:
            self._names = {}
            for model in self.by_class.values():
                for name, one in model.fields.items():
                    self._names.setdefault(one, {})[name] = None
        return list(self._names.get(spec, ()))

    def relation_kind(self, spec: FieldSpec) -> str | None:
        """Which kind of relation a field is, None for a plain column."""
        for dotted, kind in (
            (ONE_TO_ONE, "o2o"),
            (FOREIGN_KEY, "fk"),
            (MANY_TO_MANY, "m2m"),
            (GENERIC_RELATION, "generic"),
        ):
            if spec.kind is not None and self._classes.is_subclass(spec.kind, dotted):
                return kind
        return None

    def _accessor(self, model: ModelInfo, named: str | None, kind: str) -> str | None:
        if named:
            return None if named.endswith("+") else self._filled(named, model)
        return model.cls.name.lower() if kind == "o2o" else f"{model.cls.name.lower()}_set"

    @staticmethod
    def _filled(name: str, model: ModelInfo) -> str:
        for hole in ("%(class)s", "%(model_name)s"):
            name = name.replace(hole, model.cls.name.lower())
        return name.replace("%(app_label)s", model.label.lower())

    def through_class(self, relation: Relation) -> ClassInfo:
        """The model of a many-to-many relation's link table, made where the project does not define it."""
        if relation.through is not None:
            return relation.through.cls
        if relation.made is None:
            from boundary.link.symbols import ClassInfo as Made  # noqa: PLC0415 - the class itself, not a hint

            source = relation.source.cls
            name = f"{source.name}_{relation.name}"
            relation.made = Made(name, name, source.module, None)
            base = self._interpreter.library_class(MODEL)
            relation.made.bases = [base] if base is not None else []
            table = relation.through_table or name.lower()
            pairs = self.by_class[relation.made] = ModelInfo(
                relation.made,
                relation.source.label,
                table,
                abstract=False,
                proxy=False,
                managed=True,
                database="default",
            )
            if (key := self._interpreter.library_class(FOREIGN_KEY)) is not None:
                add_ends(self._interpreter, key, pairs, relation)
        return relation.made

    # --- names ------------------------------------------------------------------------------------

    def resolve(self, to: Value, source: ModelInfo | None) -> ModelInfo | None:
        """The model that a relation's first argument names: a class, "self", "Model" or "app.Model"."""
        for atom in to:
            if isinstance(atom, ClassAtom):
                model = self.add(atom.cls)
                return self._concrete(model) if model else None
            if isinstance(atom, Constant) and isinstance(atom.value, str):
                return self.named(atom.value, source)
            if isinstance(atom, External):
                found = self.by_name.get(atom.dotted.rpartition(".")[2].lower(), [])
                if len(found) == 1:
                    return found[0]
        return None

    def _concrete(self, model: ModelInfo) -> ModelInfo:
        """An abstract model stands for the one concrete model made of it, where there is one."""
        if model.abstract:
            below = [self.by_class[cls] for cls in self._classes.below(model.cls) if cls in self.by_class]
            concrete = [one for one in below if not one.abstract]
            if len(concrete) == 1:
                return concrete[0]
        return model

    def named(self, name: str, source: ModelInfo | None = None) -> ModelInfo | None:
        """The model called "app.Model", or "Model" in the app of `source`."""
        if name == "self":
            return source
        app, _, bare = name.rpartition(".")
        if app:
            found = self.by_key.get(f"{app.rpartition('.')[2]}.{bare}".lower()) or self.by_key.get(name.lower())
            if found is not None:
                return found
        elif source is not None:
            found = self.by_key.get(f"{source.label}.{bare}".lower())
            if found is not None:
                return found
            for one in self.by_name.get(bare.lower(), ()):
                if one.cls.module is source.cls.module:
                    return one
        named = self.by_name.get(bare.lower(), [])
        return named[0] if len(named) == 1 else None

    def label_of(self, module: str) -> str:
        """The app label of a module: its `AppConfig`'s, else the name of the package that holds its models."""
        parts = module.split(".")
        for name, label in self._labels:
            if module == name or module.startswith(f"{name}."):
                return left_out(self._interpreter, name, module) or label
        for index, part in enumerate(parts):
            if part in {"models", "abstract_models"} and index:
                return parts[index - 1]
        return parts[-2] if len(parts) > 1 else parts[0]

    def _app_labels(self) -> Iterator[tuple[str, str]]:
        for cls in list(self._interpreter.program.classes):
            if cls.dotted != APP_CONFIG and self._classes.is_subclass(cls, APP_CONFIG):
                names = strings(self._classes.lookup(cls, "name")[1])
                labels = strings(self._classes.lookup(cls, "label")[1])
                if names:
                    yield names[0], labels[0] if labels else names[0].rpartition(".")[2]

    def _installed_apps(self) -> list[str]:
        from boundary.link import containers  # noqa: PLC0415 - only here
        from boundary.link.frameworks.django_settings import setting  # noqa: PLC0415 - a sibling

        found: list[str] = []
        for atom in setting(self._interpreter, "INSTALLED_APPS"):
            held = atom.alone
            members = containers.members(held)
            parts = members if members is not None else [getattr(atom, "element", BOTTOM)]
            found.extend(text for part in parts for text in strings(part))
        return [*found, *self._configured(found)]

    def _configured(self, installed: list[str]) -> list[str]:
        """The apps behind those that are installed by a class of the project's own (`shop.apps.OwnAdminConfig`)."""
        wanted = set(installed)
        by_name = {cls.dotted: cls for cls in self._interpreter.program.classes if cls.dotted in wanted}
        found: list[str] = []
        for cls in by_name.values():
            found.extend(strings(self._classes.lookup(cls, "name")[1]))
        return found

    def _is_installed(self, module: str) -> bool:
        """Whether a library's models have tables here: its app is installed, or nothing is known of the apps."""
        if self.built:  # what the code touches is there, whatever the settings that were found say
            return True
        if not self._installed:
            return module.startswith(USUAL_APPS)
        return any(module == app or module.startswith((f"{app}.", app.rpartition(".apps.")[0] or "\0"))
                   for app in self._installed)  # fmt: skip

    # --- Meta -------------------------------------------------------------------------------------

    def meta(self, cls: ClassInfo) -> ClassInfo | None:
        """The `Meta` class in a model's own body."""
        for atom in self._classes.own(cls, "Meta"):
            if isinstance(atom, ClassAtom):
                return atom.cls
        return None

    def option(self, cls: ClassInfo, name: str) -> Value:
        """An option of a model's `Meta`, or of that of an abstract model above it."""
        return self._meta_value(cls, name, inherited=True)

    def _meta_value(self, cls: ClassInfo, name: str, *, inherited: bool) -> Value:
        for one in self._classes.mro(cls):
            if one is not cls and one in self.by_class and not self.by_class[one].abstract:
                return BOTTOM  # only abstract models hand their Meta down
            meta = self.meta(one)
            if meta is not None:
                if name == "abstract":
                    return self._classes.own(meta, name)
                return self._classes.lookup(meta, name)[1]
            if not inherited:
                return BOTTOM
        return BOTTOM

    def _meta_text(self, cls: ClassInfo, name: str, *, inherited: bool = False) -> str | None:
        found = strings(self._meta_value(cls, name, inherited=inherited))
        return found[0].strip('"') if found else None

    def _meta_true(self, cls: ClassInfo, name: str) -> bool:
        value = self._meta_value(cls, name, inherited=False)
        return any(isinstance(atom, Constant) and atom.value is True for atom in value)

    def ordering(self, model: ModelInfo) -> frozenset[str]:
        """The tables that are joined when rows come in the order of `Meta.ordering`, the order of related rows too."""
        from boundary.link import containers  # noqa: PLC0415 - only here
        from boundary.link.frameworks.django_tables import followed, reached  # noqa: PLC0415 - a sibling

        if model not in self._orderings:
            self._orderings[model] = frozenset()  # an order that comes back to itself ends here
            found: set[str] = set()
            for atom in self._meta_value(model.cls, "ordering", inherited=True):
                for member in containers.members(atom.alone) or ():
                    for path in strings(member):
                        found |= followed(model, path)
                        end = reached(model, path)
                        found |= self.ordering(end) if end is not None else frozenset()
            self._orderings[model] = frozenset(found)
        return self._orderings[model]

    # --- what a delete takes along --------------------------------------------------------------------

    def deletion(self, model: ModelInfo, *, keep_parents: bool = False) -> Deletion:
        """Everything that deleting a row of a model does to other tables."""
        known = self._deletes.get((model, keep_parents))
        if known is None:
            known = self._deletes[model, keep_parents] = Deletion()
            self._collect(model, known, keep_parents=keep_parents)
        return known

    def _collect(self, start: ModelInfo, into: Deletion, *, keep_parents: bool) -> None:
        stack, seen = [start], {start}
        above: set[ModelInfo] = set()
        while stack:
            model = stack.pop()
            into.models.append(model)
            into.accesses.setdefault((model.table, "delete"), "inheritance" if model.table != start.table else None)
            related = [] if keep_parents and model is start else list(model.parents)
            above.update(related)
            if model not in above and not model.proxy:  # a row has one child: the one that is deleted with it
                related.extend(model.children)
            for one in related:
                if one not in seen:
                    seen.add(one)
                    stack.append(one)
            incoming = list(model.incoming)
            for relation in model.relations.values():
                if relation.kind == "m2m" and relation.through is None and relation.link_table:
                    into.accesses.setdefault((relation.link_table, "delete"), "cascade")
                elif relation.kind == "generic" and relation.target not in seen:
                    into.accesses.setdefault((relation.target.table, "read"), "cascade")
                    seen.add(relation.target)
                    stack.append(relation.target)
            for relation in incoming:
                self._follow(relation, into, seen, stack)

    @staticmethod
    def _follow(relation: Relation, into: Deletion, seen: set[ModelInfo], stack: list[ModelInfo]) -> None:
        source = relation.source
        if relation.kind == "m2m":
            if relation.through is None and relation.link_table:
                into.accesses.setdefault((relation.link_table, "delete"), "cascade")
            return
        action = relation.spec.on_delete.removeprefix("DB_")
        if action == "CASCADE":
            if source not in seen:
                seen.add(source)
                stack.append(source)
            into.accesses.setdefault((source.table, "read"), "cascade")
            into.accesses.setdefault((source.table, "delete"), "cascade")
        elif action in {"SET_NULL", "SET_DEFAULT", "SET()"}:
            into.accesses.setdefault((source.table, "read"), "cascade")
            into.accesses.setdefault((source.table, "update"), "cascade")
        elif action in {"PROTECT", "RESTRICT"}:
            into.accesses.setdefault((source.table, "read"), "cascade")


@dataclass(slots=True)
class Deletion:
    """The accesses that a delete makes, with their reasons, and the models whose signals fire."""

    accesses: dict[tuple[str, Operation], Because | None] = field(default_factory=dict)
    models: list[ModelInfo] = field(default_factory=list)


def models(interpreter: Interpreter) -> Models:
    """The models of the program under analysis."""
    held = interpreter.frameworks.state.get("models")
    if held is None:
        held = interpreter.frameworks.state["models"] = Models(interpreter)
        held.build()
    return held


__all__ = ["UNKNOWN", "FieldSpec", "ModelInfo", "Models", "Relation", "models"]

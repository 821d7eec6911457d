"""Which tables do Django's models have?  Names, parents, fields and relations both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, ClassAtom, Constant, External, Instance, by_age
from boundary.link.frameworks.django.app_labels import Apps
from boundary.link.frameworks.django.called_models import called_models
from boundary.link.frameworks.django.deletions import DELETIONS, Deletion, taken_along
from boundary.link.frameworks.django.installed_models import installed_classes
from boundary.link.frameworks.django.link_rows import add_ends
from boundary.link.frameworks.django.long_names import shortened
from boundary.link.frameworks.django.made_models import made_class
from boundary.link.frameworks.django.made_proxies import makes_proxy
from boundary.link.frameworks.django.migrated_tables import migrated_table
from boundary.link.frameworks.django.model_info import PARENT_LINK, FieldSpec, ModelInfo, Relation
from boundary.link.frameworks.django.options import Options
from boundary.link.frameworks.django.swappable import is_swapped_out
from boundary.link.frameworks.django.taken_models import taken_models
from boundary.link.frameworks.django.unread_targets import unread_class
from boundary.link.syntax.kinds import ASSIGN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

FOUND: Final = "it is known which classes are models"
MODEL: Final = "django.db.models.base.Model"
FIELD: Final = "django.db.models.fields.Field"
FOREIGN_KEY: Final = "django.db.models.fields.related.ForeignKey"
ONE_TO_ONE: Final = "django.db.models.fields.related.OneToOneField"
MANY_TO_MANY: Final = "django.db.models.fields.related.ManyToManyField"
GENERIC_KEY: Final = "django.contrib.contenttypes.fields.GenericForeignKey"
GENERIC_RELATION: Final = "django.contrib.contenttypes.fields.GenericRelation"
MANAGER: Final = "django.db.models.manager.BaseManager"


class Models:
    """All models of the program, with their relations."""

    def __init__(self, interpreter: Interpreter) -> None:
        self.interpreter = interpreter
        self._classes = interpreter.classes
        self.by_class: dict[ClassInfo, ModelInfo] = {}
        self.by_key: dict[str, ModelInfo] = {}
        self.by_name: dict[str, list[ModelInfo]] = {}
        self.options = Options(self._classes, self.by_class)
        self.apps = Apps(interpreter)
        self.unread: set[str] = set()
        """The tables of models that are not read, whose names are guesses."""
        self._deletes: dict[tuple[ModelInfo, bool], Deletion] = {}
        self._names: dict[FieldSpec, dict[str, None]] | None = None
        self._written: dict[ClassInfo, dict[str, FieldSpec]] = {}
        """The fields that class bodies write: those of abstract models are asked for by each model below them."""
        self.built = False

    # --- building ---------------------------------------------------------------------------------

    def build(self) -> None:
        """Find all models, then their relations."""
        classes = [cls for cls in list(self.interpreter.program.classes) if self.is_model(cls)]
        self.apps.find()
        for cls in classes:
            self.add(cls)
        for cls in installed_classes(self.interpreter):
            self.add(cls)
        for cls in taken_models(self.interpreter, self):
            self.add(cls, extended=True)
        for cls in called_models(self.interpreter, self):
            self.add(cls)
        for model in list(self.by_class.values()):
            self._relate(model)
        self.built = True

    def is_model(self, cls: ClassInfo) -> bool:
        """Whether a class is a Django model."""
        return cls.dotted != MODEL and self._classes.is_subclass(cls, MODEL)

    def add(self, cls: ClassInfo, *, extended: bool = False) -> ModelInfo | None:
        """The model behind a class, made where it is new; None for what is no model that can have a table.

        `extended`: a model of the project stands below it, or points at it, so that its app is installed.
        """
        known = self.by_class.get(cls)
        if known is not None or not self.is_model(cls):
            return known
        abstract = self.options.is_set(cls, "abstract")
        made = cls.closure is not None  # by a library, for a class of the project
        if cls.library and not made and not abstract and not (extended or self._has_table(cls.module.name)):
            return None
        # known first: only abstract ones hand their Meta down
        above = [self.add(base, extended=extended or not cls.library) for base in self._classes.mro(cls)[1:]]
        proxy = self.options.is_set(cls, "proxy")
        label = self.label_of(cls)
        table = self.options.text(cls, "db_table", inherited=True) or migrated_table(self.interpreter, cls, label)
        table = table or self._named(f"{label}_{cls.name.lower()}")
        model = ModelInfo(cls, label, table, abstract=abstract, proxy=proxy, managed=True, database="default")
        self.by_class[cls] = model
        for parent in above:
            if parent is not None and not parent.abstract and parent not in model.parents:
                model.parents.append(parent)
        if model.parents and (proxy or makes_proxy(self._classes, cls)):
            model.proxy, model.table = True, model.parents[0].table
        model.parents = self._direct(model.parents)
        if not abstract:
            self._register(model)
        if self.built:  # a model made in a function, met while the program is evaluated
            self._relate(model)
            self._deletes.clear()
            self.interpreter.changed(DELETIONS)
            if cls.library and not made:
                self._add_beside(cls)
        return model

    def label_of(self, cls: ClassInfo) -> str:
        """The application of a model: the one that it names, or the one that its module belongs to."""
        return self.options.text(cls, "app_label", inherited=True) or self.apps.label_of(cls.module.name)

    def _named(self, table: str) -> str:
        return shortened(self.interpreter, table)

    def _has_table(self, module: str) -> bool:
        """Whether a library's models have tables here: what the code touches does, whatever settings were found."""
        return self.built or self.apps.has(module)

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
            for atom in self.interpreter.names.value(cls.module, binding):
                if isinstance(atom, ClassAtom) and atom.cls.module is cls.module:
                    self.add(atom.cls)

    @staticmethod
    def _direct(parents: list[ModelInfo]) -> list[ModelInfo]:
        above = {one for parent in parents for one in parent.parents}
        return [parent for parent in parents if parent not in above]

    def _relate(self, model: ModelInfo) -> None:
        held = {base for parent in model.parents for base in self._classes.mro(parent.cls)}
        for base in reversed(self._classes.mro(model.cls)):
            if base in held:
                continue  # the parent's own table holds these, those of the abstract models above it, too
            model.fields.update(self._fields_in(base))
        if model.abstract or (model.proxy and not model.fields):
            return
        for name, spec in model.fields.items():
            self._relation(model, name, spec)

    def _fields_in(self, cls: ClassInfo) -> dict[str, FieldSpec]:
        """The fields of a class's own, by name: those of its body, and those that it was given."""
        held = self._written.get(cls)
        if held is None:
            held = self._written[cls] = self._specs(cls, cls.bindings)
        return {**held, **self._specs(cls, cls.made)} if cls.made else held

    def _specs(self, cls: ClassInfo, names: Iterable[str]) -> dict[str, FieldSpec]:
        found = {}
        for name in names:
            spec = self.field_of(cls, name)
            if spec is not None:
                found[name] = spec
        return found

    def field_of(self, cls: ClassInfo, name: str) -> FieldSpec | None:
        """The field that a class body binds to a name."""
        if name.startswith("__") or name == "Meta":
            return None
        for binding in cls.bindings.get(name, ()):
            if type(binding.statement) is not ASSIGN:
                return None
        for atom in self._classes.own(cls, name):
            if isinstance(atom, Instance) and isinstance(atom.site, FieldSpec):
                return atom.site
        return None

    def _relation(self, model: ModelInfo, name: str, spec: FieldSpec) -> None:
        kind = self.relation_kind(spec)
        if kind is None:
            return
        target = self.resolve(spec.to, model) or self._own_target(model, name, spec) or self._unread(model, kind, spec)
        if target is None:
            return
        relation = Relation(kind, model, name, spec, target)
        if kind == "m2m":
            relation.through = self.resolve(spec.through, model)
            if relation.through is None:
                relation.through_table = spec.db_table or self._named(f"{model.table}_{name}")
        model.relations[name] = relation
        if kind == "generic" and spec.related_query_name:  # without one, queries cannot come back by it
            target.reverse.setdefault(self._filled(spec.related_query_name, model), relation)
        if kind == "generic" or self._is_swapped_out(model):
            return
        end = self._stored_as(target)
        end.incoming.append(relation)
        named = spec.related_name or self.options.text(model.cls, "default_related_name", inherited=True)
        accessor = self._accessor(model, named, kind)
        if accessor:
            relation.accessor = accessor
            target.reverse.setdefault(accessor, relation)
            if kind != "m2m":
                end.reverse.setdefault(accessor, relation)
            query = spec.related_query_name or named or model.cls.name.lower()
            end.reverse.setdefault(self._filled(query, model), relation)

    @staticmethod
    def _stored_as(model: ModelInfo) -> ModelInfo:
        """The model whose rows a proxy gives: relations to the proxy are its own, too."""
        return next((one for one in model.lineage if not one.proxy), model)

    def _is_swapped_out(self, model: ModelInfo) -> bool:
        """Whether a model has no table, so that no row of it points at any."""
        swappable = self.options.text(model.cls, "swappable")
        return swappable is not None and is_swapped_out(self.interpreter, model, swappable)

    def _own_target(self, model: ModelInfo, name: str, spec: FieldSpec) -> ModelInfo | None:
        """The model that a field makes for itself where it names none."""
        made = made_class(self._classes, model, name, spec) if not spec.to else None
        if made is None:
            return None
        return self._made(made, model.label)

    def _unread(self, model: ModelInfo, kind: str, spec: FieldSpec) -> ModelInfo | None:
        """The model of a package that is not read, at which a field points."""
        made = unread_class(self, model, kind, spec.to)
        if made is None or made.node is not None:  # a library describes it
            return self._described(made) if made is not None else None
        target = self._made(made, made.module.name.removesuffix(".models").rpartition(".")[2])
        self.unread.add(target.table)
        return target

    def _described(self, cls: ClassInfo) -> ModelInfo | None:
        """A model that a library describes, which is installed since the project points at it."""
        is_new = cls not in self.by_class
        found = self.add(cls, extended=True)
        if found is not None and is_new and not self.built:
            self._relate(found)
        return found

    def _made(self, cls: ClassInfo, label: str) -> ModelInfo:
        """The model of a class that a rule made."""
        table = self._named(f"{label}_{cls.name}".lower())
        target = ModelInfo(cls, label, table, abstract=False, proxy=False, managed=True, database="default")
        self.by_class[cls] = target
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
            self.interpreter.changed(DELETIONS)

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
            from boundary.link.definitions.symbols import ClassInfo as Made  # noqa: PLC0415 - the class itself, not a hint

            source = relation.source.cls
            name = f"{source.name}_{relation.name}"
            relation.made = Made(name, name, source.module, None)
            base = self.interpreter.library_class(MODEL)
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
            if (key := self.interpreter.library_class(FOREIGN_KEY)) is not None:
                add_ends(self.interpreter, key, pairs, relation)
        return relation.made

    # --- names ------------------------------------------------------------------------------------

    def resolve(self, to: Value, source: ModelInfo | None) -> ModelInfo | None:
        """The model that a relation's first argument names: a class, "self", "Model" or "app.Model".

        Of several that a setting may name it is the last, which mostly stands where no condition is met.
        """
        for atom in reversed(by_age(to)):
            if isinstance(atom, ClassAtom):
                # What a model of the project points at is installed: Django says so before it does anything else.
                model = self.add(atom.cls, extended=source is not None and not source.cls.library)
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

    def deletion(self, model: ModelInfo, *, keep_parents: bool = False) -> Deletion:
        """Everything that deleting a row of a model does to other tables."""
        known = self._deletes.get((model, keep_parents))
        if known is None:
            known = self._deletes[model, keep_parents] = taken_along(model, keep_parents=keep_parents)
        return known


def models(interpreter: Interpreter) -> Models:
    """The models of the program under analysis."""
    held = interpreter.frameworks.state.get("models")
    if held is None:
        held = interpreter.frameworks.state["models"] = Models(interpreter)
        held.build()
    return held


__all__ = ["UNKNOWN", "FieldSpec", "ModelInfo", "Models", "Relation", "models"]

"""What do Django's models, managers and querysets do to tables?  Every reading and writing call of the ORM."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.frameworks.django_models import FIELD, MANAGER, MODEL, FieldSpec, Relation, models
from boundary.link.frameworks.django_signals import fire
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.values import BOTTOM, NO_JOINS, PRESENT, UNKNOWN, ClassAtom, Constant, External, Instance, Wrapped, join, strings, truth

if TYPE_CHECKING:
    from boundary.link.arguments import Arguments
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.django_models import ModelInfo
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value
    from boundary.model.scan import Because, Operation

LONGEST_PATH = 120
"""No lookup is so long; a text may be."""
QUERYSET = "django.db.models.query.QuerySet"
PLAIN_MANAGER = "django.db.models.manager.Manager"


# --- models, managers and querysets as values --------------------------------------------------------


def model_of(interpreter: Interpreter, cls: ClassInfo | None) -> ModelInfo | None:
    """The model behind a class."""
    return models(interpreter).add(cls) if cls is not None else None


def rows(call: NativeCall, *, guessed: bool | None = None, stored: bool = True) -> Value:
    """One row of the queryset that a native is bound to."""
    receiver = call.receiver
    if not isinstance(receiver, Instance) or receiver.model is None or receiver.rows != "instances":
        return UNKNOWN
    return call.atoms.instance(
        receiver.model, guessed=receiver.guessed if guessed is None else guessed, stored=stored
    )


def manager_for(
    evaluator: Evaluator,
    cls: ClassInfo,
    *,
    relation: object = None,
    guessed: bool = False,
    joins: frozenset[str] = NO_JOINS,
) -> Value:
    """The default manager of a model."""
    manager = default_manager(evaluator.interpreter, cls)
    if manager is None:
        return UNKNOWN
    return evaluator.atoms.instance(manager, model=cls, relation=relation, guessed=guessed, joins=joins)


def default_manager(interpreter: Interpreter, cls: ClassInfo) -> ClassInfo | None:
    """The class of a model's default manager: the first manager that the model or one of its bases names."""
    if "default manager" not in cls.data:
        held = (
            atom.cls
            for one in interpreter.classes.mro(cls)
            for name in one.bindings
            if not name.startswith("__") and name != "Meta"
            for atom in interpreter.classes.own(one, name)
            if isinstance(atom, Instance) and is_manager(interpreter, atom)
        )
        cls.data["default manager"] = next(held, None) or interpreter.library_class(PLAIN_MANAGER)
    return cls.data["default manager"]  # type: ignore[return-value]


def is_manager(interpreter: Interpreter, atom: object) -> bool:
    """Whether an atom is a manager."""
    return isinstance(atom, Instance) and interpreter.classes.is_subclass(atom.cls, MANAGER)


def queryset_of(evaluator: Evaluator, atom: Instance) -> Value:
    """The queryset that a manager starts from."""
    interpreter = evaluator.interpreter
    _, held = interpreter.classes.lookup(atom.cls, "_queryset_class")
    classes = [one.cls for one in held if isinstance(one, ClassAtom)]
    plain = interpreter.library_class(QUERYSET)
    return join(
        evaluator.atoms.instance(
            cls, model=atom.model, guessed=atom.guessed, relation=atom.relation, joins=atom.joins
        )
        for cls in classes or ([plain] if plain else [])
    )


# --- accesses ------------------------------------------------------------------------------------------


def read(evaluator: Evaluator, model: ModelInfo | None, line: int, *, guessed: bool, op: Operation = "read") -> None:
    """Rows of a model (and of the models that it extends) are read or locked."""
    if model is None or model.abstract:
        return
    for table in model.tables:
        evaluator.touch(table, op, line, confidence="guessed" if guessed else None)


def write(  # noqa: PLR0913 - one record, spelled out
    evaluator: Evaluator,
    model: ModelInfo | None,
    op: Operation,
    line: int,
    *,
    guessed: bool,
    because: Because | None = None,
) -> None:
    """Rows of a model are written; with multi-table inheritance its parents' tables, too."""
    if model is None or model.abstract:
        return
    confidence = "guessed" if guessed else None
    evaluator.touch(model.table, op, line, confidence=confidence, because=because)  # type: ignore[arg-type]
    for table in model.tables[1:]:
        evaluator.touch(table, op, line, confidence=confidence, because="inheritance")  # type: ignore[arg-type]


def followed(model: ModelInfo | None, path: str) -> set[str]:
    """The tables that `a__b__c` joins along the way."""
    found: set[str] = set()
    for name in path.lstrip("-").split("__"):
        if model is None:
            break
        relation = relation_of(model, name)
        if relation is None:
            break
        forward = name in model.relations or _inherited(model, name) is not None
        if relation.kind == "m2m" and relation.link_table:
            found.add(relation.link_table)
        model = relation.target if forward else relation.source
        found.update(model.tables)
    return found


def _inherited(model: ModelInfo, name: str) -> Relation | None:
    for parent in model.parents:
        found = parent.relations.get(name) or _inherited(parent, name)
        if found is not None:
            return found
    return None


def relation_of(model: ModelInfo, name: str) -> Relation | None:
    """The relation that a model knows by a name, forwards or backwards, its own or inherited."""
    found = model.relations.get(name) or model.reverse.get(name)
    if found is not None:
        return found
    for parent in model.parents:
        found = relation_of(parent, name)
        if found is not None:
            return found
    return None


def lookups(evaluator: Evaluator, model: ModelInfo | None, arguments: Arguments) -> frozenset[str]:
    """The tables that the arguments of a queryset method join."""
    del evaluator
    if model is None:
        return NO_JOINS
    paths = [name for name in arguments.keywords if "__" in name or relation_of(model, name) is not None]
    for value in arguments.every():
        for atom in value:
            if isinstance(atom, Constant) and isinstance(atom.value, str):
                paths.append(atom.value)
            elif isinstance(atom, Wrapped) and atom.kind == "lookup":
                paths.extend(atom.extra)  # type: ignore[arg-type]
    found: set[str] = set()
    for path in paths:
        if len(path) < LONGEST_PATH:
            found |= followed(model, path)
    for value in arguments.every():
        for atom in value:
            if isinstance(atom, Instance) and atom.model is not None:
                found |= atom.joins  # a queryset as an argument becomes a part of the query
    return frozenset(found)


def join_tables(evaluator: Evaluator, tables: frozenset[str], line: int, *, guessed: bool) -> None:
    """The tables that a query joins are read."""
    for table in sorted(tables):
        evaluator.touch(table, "read", line, confidence="guessed" if guessed else None, rule="join")


# --- queryset methods ------------------------------------------------------------------------------------


def _bound(call: NativeCall) -> tuple[Instance | None, ModelInfo | None, bool]:
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return None, None, False
    return receiver, model_of(call.interpreter, receiver.model), receiver.guessed


def refined(call: NativeCall) -> Value:
    """`filter`, `order_by`, `select_related` ...: the same rows, fewer or otherwise; joined tables are read."""
    receiver, model, guessed = _bound(call)
    if receiver is None:
        return UNKNOWN
    read(call.evaluator, model, call.line, guessed=guessed)
    joins = lookups(call.evaluator, model, call.arguments) | receiver.joins
    join_tables(call.evaluator, joins, call.line, guessed=guessed)
    return frozenset((receiver,)) if joins == receiver.joins else joined_with(call.evaluator, receiver, joins)


def joined_with(evaluator: Evaluator, atom: Instance, joins: frozenset[str]) -> Value:
    """The same queryset with more tables joined."""
    return evaluator.atoms.instance(
        atom.cls,
        exact=atom.exact,
        guessed=atom.guessed,
        model=atom.model,
        relation=atom.relation,
        rows=atom.rows,
        joins=joins,
    )


def valued(call: NativeCall) -> Value:
    """`values`, `values_list`, `dates`: rows that are no instances."""
    receiver, _, _ = _bound(call)
    if receiver is None:
        return UNKNOWN
    (same,) = refined(call)
    return call.atoms.instance(
        receiver.cls,
        model=receiver.model,
        guessed=receiver.guessed,
        relation=receiver.relation,
        rows="values",
        joins=same.joins,  # type: ignore[attr-defined]
    )


def locked(call: NativeCall) -> Value:
    """`select_for_update`: rows are locked until the transaction ends."""
    receiver, model, guessed = _bound(call)
    if receiver is None:
        return UNKNOWN
    read(call.evaluator, model, call.line, guessed=guessed, op="lock")
    if call.arguments.get(-1, "of") is None:
        confidence = "guessed" if guessed else None
        for table in sorted(receiver.joins):
            call.evaluator.touch(table, "lock", call.line, confidence=confidence, rule="join")  # type: ignore[arg-type]
    return frozenset((receiver,))


def fetched(call: NativeCall) -> Value:
    """`get`, `earliest`: one row."""
    refined(call)
    return rows(call)


def maybe_fetched(call: NativeCall) -> Value:
    """`first`, `last`: one row or None."""
    refined(call)
    return rows(call) | call.atoms.none


def counted(call: NativeCall) -> Value:
    """`count`, `exists`, `aggregate`: a number."""
    refined(call)
    return UNKNOWN


def in_bulk(call: NativeCall) -> Value:
    """`in_bulk`: rows by key."""
    refined(call)
    return call.atoms.container("dict", rows(call))


def iterated(call: NativeCall) -> Value:
    """`iterator`: rows one by one."""
    refined(call)
    return call.atoms.container("generator", rows(call))


def raw_rows(call: NativeCall) -> Value:
    """`Model.objects.raw(sql)`: rows by a statement of the project's own."""
    touch_sql(call, call.arguments.get(0, "raw_query") or UNKNOWN)
    return call.atoms.container("list", rows(call))


def extra(call: NativeCall) -> Value:
    """`extra(tables=[...])`: tables joined by name."""
    members = containers.members(call.arguments.get(-1, "tables") or UNKNOWN)
    for member in members or ():
        for table in strings(member):
            call.evaluator.touch(table.strip('"'), "read", call.line, rule="join")
    return refined(call)


def updated(call: NativeCall) -> Value:
    """`update`: rows are written, without signals."""
    _, model, guessed = _bound(call)
    joins = lookups(call.evaluator, model, call.arguments)
    join_tables(call.evaluator, joins, call.line, guessed=guessed)
    write(call.evaluator, model, "update", call.line, guessed=guessed)
    return UNKNOWN


def bulk_created(call: NativeCall) -> Value:
    """`bulk_create`: rows are written in one transaction, without signals."""
    _, model, guessed = _bound(call)
    for value in call.arguments.positional:
        call.interpreter.calls.iterate(call.evaluator, value, call.line)
    with call.evaluator.implicit(call.line):
        write(call.evaluator, model, "insert", call.line, guessed=guessed)
    return call.atoms.container("list", rows(call))


def bulk_updated(call: NativeCall) -> Value:
    """`bulk_update`."""
    _, model, guessed = _bound(call)
    with call.evaluator.implicit(call.line):
        write(call.evaluator, model, "update", call.line, guessed=guessed)
    return UNKNOWN


def deleted(call: NativeCall) -> Value:
    """`queryset.delete()`: with its cascades and signals, but without an overridden `Model.delete`."""
    receiver, model, guessed = _bound(call)
    if receiver is not None and model is not None:
        read(call.evaluator, model, call.line, guessed=guessed)
        delete_rows(call.evaluator, model, call.line, guessed=guessed)
    return UNKNOWN


def raw_deleted(call: NativeCall) -> Value:
    """`_raw_delete`: one table, nothing else."""
    _, model, guessed = _bound(call)
    write(call.evaluator, model, "delete", call.line, guessed=guessed)
    return UNKNOWN


def delete_rows(
    evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool, keep_parents: bool = False
) -> None:
    """Everything that deleting rows of a model does, in one transaction."""
    deletion = models(evaluator.interpreter).deletion(model, keep_parents=keep_parents)
    confidence = "guessed" if guessed else None
    with evaluator.implicit(line):
        for (table, op), because in deletion.accesses.items():
            evaluator.touch(
                table, op, line, confidence=confidence, because=because, rule="delete"  # type: ignore[arg-type]
            )
        for one in deletion.models:
            fire(evaluator, "pre_delete", one, line, guessed=guessed)
            fire(evaluator, "post_delete", one, line, guessed=guessed)


def save_row(evaluator: Evaluator, atom: Instance, op: Operation, line: int, *, created: bool | None) -> None:
    """One row is saved: its table and its parents', and the receivers of its signals."""
    model = model_of(evaluator.interpreter, atom.cls)
    if model is None or model.abstract:
        return
    fire(evaluator, "pre_save", model, line, guessed=atom.guessed)
    if model.parents and not model.proxy:
        with evaluator.implicit(line):
            write(evaluator, model, op, line, guessed=atom.guessed)
    else:
        write(evaluator, model, op, line, guessed=atom.guessed)
    created = False if created is None and atom.stored else created
    fire(evaluator, "post_save", model, line, guessed=atom.guessed, created=created)


def model_saved(call: NativeCall) -> Value:
    """`Model.save_base` in the end of every `save`."""
    if isinstance(call.receiver, Instance):
        forced = call.arguments.get(-1, "force_insert")
        inserts = forced is not None and any(isinstance(one, Constant) and one.value is True for one in forced)
        made = call.receiver.stored is False
        op: Operation = "insert" if inserts or made else "update"
        save_row(call.evaluator, call.receiver, op, call.line, created=True if inserts else None)
    return call.atoms.none


def model_deleted(call: NativeCall) -> Value:
    """`Model.delete`."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        model = model_of(call.interpreter, receiver.cls)
        if model is not None and not model.abstract:
            kept = truth(call.arguments.get(1, "keep_parents") or BOTTOM) is True
            delete_rows(call.evaluator, model, call.line, guessed=receiver.guessed, keep_parents=kept)
    return UNKNOWN


def model_read(call: NativeCall) -> Value:
    """`refresh_from_db`, uniqueness checks: the model's own row is read."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        read(call.evaluator, model_of(call.interpreter, receiver.cls), call.line, guessed=receiver.guessed)
    return call.atoms.none


def implicit_write(call: NativeCall) -> Value:
    """`__in_transaction__(f)`: a skeleton's callable that runs in a transaction of the library's own."""
    with call.evaluator.implicit(call.line):
        return call.interpreter.calls.call(
            call.evaluator, call.arguments.get(0, "") or UNKNOWN, type(call.arguments)(), call.line
        )


# --- managers made of querysets ----------------------------------------------------------------------------


def manager_from_queryset(call: NativeCall) -> Value:
    """`Manager.from_queryset(QuerySet)`: a manager class with the queryset's methods."""
    classes = [atom.cls for atom in call.arguments.get(0, "queryset_class") or () if isinstance(atom, ClassAtom)]
    receiver = call.receiver
    if not classes or not isinstance(receiver, ClassAtom):
        return frozenset((receiver,)) if isinstance(receiver, ClassAtom) else UNKNOWN
    return call.atoms.class_(made_manager(call.evaluator, receiver.cls, classes[0]))


def made_manager(evaluator: Evaluator, manager: ClassInfo, queryset: ClassInfo) -> ClassInfo:
    """The manager class made of a queryset class."""
    from boundary.link.symbols import ClassInfo as Made  # noqa: PLC0415 - the class itself, not its name in a hint

    cache: dict[object, ClassInfo] = evaluator.interpreter.frameworks.state.setdefault(  # type: ignore[assignment]
        "managers", {}
    )
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


class ManagerHook(Hook):
    """Managers: the model, related managers' own methods, and everything that the queryset knows."""

    base = MANAGER

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`manager.model`, and what a related manager does by itself."""
        if name == "model":
            return evaluator.atoms.class_(atom.model) if atom.model is not None else UNKNOWN
        if name == "through" and isinstance(atom.relation, Relation) and atom.relation.kind == "m2m":
            return evaluator.atoms.class_(models(evaluator.interpreter).through_class(atom.relation))
        if atom.relation is not None and name in RELATED:
            return evaluator.atoms.native(f"related.{name}", atom)
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A queryset's method, asked of its manager."""
        if name.startswith("__"):
            return None
        start = evaluator.interpreter.attributes.get(evaluator, frozenset((atom,)), "get_queryset", line)
        from boundary.link.arguments import NO_ARGUMENTS  # noqa: PLC0415 - only here

        queryset = evaluator.interpreter.calls.call(evaluator, start, NO_ARGUMENTS, line)
        held = frozenset(one for one in queryset if isinstance(one, Instance) and one is not atom)
        if atom.relation is not None:
            held = join(_related(evaluator, one, atom.relation) for one in held)  # type: ignore[arg-type]
        return evaluator.interpreter.attributes.get(evaluator, held, name, line) if held else UNKNOWN

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Manager()`: its model is known once a model class holds it."""
        del arguments, line
        return evaluator.atoms.instance(cls)

    def descriptor(
        self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int
    ) -> Value | None:
        """A manager as an attribute of a model's instance or class."""
        del name, line
        if held.model is None and models(evaluator.interpreter).is_model(holder.cls):
            return evaluator.atoms.instance(held.cls, model=holder.cls, guessed=holder.guessed)
        return None


def _related(evaluator: Evaluator, one: Instance, relation: object) -> Value:
    return evaluator.atoms.instance(
        one.cls, model=one.model, guessed=one.guessed, relation=relation, rows=one.rows, joins=one.joins
    )


class QuerySetHook(Hook):
    """Querysets: the model, iteration, construction."""

    base = QUERYSET

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`queryset.model`."""
        del line
        if name == "model":
            return evaluator.atoms.class_(atom.model) if atom.model is not None else UNKNOWN
        return None

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`QuerySet(model, using=...)`."""
        del line
        found = [atom.cls for atom in arguments.get(0, "model") or () if isinstance(atom, ClassAtom)]
        return join(evaluator.atoms.instance(cls, model=one) for one in found) or evaluator.atoms.instance(cls)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """The rows."""
        if line:
            read(evaluator, model_of(evaluator.interpreter, atom.model), line, guessed=atom.guessed)
            join_tables(evaluator, atom.joins, line, guessed=atom.guessed)
        if atom.model is None or atom.rows != "instances":
            return UNKNOWN
        return evaluator.atoms.instance(atom.model, guessed=atom.guessed, stored=True)


# --- fields and relations ------------------------------------------------------------------------------------


class FieldHook(Hook):
    """Model fields: what is written at their definition, and what reading one through an instance gives."""

    base = FIELD

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`ForeignKey("app.Model", on_delete=...)`: the arguments are kept."""
        related = evaluator.interpreter.classes.is_subclass
        has_target = any(
            related(cls, dotted) for dotted in ("django.db.models.fields.related.RelatedField",)
        )
        to = arguments.get(0 if has_target else -1, "to") or BOTTOM
        if not to and has_target:
            to = _default_target(evaluator, cls)
        spec = FieldSpec(
            kind=cls,
            to=to,
            related_name=_text(arguments, "related_name"),
            related_query_name=_text(arguments, "related_query_name"),
            through=arguments.get(-1, "through") or BOTTOM,
            on_delete=_action(arguments.get(1, "on_delete")),
            db_table=_text(arguments, "db_table"),
            nullable=_true(arguments, "null"),
            file=evaluator.module.file,
            line=line,
            module=evaluator.module.name,
        )
        return evaluator.atoms.instance(cls, site=spec)

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Model.field.through`: the link table, as a sender of signals."""
        del line
        if name == "through":
            for model in models(evaluator.interpreter).by_class.values():
                for relation in model.relations.values():
                    if relation.spec is atom.site:
                        return evaluator.atoms.class_(models(evaluator.interpreter).through_class(relation))
        return None

    def descriptor(
        self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int
    ) -> Value | None:
        """`instance.field`: a related row is read, a related manager made, a column is a plain value."""
        model = model_of(evaluator.interpreter, holder.cls)
        if model is None:
            return None
        relation = relation_of(model, name)
        if relation is None and model.abstract:
            return _abstract_relation(evaluator, holder, held)
        if relation is None:
            return evaluator.atoms.external(f"column.{held.cls.name}")
        return related_value(evaluator, relation, holder, line, forward=True)


def _default_target(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """The target that a relation field of the project's own fixes in its class."""
    _, held = evaluator.interpreter.classes.lookup(cls, "__to__")
    return held


def _abstract_relation(evaluator: Evaluator, holder: Instance, held: Instance) -> Value:
    """A relation of an abstract model, read through a receiver whose concrete class is not known."""
    spec = held.site
    index = models(evaluator.interpreter)
    if not isinstance(spec, FieldSpec) or index.relation_kind(spec) is None:
        return evaluator.atoms.external(f"column.{held.cls.name}")
    target = index.resolve(spec.to, model_of(evaluator.interpreter, holder.cls))
    if target is None:
        return UNKNOWN
    if index.relation_kind(spec) in {"m2m", "generic"}:
        return manager_for(evaluator, target.cls, guessed=holder.guessed)
    return evaluator.atoms.instance(target.cls, guessed=holder.guessed) | UNKNOWN


def related_value(evaluator: Evaluator, relation: Relation, holder: Instance, line: int, *, forward: bool) -> Value:
    """What a relation gives on an instance."""
    if forward and relation.kind in {"fk", "o2o"}:
        read(evaluator, relation.target, line, guessed=holder.guessed)
        return evaluator.atoms.instance(relation.target.cls, guessed=holder.guessed, stored=True) | UNKNOWN
    if not forward and relation.kind == "o2o":
        read(evaluator, relation.source, line, guessed=holder.guessed)
        return evaluator.atoms.instance(relation.source.cls, guessed=holder.guessed, stored=True) | UNKNOWN
    cls = relation.target.cls if forward else relation.source.cls
    joins = frozenset((relation.link_table,)) if relation.kind == "m2m" and relation.link_table else NO_JOINS
    return manager_for(evaluator, cls, relation=relation, guessed=holder.guessed, joins=joins)


def _text(arguments: Arguments, name: str) -> str | None:
    found = strings(arguments.get(-1, name) or BOTTOM)
    return found[0] if found else None


def _true(arguments: Arguments, name: str) -> bool:
    return any(isinstance(atom, Constant) and atom.value is True for atom in arguments.get(-1, name) or ())


def _action(value: Value | None) -> str:
    for atom in value or ():
        if isinstance(atom, External):
            return atom.dotted.rpartition(".")[2]
    return "CASCADE"


class ModelHook(Hook):
    """Instances and classes of models."""

    base = MODEL

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Order(...)`: an object whose row does not exist yet."""
        value = evaluator.atoms.instance(cls, stored=False)
        cls.data["instantiated"] = True
        owner, _ = evaluator.interpreter.classes.lookup(cls, "__init__")
        if owner is not None:
            evaluator.interpreter.calls.construct(evaluator, value, arguments, line)
        return value

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """Managers bound to the model, `_meta`, exceptions."""
        del line
        if name in {"_default_manager", "_base_manager"}:
            return manager_for(evaluator, atom.cls)
        if name == "_meta":
            return evaluator.atoms.wrapped("meta", BOTTOM, atom.cls)
        if name in {"DoesNotExist", "MultipleObjectsReturned", "NotUpdated"}:
            return evaluator.atoms.external(f"django.core.exceptions.{name}")
        _, held = evaluator.interpreter.classes.lookup(atom.cls, name)
        if not held and name == "objects":
            return manager_for(evaluator, atom.cls)
        if not any(is_manager(evaluator.interpreter, one) for one in held):
            if name == "objects" and not any(isinstance(one, (Instance, ClassAtom)) for one in held):
                return manager_for(evaluator, atom.cls)
            return None
        return join(
            evaluator.atoms.instance(one.cls, model=atom.cls)  # type: ignore[attr-defined]
            for one in held
            if is_manager(evaluator.interpreter, one)
        )

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`_meta`, `pk`, and `<relation>_id`."""
        del line
        if name == "_meta":
            return evaluator.atoms.wrapped("meta", BOTTOM, atom.cls)
        if name in {"pk", "id"}:
            return PRESENT if atom.stored else UNKNOWN
        if name == "_state":
            return evaluator.atoms.wrapped("row state", BOTTOM, atom.stored)
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Reverse accessors."""
        model = model_of(evaluator.interpreter, atom.cls)
        if model is None or name.startswith("__"):
            return None
        relation = relation_of(model, name)
        if relation is not None:
            forward = model.relations.get(name) is relation or _inherited(model, name) is relation
            return related_value(evaluator, relation, atom, line, forward=forward)
        if model.abstract:
            below = [models(evaluator.interpreter).by_class.get(cls) for cls in evaluator.interpreter.classes.below(atom.cls)]
            found = [relation_of(one, name) for one in below if one is not None]
            values = [related_value(evaluator, one, atom, line, forward=False) for one in found if one is not None]
            if values:
                return join(values)
        if name.startswith(("get_next_by_", "get_previous_by_")):
            return evaluator.atoms.native("django.db.models.base.Model.get_next", atom)
        if name.endswith(("_id", "_display", "_cache")):
            return UNKNOWN
        return None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """A column's value is written with the row, not here."""
        del value, line
        model = model_of(evaluator.interpreter, atom.cls)
        return model is not None and (name in model.fields or name in {"pk", "id", "_state"} or name.endswith("_id"))


# --- related managers ----------------------------------------------------------------------------------------


def _relation(call: NativeCall) -> tuple[Relation | None, bool, bool]:
    """The relation of a related manager, whether it is many-to-many, and whether its model is guessed."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return None, False, False
    relation: Relation | None = receiver.relation  # type: ignore[assignment]
    return relation, relation is not None and relation.kind == "m2m", receiver.guessed


def _link(call: NativeCall, relation: Relation, op: Operation, *, guessed: bool) -> None:
    """The pairs of a many-to-many relation are written."""
    if relation.link_table:
        confidence = "guessed" if guessed else None
        call.evaluator.touch(
            relation.link_table, op, call.line, confidence=confidence, because="m2m"  # type: ignore[arg-type]
        )
        call.evaluator.touch(relation.link_table, "read", call.line, confidence=confidence, because="m2m")  # type: ignore[arg-type]
    fire(call.evaluator, "m2m_changed", relation.source, call.line, guessed=guessed, relation=relation)


def related_changed(ops: tuple[Operation, ...], foreign: Operation) -> object:
    """`add`, `remove`, `set`, `clear` of a related manager."""

    def handler(call: NativeCall) -> Value:
        relation, many, guessed = _relation(call)
        if relation is None:
            return UNKNOWN
        for value in call.arguments.positional:
            call.interpreter.calls.iterate(call.evaluator, value, call.line)
        with call.evaluator.implicit(call.line):
            if many:
                for op in ops:
                    _link(call, relation, op, guessed=guessed)
            else:
                write(call.evaluator, relation.source, foreign, call.line, guessed=guessed)
        return call.atoms.none

    return handler


def related_created(name: str) -> object:
    """`create`, `get_or_create` ... of a related manager: a row, and a pair where the relation is many-to-many."""

    def handler(call: NativeCall) -> Value:
        relation, many, guessed = _relation(call)
        receiver = call.receiver
        if relation is None or not isinstance(receiver, Instance):
            return UNKNOWN
        plain = call.atoms.instance(receiver.cls, model=receiver.model, guessed=receiver.guessed)
        method = call.interpreter.attributes.get(call.evaluator, plain, name, call.line)
        if many:
            with call.evaluator.implicit(call.line):
                result = call.interpreter.calls.call(call.evaluator, method, call.arguments, call.line)
                _link(call, relation, "insert", guessed=guessed)
            return result
        return call.interpreter.calls.call(call.evaluator, method, call.arguments, call.line)

    return handler


RELATED = {
    "add": related_changed(("insert",), "update"),
    "remove": related_changed(("delete",), "update"),
    "set": related_changed(("insert", "delete"), "update"),
    "clear": related_changed(("delete",), "update"),
    "create": related_created("create"),
    "get_or_create": related_created("get_or_create"),
    "update_or_create": related_created("update_or_create"),
}
RELATED |= {f"a{name}": handler for name, handler in RELATED.items()}


def save_many(call: NativeCall) -> Value:
    """`__save_m2m__(instance, Meta)`: a model form saves the many-to-many fields that it lists."""
    for atom in call.arguments.get(0, "instance") or ():
        if not isinstance(atom, Instance):
            continue
        model = model_of(call.interpreter, atom.cls)
        names, excluded = _listed(call, "fields"), _listed(call, "exclude")
        for relation in _many(model):
            if names is not None and relation.name not in names:
                continue
            if excluded is not None and relation.name in excluded:
                continue
            with call.evaluator.implicit(call.line):
                for op in ("insert", "delete"):
                    _link(call, relation, op, guessed=atom.guessed)  # type: ignore[arg-type]
    return call.atoms.none


def _many(model: ModelInfo | None) -> list[Relation]:
    if model is None:
        return []
    found = [relation for relation in model.relations.values() if relation.kind == "m2m"]
    for parent in model.parents:
        found.extend(_many(parent))
    return found


def _listed(call: NativeCall, name: str) -> set[str] | None:
    """The field names that a form's `Meta` lists; None where it does not, or lists all."""
    found: set[str] = set()
    for meta in call.arguments.get(1, "meta") or ():
        cls = meta.cls if isinstance(meta, (ClassAtom, Instance)) else None
        if cls is None:
            continue
        for atom in call.interpreter.classes.lookup(cls, name)[1]:
            members = containers.members(frozenset((atom,)))
            if members is None:
                return None
            found.update(text for member in members for text in strings(member))
    return found or None


# --- lookups, meta -------------------------------------------------------------------------------------------


def looked_up(call: NativeCall) -> Value:
    """`Q(a__b=1)`, `F("a__b")`, `Count("a")`, `Prefetch("a")`: the paths that they follow."""
    paths = set(call.arguments.keywords)
    for value in call.arguments.every():
        for atom in value:
            if isinstance(atom, Constant) and isinstance(atom.value, str):
                paths.add(atom.value)
            elif isinstance(atom, Wrapped) and atom.kind == "lookup":
                paths.update(atom.extra)  # type: ignore[arg-type]
            elif isinstance(atom, Instance) and atom.model is not None:
                read(call.evaluator, model_of(call.interpreter, atom.model), call.line, guessed=atom.guessed)
    return call.atoms.wrapped("lookup", BOTTOM, frozenset(paths))


def combined(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`Q(a=1) | Q(b=2)`: all paths of both."""
    found = [atom for value in values for atom in value if isinstance(atom, Wrapped) and atom.kind == "lookup"]
    if not found:
        return None
    paths: frozenset[str] = frozenset().union(*(atom.extra for atom in found))  # type: ignore[arg-type]
    return evaluator.atoms.wrapped("lookup", BOTTOM, paths)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`Model._meta.model`, `.default_manager`, `.db_table`."""
    del line
    if atom.kind == "row state":
        return evaluator.atoms.constant(False) if name == "adding" and atom.extra else UNKNOWN
    if atom.kind != "meta":
        return None
    cls: ClassInfo = atom.extra  # type: ignore[assignment]
    if name in {"model", "concrete_model", "proxy_for_model"}:
        return evaluator.atoms.class_(cls)
    if name in {"default_manager", "base_manager"}:
        return manager_for(evaluator, cls)
    model = model_of(evaluator.interpreter, cls)
    if model is not None and name == "db_table":
        return evaluator.atoms.constant(model.table)
    if model is not None and name == "app_label":
        return evaluator.atoms.constant(model.label)
    if model is not None and name == "model_name":
        return evaluator.atoms.constant(cls.name.lower())
    return evaluator.atoms.external(f"meta.{name}")


HOOKS = (ManagerHook(), QuerySetHook(), FieldHook(), ModelHook())

_REFINING = (
    "filter exclude order_by distinct annotate alias select_related prefetch_related defer only reverse using "
    "complex_filter union intersection difference all none _chain _clone"
).split()
NATIVES: dict[str, object] = {
    **{f"{QUERYSET}.{name}": refined for name in _REFINING},
    **{f"{QUERYSET}.{name}": valued for name in ("values", "values_list", "dates", "datetimes")},
    **{f"{QUERYSET}.{name}": fetched for name in ("get", "earliest", "latest", "aget", "aearliest", "alatest")},
    **{f"{QUERYSET}.{name}": maybe_fetched for name in ("first", "last", "afirst", "alast")},
    **{
        f"{QUERYSET}.{name}": counted
        for name in ("count", "exists", "aggregate", "contains", "explain", "acount", "aexists", "aaggregate")
    },
    **{f"{QUERYSET}.{name}": in_bulk for name in ("in_bulk", "ain_bulk")},
    **{f"{QUERYSET}.{name}": iterated for name in ("iterator", "aiterator")},
    **{f"{QUERYSET}.{name}": updated for name in ("update", "aupdate", "_update")},
    **{f"{QUERYSET}.{name}": bulk_created for name in ("bulk_create", "abulk_create")},
    **{f"{QUERYSET}.{name}": bulk_updated for name in ("bulk_update", "abulk_update")},
    **{f"{QUERYSET}.{name}": deleted for name in ("delete", "adelete")},
    f"{QUERYSET}.raw": raw_rows,
    f"{QUERYSET}.extra": extra,
    f"{QUERYSET}._raw_delete": raw_deleted,
    f"{QUERYSET}.select_for_update": locked,
    f"{QUERYSET}.as_manager": queryset_as_manager,
    f"{MANAGER}.get_queryset": manager_queryset,
    f"{MANAGER}.from_queryset": manager_from_queryset,
    f"{MODEL}.save_base": model_saved,
    f"{MODEL}.delete": model_deleted,
    f"{MODEL}.adelete": model_deleted,
    **{f"{MODEL}.{name}": model_read for name in ("refresh_from_db", "arefresh_from_db", "validate_unique")},
    f"{MODEL}.get_next": lambda call: UNKNOWN,
    "builtins.__in_transaction__": implicit_write,
    "builtins.__save_m2m__": save_many,
    **{f"related.{name}": handler for name, handler in RELATED.items()},
    **{
        f"django.db.models.{name}": looked_up
        for name in (
            "Q F Count Sum Avg Max Min Value Case When Subquery OuterRef Exists Prefetch FilteredRelation "
            "StdDev Variance ExpressionWrapper"
        ).split()
    },
}  # type: ignore[assignment]

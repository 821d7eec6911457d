"""Which tables and relations do ormar's models have?  They say it in `ormar_config`, older ones in a class `Meta`.

class Track(ormar.Model):
    ormar_config = base_ormar_config.copy(tablename="tracks")
    album: Optional[Album] = ormar.ForeignKey(Album, related_name="tracks", ondelete="CASCADE")
    tags = ormar.ManyToMany(Tag)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import Mapper, Relation, called, option, text
from boundary.link.frameworks.row_signals import wait_for
from boundary.link.frameworks.sqlalchemy.schema import table_value
from boundary.link.frameworks.sqlalchemy.specs import TABLE, TableSpec
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Records
    from boundary.model import code
    from boundary.model.scan import ForeignKey, Table

MODEL: Final = "ormar.models.Model"
META: Final = "ormar.models.ModelMeta"
CONFIG: Final = "ormar.models.OrmarConfig"
EMITTER: Final = "ormar.signals.SignalEmitter"
MOMENT: Final = "ormar.signals.Signal"
KEY: Final = "ForeignKey"
MANY: Final = "ManyToMany"
FIELDS: Final = frozenset(
    {
        *("Integer", "BigInteger", "SmallInteger", "Boolean", "String", "Text", "LargeBinary", "JSON", "UUID", "Enum"),
        *("Date", "DateTime", "Time", "Decimal", "Float", KEY, MANY),
    }
)


class Said(NamedTuple):
    """What a configuration says of a table, and the database of its models."""

    tablename: str | None = None
    schema: str | None = None
    abstract: bool = False
    database: Value = BOTTOM


def _configured(interpreter: Interpreter, cls: ClassInfo) -> Said | None:
    """What a model says of itself: in `ormar_config`, or in its `Meta`; None where it has neither."""
    for atom in interpreter.classes.own(cls, "ormar_config"):
        if isinstance(atom, Instance) and isinstance(atom.site, Said):
            return atom.site
    if not cls.bindings.keys() & {"ormar_config", "Meta"}:
        return None
    name, schema = text(option(interpreter, cls, "tablename")), text(option(interpreter, cls, "schema"))
    return Said(name, schema, truth(option(interpreter, cls, "abstract")) is True)


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`tablename`, else the class's name in lower case and an "s"; None for an abstract model.

    A class that configures nothing is its parent with more fields.
    """
    said = _configured(interpreter, cls)
    if said is None:
        above = interpreter.classes.mro(cls)[1:]
        parent = next((one for one in above if interpreter.classes.is_subclass(one, MODEL)), None)
        return _table(interpreter, parent) if parent is not None and not parent.library else None
    if said.abstract:
        return None
    name = said.tablename or f"{cls.name.lower()}s"
    return f"{said.schema}.{name}" if said.schema else name


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`ForeignKey(Album, related_name="tracks")`, `ManyToMany(Tag, through=TrackTag)`."""
    for name, call, owner in mapped.fields(interpreter, cls, KEY, MANY):
        evaluator = interpreter.class_evaluator(owner)
        held = {key: evaluator.evaluate(node) for key in ("related_name", "ondelete", "through", "skip_reverse")
                if (node := given(call, 1 if key == "through" else -1, key)) is not None}  # fmt: skip
        back = None if truth(held.get("skip_reverse", BOTTOM)) else text(held.get("related_name", BOTTOM))
        many = getattr(call.function, "id", getattr(call.function, "name", "")) == MANY
        node = given(call, 0, "to")
        for target in _led_to(evaluator, node, cls):
            link = None
            if many:
                through = [one for one in held.get("through", BOTTOM) if isinstance(one, ClassAtom)]
                own = _table(interpreter, through[0].cls) if through else None
                link = own or f"{cls.name.lower()}s_{target.name.lower()}s"
            on_delete = None if many else text(held.get("ondelete", BOTTOM))
            yield Relation(name, target, back or f"{cls.name.lower()}s", on_delete, link, call.line)


def _led_to(evaluator: Evaluator, node: code.Expression | None, cls: ClassInfo) -> list[ClassInfo]:
    """The models that a relation names: a class, or one by its name (`ForwardRef("Album")`)."""
    value = evaluator.evaluate(node) if node is not None else BOTTOM
    found = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
    return found or [one for name in strings(value) for one in called(evaluator.interpreter, MODEL, name, cls)]


def later(call: NativeCall) -> Value:
    """`ForwardRef("Album")`: the name."""
    return call.first


MAPPER: Final = Mapper(MODEL, _table, _relations, FIELDS.__contains__, column=str)


def records(interpreter: Interpreter) -> Records:
    """Find ormar's models."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of ormar's models."""
    if interpreter.frameworks.imports("ormar"):
        yield from records(interpreter).described()


# --- configurations ---------------------------------------------------------------------------------------


class Configurations(Hook):
    """`OrmarConfig(database=..., metadata=...)`, which models copy."""

    base = CONFIG

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep what it says."""
        del line
        return evaluator.atoms.instance(cls, site=_said(arguments, Said()))

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`config.database.transaction()`, `Album.ormar_config.tablename`."""
        del line
        if name == "database" and isinstance(atom.site, Said):
            return atom.site.database or UNKNOWN
        return of_model(evaluator, atom.model, name) or UNKNOWN


def of_model(evaluator: Evaluator, cls: ClassInfo | None, name: str) -> Value | None:
    """What the configuration of a model tells: its table as SQLAlchemy has it, the table's name, its signals."""
    record = records(evaluator.interpreter).of(cls)
    if record is None:
        return None
    if name == "table":
        made = evaluator.interpreter.library_class(TABLE)
        return table_value(evaluator, made, TableSpec(record.table, None, (), ("", 0))) if made is not None else None
    if name == "signals":
        emitter = evaluator.interpreter.library_class(EMITTER)
        return evaluator.atoms.instance(emitter, model=cls) if emitter is not None else None
    return evaluator.atoms.constant(record.table.rpartition(".")[2]) if name == "tablename" else None


def _said(arguments: Arguments, before: Said) -> Said:
    keywords = arguments.keywords
    schema, abstract = keywords.get("schema"), keywords.get("abstract")
    return Said(
        text(keywords.get("tablename", BOTTOM)),
        text(schema) if schema else before.schema,
        truth(abstract) is True if abstract else before.abstract,
        keywords.get("database", BOTTOM) or before.database,
    )


def copied(call: NativeCall) -> Value:
    """`base_ormar_config.copy(tablename="albums")`."""
    before = (
        call.receiver.site if isinstance(call.receiver, Instance) and isinstance(call.receiver.site, Said) else Said()
    )
    cls = call.interpreter.library_class(CONFIG)
    return call.atoms.instance(cls, site=_said(call.arguments, before)) if cls is not None else UNKNOWN


class Metas(Hook):
    """`class Meta(ormar.ModelMeta)` of a model."""

    base = META

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Album.Meta.table.select()`, `Album.Meta.signals.pre_save`."""
        del line
        return of_model(evaluator, atom.cls.outer, name) if name in {"table", "signals"} else None


class Emitters(Hook):
    """`Album.ormar_config.signals`: by the names of the moments."""

    base = EMITTER

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`signals.pre_save`, whose `connect` is given functions."""
        del line
        made = evaluator.interpreter.library_class(MOMENT)
        return evaluator.atoms.instance(made, model=atom.model, site=("moment", name)) if made is not None else None


def connect(call: NativeCall) -> Value:
    """`signals.pre_save.connect(function)`."""
    atom = call.receiver
    if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.model is not None:
        wait_for(call.interpreter, atom.site[1], (atom.model,), call.first)
    return call.atoms.none


NEEDS: Final = ("ormar",)
HOOKS: Final = (Configurations(), Metas(), Emitters())
NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIG}.copy": copied,
    f"{MOMENT}.connect": connect,
    "typing.ForwardRef": later,
}

"""Which classes are records, whose attributes are defaults of fields?  Dataclasses, pydantic's models and their kin.

    @strawberry.input
    class OrderInput:
        note: str = ""

What an object of such a class holds is what it was made with: its class says nothing of it. Its fields are those of the
classes above it first, as its constructor takes them. A class below one of a package that is not read may be a record,
too: a flag that it annotates, or None (`class OrderIn(CamelModel): urgent: bool = False`), decides nothing.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Constant, Container, External, Native
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CONSTANT, NAME, SUBSCRIPT
from boundary.link.syntax.walking import constant_text, decorated_methods, decorators_of, first_name, last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.model import code

RECORDS: Final = frozenset({"BaseModel", "BaseSettings", "RootModel", "Struct", "NamedTuple", "TypedDict"})
MAKERS: Final = frozenset({"dataclass", "define", "frozen", "mutable", "attrs"})
"""The decorators of classes that make records of them, by their last names."""
GRAPHQL: Final = frozenset({"type", "input", "interface", "partial"})
"""Those of Strawberry, whose packages are told by how their names begin."""
DESCRIBED: Final = "graphql.decorator"
"""What a field of Strawberry is that says something of itself, and nothing of what it holds."""
MADE: Final = frozenset({"ib", "attrib", "field"})
"""What makes a field that has no annotation."""
BEHIND: Final = "KW_ONLY"
"""The annotation behind which fields are taken by name."""
NOT_GIVEN: Final = frozenset({"ClassVar", BEHIND})
"""The annotations of what is no field."""
PASSED_ON: Final = "InitVar"
"""The annotation of what the constructor takes for `__post_init__` alone."""
OF_CLASSES: Final = frozenset({"ClassVar", "Final"})
UNREAD: Final = "may be record"
BY_NAME: Final = "kw_only"
DEFAULT: Final = "default"
VALIDATOR: Final = "validator"
ALIASES: Final = ("alias", "validation_alias")
FIELDS: Final = "record fields"


class RecordField:
    """One field of a record: its name, the class whose body has it, and the call that makes it, if one does."""

    __slots__ = ("default", "given", "made", "name", "owner", "passed_on", "validator")

    def __init__(self, name: str, owner: ClassInfo, made: code.Call | None, *, given: bool, passed_on: bool) -> None:
        self.name = name
        self.owner = owner
        self.made = made
        self.given = given
        """Whether the constructor takes it by position."""
        self.passed_on = passed_on
        """Whether it goes to `__post_init__`, and is not kept."""
        self.default = _method(owner, name, DEFAULT)
        """The method that gives what it holds where nothing is given."""
        self.validator = _method(owner, name, VALIDATOR)
        """The method that checks what it is given."""

    def says(self, name: str) -> code.Expression | None:
        """What is said of the field under a name, where it is made."""
        held = self.made.keywords if self.made is not None else ()
        return next((one.value for one in held if one.name == name), None)

    def aliases(self) -> list[str]:
        """The other names under which a constructor may be given it: `Field(alias="customer")`."""
        return [text for name in ALIASES if (text := constant_text(self.says(name)))]


def is_default(atom: Atom) -> bool:
    """Whether what a record's class holds says nothing of its objects: `1`, `[]`, `field(default_factory=list)`."""
    described = isinstance(atom, External) and atom.dotted.rpartition(".")[2] in {"field()", "Field()", "ib()"}
    described = described or (isinstance(atom, Native) and atom.name == DESCRIBED)
    return described or isinstance(atom, (Constant, Container))


def _makes_records(decorator: code.Expression) -> bool:
    """`@dataclass`, `@attrs.define`, `@attr.s`, `@strawberry.input`."""
    name, first = last_name(decorator), first_name(decorator)
    return name in MAKERS or (name in GRAPHQL and first.startswith("strawberry")) or (name, first) == ("s", "attr")


def is_record(cls: ClassInfo) -> bool:
    """Whether the class attributes are defaults of fields: pydantic's models, dataclasses and their kin."""
    known: bool | None = cls.answers.get("record")
    if known is None:
        named = any(base.rpartition(".")[2] in RECORDS for base in cls.externals)
        known = named or any(_makes_records(each) for each in decorators_of(cls))
        cls.answers["record"] = known
    return known


def begins_with(cls: ClassInfo, name: str, value: Value) -> bool:
    """Whether what a class holds under a name is but what its objects begin with: they may hold something else."""
    if is_record(cls):
        return all(is_default(each) for each in value)
    return bool(value) and all(_is_flag(each) for each in value) and _may_be_record(cls) and _is_field(cls, name)


def _is_flag(atom: Atom) -> bool:
    """Whether an atom decides a branch, and little else: `False`, `True`, `None`, `0`, `""`."""
    return isinstance(atom, Constant) and (not atom.value or atom.value is True)


def _may_be_record(cls: ClassInfo) -> bool:
    """Whether some class above is of a package that is not read, and not of Python's own."""
    known: bool | None = cls.answers.get(UNREAD)
    if known is None:
        packages = {base.partition(".")[0] for base in cls.externals if "." in base}
        known = cls.answers[UNREAD] = not packages <= (sys.stdlib_module_names | {"typing_extensions"})
    return known


def _is_field(cls: ClassInfo, name: str) -> bool:
    """Whether the body of a class annotates an attribute as one of its objects."""
    statements = [one.statement for one in cls.bindings.get(name, ())]
    annotated = [one for one in statements if type(one) is ASSIGN and one.annotation is not None]
    return bool(annotated) and all(_annotation(one) not in OF_CLASSES for one in annotated)


def has_table(cls: ClassInfo) -> bool:
    """Whether objects of a record are rows: `class Order(SQLModel, table=True)`."""
    keywords = cls.node.keywords if cls.node is not None else ()
    return any(one.name == "table" and type(one.value) is CONSTANT and one.value.value is True for one in keywords)


def fields_of(cls: ClassInfo, above: list[ClassInfo]) -> tuple[RecordField, ...]:
    """The fields of a class, in order; `above` is its method resolution order."""
    known: tuple[RecordField, ...] | None = cls.answers.get(FIELDS)
    if known is None:
        found: dict[str, RecordField] = {}
        for one in reversed(above):
            if not one.library:
                found.update({field.name: field for field in _own(one)})
        known = cls.answers[FIELDS] = tuple(found.values())
    return known


def _own(cls: ClassInfo) -> list[RecordField]:
    """The fields that stand in the body of a class: what it annotates, and what attrs makes without."""
    found: list[RecordField] = []
    by_name = any(_says_true(one, BY_NAME) for one in _called(cls))
    for name, held in cls.bindings.items():
        statement = held[0].statement
        if type(statement) is not ASSIGN:
            continue
        annotated, value = _annotation(statement), statement.value
        made = value if type(value) is CALL else None
        if statement.annotation is None and not (made is not None and last_name(made.function) in MADE):
            continue
        if annotated in NOT_GIVEN:
            by_name = by_name or annotated == BEHIND
            continue
        given = not by_name and not (made is not None and (_says_true(made, BY_NAME) or _is_left_out(made)))
        found.append(RecordField(name, cls, made, given=given, passed_on=annotated == PASSED_ON))
    return found


def _called(cls: ClassInfo) -> list[code.Call]:
    return [one for one in (cls.node.decorators if cls.node is not None else ()) if type(one) is CALL]


def _annotation(statement: code.Assign) -> str:
    """The name of an annotation, of a generic one without what it is of."""
    node = statement.annotation
    if type(node) is SUBSCRIPT:
        node = node.value
    return last_name(node) if node is not None else ""


def _says_true(call: code.Call, name: str) -> bool:
    return any(one.name == name and type(one.value) is CONSTANT and one.value.value is True for one in call.keywords)


def _is_left_out(call: code.Call) -> bool:
    """Whether the constructor does not take a field: `field(init=False)`."""
    return any(one.name == "init" and type(one.value) is CONSTANT and one.value.value is False for one in call.keywords)


def _method(cls: ClassInfo, field: str, what: str) -> str:
    """The method under `@field.default`, or `@field.validator`."""
    for name, one in decorated_methods(cls):
        if type(one) is ATTRIBUTE and one.name == what and type(one.value) is NAME and one.value.id == field:
            return name
    return ""

"""What is a member of an enumeration?  A constant that knows its class: it compares as its value, and has methods.

`Enum`, `StrEnum`, Django's `TextChoices`: what stands in the class body is a member, `Kind.PAID.value` what it was
written with; a constructor is handed that, part by part. An object of the class of which nothing else is known
(`Kind(text)`) may be any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.record_classes import is_record
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Constant, Container, External, Instance, Member
from boundary.link.syntax.kinds import ASSIGN, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

KEY: Final = "enumeration"
LABELLED: Final = "Choices"
"""How the classes end whose members are written with a label: `NEW = "new", "New"`."""
BUILT: Final = "members of enumerations that were made"
VALUES: Final = frozenset({"value", "_value_"})
NAMES: Final = frozenset({"name", "_name_"})


def is_enumeration(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether the class attributes are members, whose values compare (`TextChoices`, `Enum`)."""
    known: bool | None = cls.answers.get(KEY)
    if known is None:
        interpreter.classes.mro(cls)
        known = any(base.rpartition(".")[2].endswith((LABELLED, "Enum")) for base in cls.externals)
        cls.answers[KEY] = known
    return known


def member(atoms: Atoms, owner: ClassInfo, name: str, value: Value) -> Value:
    """What `Kind.PAID` is, whose class body says `PAID = value`; a function of the class stays one."""
    if name.startswith("_") or not _is_written(owner, name):
        return value
    if any(base.rpartition(".")[2].endswith(LABELLED) for base in owner.externals):
        value = join(_first(atom) for atom in value)
    if len(value) != 1:
        return value
    (atom,) = value
    plain: object = name
    if isinstance(atom, Constant):
        plain = atom.value
    elif isinstance(atom, External) and atom.dotted.endswith("auto()"):
        plain = name.lower()
        value = atoms.constant(plain)
    return atoms.member(owner, name, plain, value, acts=_acts(owner))


def _acts(cls: ClassInfo) -> bool:
    """Whether members have methods; an enumeration of tokens has hundreds, and is asked for them all the time."""
    known: bool | None = cls.answers.get("acts")
    if known is None:
        held = (one.statement for bindings in cls.bindings.values() for one in bindings)
        known = cls.answers["acts"] = any(type(statement) is FUNCTION for statement in held)
    return known


def _is_written(owner: ClassInfo, name: str) -> bool:
    return all(type(one.statement) is ASSIGN for one in owner.bindings.get(name, ()))


def _first(atom: Atom) -> Value:
    """The value of a member that is written with its label."""
    if isinstance(atom, Container) and atom.kind == "tuple" and atom.entries:
        first: Value = atom.entries[0]
        return first
    return atom.alone


def members(interpreter: Interpreter, cls: ClassInfo) -> Value:
    """All members of an enumeration."""
    found: list[Value] = []
    for owner in interpreter.classes.mro(cls):
        for name in owner.bindings if not owner.library else ():
            value = member(interpreter.atoms, owner, name, interpreter.classes.own(owner, name))
            found.append(frozenset(one for one in value if isinstance(one, Member)))
    return join(found)


def attribute(evaluator: Evaluator, atom: Member, name: str, line: int) -> Value:
    """`Kind.PAID.value`, and what the class defines: with the member's class as object."""
    if name in VALUES:
        return atom.held
    if name in NAMES:
        return evaluator.atoms.constant(atom.name)
    interpreter = evaluator.interpreter
    owner, value = interpreter.classes.lookup(atom.cls, name)
    if owner is None:
        return _constructed(evaluator, atom, name, line)
    (one,) = interpreter.atoms.instance(atom.cls)
    return join(interpreter.attributes.from_instance(evaluator, held, one, name, line) for held in value)  # type: ignore[arg-type]


def of_any(evaluator: Evaluator, cls: ClassInfo, name: str, line: int) -> Value:
    """`.value` and `.name` of a member of which only the class is known, and what its constructor gives it."""
    if not is_enumeration(evaluator.interpreter, cls):
        return BOTTOM
    if name not in VALUES and name not in NAMES and not _has_constructor(evaluator.interpreter, cls):
        return BOTTOM
    held = [one for one in members(evaluator.interpreter, cls) if isinstance(one, Member)]
    if name in VALUES:
        return join(one.held for one in held)
    if name in NAMES:
        return join(evaluator.atoms.constant(one.name) for one in held)
    return join(_constructed(evaluator, one, name, line) for one in held)


def _constructed(evaluator: Evaluator, atom: Member, name: str, line: int) -> Value:
    """What the constructor of an enumeration keeps of how a member is written: `ORDER = (Order, "An order")`."""
    interpreter = evaluator.interpreter
    if not _has_constructor(interpreter, atom.cls):
        return BOTTOM
    made = interpreter.atoms.instance(atom.cls, site=("made", atom.name))
    (one,) = made
    assert isinstance(one, Instance)  # noqa: S101 - just made
    built: set[Atom] = interpreter.frameworks.state.setdefault(BUILT, set())
    if one not in built:
        built.add(one)
        given = [held.entries if isinstance(held, Container) and held.kind == "tuple" else None for held in atom.held]
        interpreter.objects.construct(evaluator, made, Arguments(given[0] or (atom.held,)), line)
    return interpreter.attributes.stored(evaluator, one, name)


def _has_constructor(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether members are made by a constructor of the project's: one that is written, or that of a record."""
    owner, _ = interpreter.classes.lookup(cls, "__init__")
    if owner is not None:
        return not owner.library
    return any(is_record(one) for one in interpreter.classes.mro(cls) if one is not cls and not one.library)

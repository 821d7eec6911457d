"""What is a member of an enumeration?  A constant that knows its class: it compares as its value, and has methods.

`Enum`, `StrEnum`, Django's `TextChoices`: what stands in the class body is a member, `Kind.PAID.value` what it was
written with. An object of the class of which nothing else is known (`Kind(text)`) may be any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Constant, Container, External, Member
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
        return BOTTOM
    (one,) = interpreter.atoms.instance(atom.cls)
    return join(interpreter.attributes.from_instance(evaluator, held, one, name, line) for held in value)  # type: ignore[arg-type]


def of_any(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """`.value` and `.name` of a member of which only the class is known."""
    if (name not in VALUES and name not in NAMES) or not is_enumeration(interpreter, cls):
        return BOTTOM
    held = [one for one in members(interpreter, cls) if isinstance(one, Member)]
    return join(one.held if name in VALUES else interpreter.atoms.constant(one.name) for one in held)

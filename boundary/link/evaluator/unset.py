"""Which of two names holds where an environment variable chooses?  The one that holds while the variable is not set.

MAKING = os.environ.get("MAKE_MIGRATIONS") == "1"
PREFIX = "__PREFIX__" if MAKING else "shop_"

A comparison with such a variable keeps its outcome for a program that is started with nothing said. It decides between
names alone (of tables, schemas, modules); what code is behind a variable that is set is code all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.values import UNKNOWN, Constant, External

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

VARIABLES: Final = frozenset({"os.environ.get()", "os.getenv()"})
ENVIRONMENTS: Final = frozenset({"os.environ", "os.environb"})
OUTCOMES: Final = {True: "os.environ.get() is not set", False: "os.environ.get() is set"}
"""What is true, and what is false, as long as a variable is not set."""
EQUAL: Final = frozenset({"==", "is", "in"})
COMPARING: Final = EQUAL | {"!=", "is not", "not in"}


def unless_set(value: Value) -> bool | None:
    """The truth of a test where the variables that it asks for are not set; None for any other test."""
    outside = [atom.dotted for atom in value if isinstance(atom, External)]
    if len(outside) != 1:
        return None
    for outcome, dotted in OUTCOMES.items():
        if outside[0] == dotted:
            return outcome if len(value) == 1 else None
    default = _unset(value)
    return None if default is None else bool(default[0])


def compared(evaluator: Evaluator, operator: str, values: list[Value]) -> Value:
    """The outcome of a comparison that is not decided, kept if it is about a variable."""
    if len(values) != 2 or operator not in COMPARING:  # noqa: PLR2004 - two sides
        return UNKNOWN
    left, right = values
    if operator in {"in", "not in"}:
        named = len(right) == 1 and any(isinstance(one, External) and one.dotted in ENVIRONMENTS for one in right)
        return _kept(evaluator, outcome=operator == "not in") if named else UNKNOWN
    held, other = _unset(left), right
    if held is None:
        held, other = _unset(right), left
    if held is None or len(other) != 1:
        return UNKNOWN
    (constant,) = other
    if not isinstance(constant, Constant):
        return UNKNOWN
    return _kept(evaluator, outcome=(held[0] == constant.value) is (operator in EQUAL))


def denied(evaluator: Evaluator, value: Value) -> Value:
    """`not MAKING`."""
    held = unless_set(value)
    return UNKNOWN if held is None else _kept(evaluator, outcome=not held)


def chosen(test: Value, body: Value, orelse: Value) -> Value | None:
    """The one of two names that holds while nothing is set; None where the test is about something else."""
    held = unless_set(test)
    if held is None or not _is_name(body) or not _is_name(orelse):
        return None
    return body if held else orelse


def _unset(value: Value) -> tuple[object] | None:
    """What a variable gives that is not set: its default."""
    defaults = [atom.value for atom in value if isinstance(atom, Constant)]
    asked = any(isinstance(atom, External) and atom.dotted in VARIABLES for atom in value)
    if not asked or len(defaults) != len(value) - 1 or len(defaults) > 1:
        return None
    return (defaults[0] if defaults else None,)


def _kept(evaluator: Evaluator, *, outcome: bool) -> Value:
    return evaluator.atoms.external(OUTCOMES[outcome])


def _is_name(value: Value) -> bool:
    """Whether a value names something: texts without blanks, as SQL has them, beside what is not known of it."""
    texts = [atom.value for atom in value if isinstance(atom, Constant)]
    others = [atom for atom in value if not isinstance(atom, (Constant, External)) and not is_unknown(atom)]
    return bool(texts) and not others and all(isinstance(one, str) and not one.split()[1:] for one in texts)

"""Is a collection known to be empty, or not to be?  Only where nothing else can have changed it.

A tuple stays as it is. A list, set or dict may be filled by whatever holds it, too: a function that it was handed to, a
bound method that was passed on, another variable or attribute. So what a test says of one is believed for variables
alone that their function hands to nobody: parameters, which hold what callers wrote (`extra={}`) or did not
(`**options`), and those that it makes and fills itself (`found = []`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.domain.asking import truth
from boundary.link.domain.keys import fits, is_exact, key_of
from boundary.link.domain.values import Container, Instance, by_age
from boundary.link.effects.laziness import is_lazy
from boundary.link.members.just_made import is_just_made
from boundary.link.members.looked_at import LOOKING, filled_here
from boundary.link.syntax.kinds import CALL, CHILDREN, DISPLAY, INNER, KEYWORD, NAME, OPERATION, SUBSCRIPT
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator


TRUTH: Final = "what a test calls"
COPYING: Final = frozenset({"frozenset", "iter", "list", "reversed", "set", "sorted", "tuple"})
"""Builtins that give the members of what they are given, in a collection of their own."""
SHRINKING: Final = frozenset({"clear", "discard", "pop", "popitem", "popleft", "remove", "difference_update",
                              "intersection_update"})  # fmt: skip
"""Methods that take something out of a collection."""


def truth_of(evaluator: Evaluator, node: code.Expression, value: Value) -> bool | None:
    """The truth of what an expression has been evaluated to, None where it has none or is not known."""
    held = truth(value)
    if held is None and len(value) == 1:
        (atom,) = value
        if type(node) is DISPLAY and not node.items:
            return False
        if is_bare(atom) and (copied := _copied(node)) is not None:
            return truth_of(evaluator, copied, evaluator.evaluate(copied))
        for name in _names(node) if isinstance(atom, Container) else ():
            if evaluator.env.get(name) == value:
                made = is_bare(atom) and is_just_made(evaluator.context.function, node)
                return False if made else filled(evaluator, name, atom)
    return held


def _copied(node: code.Expression) -> code.Expression | None:
    """What a collection that is made at hand, and that nobody else knows yet, is made of: `list(rows)`."""
    if type(node) is not CALL or type(node.function) is not NAME or node.function.id not in COPYING:
        return None
    return node.arguments[0] if len(node.arguments) == 1 else None


def is_in_vain(evaluator: Evaluator, node: code.Expression, value: Value) -> bool:
    """Whether `held.get(key, [])` gives its default: what a dict of the function's own has under no key.

    A list that is there is another matter: it may be filled by whatever holds it, too.
    """
    if not value or type(node) is not CALL or not all(is_bare(each) for each in value):
        return False
    match node:
        case code.Call(
            function=code.Attribute(value=code.Name(id=name), name="get"), arguments=[key, code.Display(items=())]
        ):
            pass
        case _:
            return False
    wanted, held = key_of(evaluator.evaluate(key)), evaluator.env.get(name)
    return wanted is not None and bool(held) and all(_lacks(atom, wanted) for atom in held or ())


def _lacks(atom: Atom, key: object) -> bool:
    """Whether a dict has nothing under a key, other than what it makes for keys that are missing."""
    if not isinstance(atom, Container) or atom.kind != "dict" or atom.entries is None:
        return False
    return is_exact(key) and all(
        not fits(name, key) if name is not None else all(is_bare(each) for each in held) for name, held in atom.entries
    )


def is_bare(atom: Atom) -> bool:
    """Whether a collection is empty as far as it can be told from itself."""
    return isinstance(atom, Container) and atom.entries == () and not atom.element


def tested(evaluator: Evaluator, node: code.Expression, value: Value, line: int) -> bool | None:
    """The truth of what is tested at a line, which goes through what is lazy: `if orders:` reads a queryset.

    Objects of the project are asked for their truth, or their length, where their class answers that.
    """
    for atom in by_age(value):
        if type(atom) is not Instance:
            continue
        if atom.model is not None:
            if is_lazy(evaluator, atom):
                evaluator.interpreter.items.iterate(evaluator, atom.alone, line)
        elif (name := _truth_method(evaluator, atom.cls)) is not None:
            evaluator.interpreter.objects.method(evaluator, atom.alone, name, line)
    return truth_of(evaluator, node, value)


def _truth_method(evaluator: Evaluator, cls: ClassInfo) -> str | None:
    """The method of the project that a test calls on objects of a class."""
    if cls.library:
        return None
    if TRUTH not in cls.answers:
        lookup = evaluator.interpreter.classes.lookup
        owned = ((name, lookup(cls, name)[0]) for name in ("__bool__", "__len__"))
        first = next(((name, owner) for name, owner in owned if owner is not None), None)
        cls.answers[TRUTH] = first[0] if first is not None and not first[1].library else None
    name: str | None = cls.answers[TRUTH]
    return name


def _names(node: code.Expression) -> Iterator[str]:
    """The variables that an expression may have given: itself, or what `or` and `and` end with."""
    if type(node) is NAME:
        yield node.id
    elif type(node) is OPERATION and node.operator in {"or", "and"}:
        for operand in node.operands:
            yield from _names(operand)


def filled(evaluator: Evaluator, name: str, atom: Atom) -> bool | None:
    """Whether anything is in the collection that a variable holds, None where that is not sure."""
    if not isinstance(atom, Container) or atom.entries is None or atom.kind.endswith("tuple"):
        return truth(atom.alone)
    function = evaluator.context.function
    if function is None or not (name in _own(function) or _is_skeleton(function)):
        return None
    if atom.kind == "dict" and atom.entries and all(key is None for key, _ in atom.entries):
        return None  # `**options` of which nothing is known
    if atom.entries and not _own(function).get(name, True):
        return None  # something may have been taken out
    return bool(atom.entries)


def _is_skeleton(function: FunctionInfo) -> bool:
    """Whether the code is a skeleton of a library: its lists are nobody else's."""
    return function.library and not function.module.environment


def _own(function: FunctionInfo) -> dict[str, bool]:
    """The variables that a function hands to nobody (found once), and whether it takes nothing out of them."""
    if function.own is None:
        names = {parameter.name for parameter in function.parameters} | filled_here(function.body)
        changed = set(_changed(function.body)) if names else set()
        function.own = {name: (name, False) not in changed for name in names if (name, True) not in changed}
    return function.own


def _changed(body: tuple[code.Statement, ...]) -> Iterator[tuple[str, bool]]:
    """What else has or loses something of a variable's collection: its name, and whether it is handed on.

    Handed on are arguments, and what gets another name, is put into something or lives on in a closure.
    """
    stack: list[tuple[Any, bool]] = [(body, False)]
    while stack:
        node, whole = stack.pop()
        kind = type(node)
        if kind is NAME:
            if whole:
                yield node.id, True
            continue
        if kind is tuple:
            stack.extend([(one, whole) for one in node])
            continue
        children = CHILDREN.get(kind)
        if not children:
            continue
        inner = whole or kind in INNER  # which keep the variables that they mention for longer
        if kind in TAKING:
            yield from ((one, False) for one in _shrunk(node))
        kept = () if inner or _only_looks(node) else _KEPT.get(kind, ())
        for name in children:
            child = getattr(node, name)
            if name in kept:
                listed = child if type(child) is tuple else (child,)
                yield from ((one.id, True) for one in listed if type(one) is NAME)
            stack.append((child, inner))


def _shrunk(node: code.Node) -> Iterator[str]:
    """The variables out of whose collections something is taken: `x.pop()`, `del x[0]`."""
    match node:
        case code.Call(function=code.Attribute(value=code.Name(id=name), name=method)) if method in SHRINKING:
            yield name
        case code.Delete(targets=targets):
            for target in targets:
                if type(target) is SUBSCRIPT and type(target.value) is NAME:
                    yield target.value.id


def _only_looks(node: code.Node) -> bool:
    """Whether a node hands nothing on: a builtin that reads its argument, or `**options`, which is copied."""
    if type(node) is CALL:
        return type(node.function) is NAME and node.function.id in LOOKING
    return type(node) is KEYWORD and node.name is None


TAKING: Final[frozenset[type]] = frozenset({code.Call, code.Delete})

_KEPT: Final[dict[type, tuple[str, ...]]] = {
    code.Call: ("arguments",),
    code.Keyword: ("value",),
    code.Assign: ("value",),
    code.Bind: ("value",),
    code.Display: ("items",),
    code.Mapping: ("values",),
    code.Yield: ("value",),
}
"""Where the object that a name stands for gets another holder."""

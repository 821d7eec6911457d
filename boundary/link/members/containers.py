"""What is in a list, a tuple or a dict?  Members kept apart where they are known, joined where they are not."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from boundary.link.definitions.listed_classes import joined_members
from boundary.link.domain.asking import is_unknown, strings
from boundary.link.domain.joining import join, together, union, widen
from boundary.link.domain.keys import has_objects, held_under, is_exact, is_object, is_told, key_of, tuple_keys
from boundary.link.domain.merging import LARGEST_REGISTRY
from boundary.link.domain.patterns import names_like
from boundary.link.domain.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    ModuleAtom,
    Pattern,
    by_age,
)
from boundary.link.frameworks.python.members import under_name
from boundary.link.members.gathering import gathered, loosened
from boundary.link.members.lengths import may_have_more
from boundary.link.syntax.kinds import STARRED

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

MOST_ENTRIES: Final = 40
OPEN: Final = "open tuple"
"""The kind of what `*args` holds where only its first members are known one by one: the last entry joins the rest."""


def members(value: Value) -> tuple[Value, ...] | None:
    """The members of the one list or tuple that a value is, in order; None where they are not known."""
    if len(value) != 1:
        return None
    (atom,) = value
    if isinstance(atom, Container) and atom.kind in {"list", "tuple", "set"} and atom.entries is not None:
        return atom.entries
    return None


def texts_in(value: Value) -> list[str]:
    """The texts that the one list or tuple that a value is may hold; none where its members are not known."""
    return [text for one in members(value) or () for text in strings(one)]


def texts_of_keys(value: Value) -> list[str]:
    """The keys of the dict that a value is, or of several; none where one is no text, or others may be there."""
    keys: dict[Hashable, None] = {}
    for atom in by_age(value):
        if not isinstance(atom, Container) or atom.kind != "dict" or atom.entries is None:
            return []
        keys.update(dict.fromkeys([key for key, _ in atom.entries]))
    texts = [key for key in keys if isinstance(key, str)]
    return texts if len(texts) == len(keys) else []


def parts(atom: Container) -> list[Value]:
    """The members of a collection one by one, where they are known; else, and of a dict, all together."""
    if atom.kind == "dict" or atom.entries is None:
        return [atom.element]
    return list(atom.entries)


def opened(value: Value) -> tuple[tuple[Value, ...], Value] | None:
    """The first members of the one `*args` that a value is, and what the others are; None for anything else."""
    if len(value) != 1:
        return None
    (atom,) = value
    if isinstance(atom, Container) and atom.kind == OPEN and atom.entries:
        return atom.entries[:-1], atom.entries[-1]
    return None


def pairs(value: Value, *, holes: bool = False) -> dict[Hashable, Value] | None:
    """Keys and values of the dict that a value is (or of several, joined); None where no keys are known.

    A text with holes is no key that is known, unless `holes` asks for these, too: for another dict.
    A key that only some of them have may be missing: a flag under it decides nothing.
    """
    dicts = [atom for atom in value if isinstance(atom, Container) and atom.kind == "dict" and atom.entries is not None]
    if not dicts:
        return None
    found: dict[Hashable, Value] = {}
    for atom in dicts:
        for key, held in atom.entries or ():
            if _is_known(key, holes=holes):
                found[key] = union(found.get(key, BOTTOM), held)
    if len(dicts) > 1:
        held_by = [dict(atom.entries or ()) for atom in dicts]
        return {key: held if all(key in one for one in held_by) else loosened(held) for key, held in found.items()}
    return found


def missing_in_some(value: Value) -> frozenset[str]:
    """The texts that are keys of one dict that a value may be, and not of another one."""
    if len(value) < 2:  # noqa: PLR2004 - of one dict each key is one of all
        return frozenset()
    dicts = [atom for atom in value if isinstance(atom, Container) and atom.kind == "dict" and atom.entries is not None]
    held = [frozenset([key for key, _ in atom.entries or () if isinstance(key, str)]) for atom in dicts]
    return frozenset().union(*held).difference(held[0].intersection(*held)) if len(held) > 1 else frozenset()


def open_part(value: Value, *, holes: bool = False) -> Value:
    """What a dict holds under keys that are not known; with `holes`, under those of which nothing is known."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Container) and atom.kind == "dict":
            if atom.entries is None:
                found.append(atom.element)
            else:
                found.extend(held for key, held in atom.entries if not _is_known(key, holes=holes))
        elif is_unknown(atom):
            found.append(UNKNOWN)
    return join(found)


def _is_known(key: Hashable, *, holes: bool) -> bool:
    return is_told(key) or (holes and key is not None)


def element(evaluator: Evaluator, value: Value) -> Value:
    """Anything that iterating over the value may give."""
    return evaluator.interpreter.items.iterate(evaluator, value, 0)


def mapped(evaluator: Evaluator, value: Value) -> Value:
    """Anything that a mapping may hold as a value."""
    del evaluator
    found = [atom.element for atom in value if isinstance(atom, Container) and atom.kind == "dict"]
    return join(found) or UNKNOWN


def item(evaluator: Evaluator, value: Value, index: int, count: int) -> Value:
    """The part that unpacking into `count` targets gives to the one at `index`."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Container) and atom.kind in {"tuple", "list"} and atom.entries is not None:
            if len(atom.entries) == count:
                found.append(atom.entries[index])
            elif len(atom.entries) < count and may_have_more(atom):
                found.append(atom.element)
            continue
        parts = evaluator.interpreter.objects.parts(evaluator, atom, 0) if isinstance(atom, Instance) else None
        if parts is not None and len(parts) == count:
            found.append(parts[index])
            continue
        found.append(evaluator.interpreter.items.iterate(evaluator, atom.alone, 0))
    return join(found) or UNKNOWN


def unpacked(evaluator: Evaluator, value: Value, targets: Sequence[code.Expression]) -> list[Value]:
    """What unpacking gives to each of some targets; to the one with a star (`first, *rest = rows`) a list."""
    star = next((at for at, one in enumerate(targets) if type(one) is STARRED), -1)
    if star < 0:
        return [item(evaluator, value, at, len(targets)) for at in range(len(targets))]
    behind = len(targets) - 1 - star
    found: list[list[Value]] = [[] for _ in targets]
    for atom in value:
        members = atom.entries if isinstance(atom, Container) and atom.kind in {"tuple", "list"} else None
        if members is None or (len(members) < len(targets) and may_have_more(atom)):
            each = evaluator.interpreter.items.iterate(evaluator, atom.alone, 0)
            parts = [evaluator.atoms.container("list", each) if at == star else each for at in range(len(targets))]
        elif len(members) < len(targets) - 1:
            continue
        else:
            end = len(members) - behind
            parts = [*members[:star], make(evaluator, "list", list(members[star:end])), *members[end:]]
        for held, part in zip(found, parts, strict=True):
            held.append(part)
    return [join(held) or UNKNOWN for held in found]


def make(evaluator: Evaluator, kind: str, values: list[Value], *, closed: bool = True) -> Value:
    """A list, tuple or set of these members; not `closed` where some of them are not known one by one."""
    if closed and (len(values) <= MOST_ENTRIES or _is_written_registry(values)):
        return evaluator.atoms.container(kind, joined_members(values), tuple(values))
    return evaluator.atoms.container(kind, frozenset().union(*values))


def _is_written_registry(values: list[Value]) -> bool:
    """Whether these are pairs as dicts are made of, each of a key and what a registry holds."""
    return len(values) <= LARGEST_REGISTRY and all(_is_registering(each) for each in values)


def _is_registering(value: Value) -> bool:
    (atom, *others) = value or (ANY,)
    entries = atom.entries if not others and isinstance(atom, Container) and atom.kind == "tuple" else None
    return entries is not None and len(entries) == 2 and any(is_registered(each) for each in entries[1])  # noqa: PLR2004 - a pair


def make_dict(evaluator: Evaluator, entries: list[tuple[Value, Value]], opened: Value = BOTTOM) -> Value:
    """A dict of these keys and values, and of what unknown keys may hold."""
    held: dict[Hashable, Value] = {}
    for key, value in entries:
        name = key_of(key)
        if name is None:
            opened |= value or UNKNOWN
        else:
            held[name] = join((held[name], value)) if name in held and not is_exact(name) else value
    everything = together((opened, *held.values()))
    if not are_kept_apart(len(held), everything):
        return evaluator.atoms.container("dict", everything)
    packed: list[object] = list(held.items())
    if opened:
        packed.append((None, opened))
    return evaluator.atoms.container("dict", everything, tuple(packed))


def are_kept_apart(count: int, element: Value) -> bool:
    """Whether a dict keeps apart so many entries, which hold this in all: of a registry many more."""
    return count <= MOST_ENTRIES or (count <= LARGEST_REGISTRY and any(is_registered(each) for each in element))


def is_registered(atom: Atom) -> bool:
    """Whether this is what a registry holds, which many ask by name: each entry is another matter."""
    acts = isinstance(atom, Instance) and atom.model is None and not atom.cls.library
    return acts or isinstance(atom, (Function, ClassAtom, Container))


def sliced(evaluator: Evaluator, value: Value, bounds: list[Value], line: int) -> Value:
    """`value[1:]`: of members or a text that are known what is between the bounds, where these are known, too."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Container):
            found.append(_between(evaluator, atom, bounds))
        elif isinstance(atom, Constant) and isinstance(atom.value, str) and (numbers := _numbers(bounds)) is not None:
            found.append(evaluator.atoms.constant(atom.value[slice(*numbers)]))
        elif isinstance(atom, Instance):
            found.append(evaluator.interpreter.items.sliced(evaluator, atom, line))
        else:
            found.append(subscript(evaluator, atom.alone, UNKNOWN, line))
    return join(found) or UNKNOWN


def _between(evaluator: Evaluator, atom: Container, bounds: list[Value]) -> Value:
    numbers = _numbers(bounds)
    if atom.kind not in {"list", "tuple"} or atom.entries is None or numbers is None:
        return evaluator.atoms.container(atom.kind, atom.element)
    kept = atom.entries[slice(*numbers)]
    if not kept and may_have_more(atom):
        return evaluator.atoms.container("list", atom.element)
    return make(evaluator, atom.kind, list(kept))


def _numbers(bounds: list[Value]) -> list[int | None] | None:
    """The bounds of a slice, None where one is not known."""
    numbers: list[int | None] = []
    for bound in bounds:
        atom = next(iter(bound)) if len(bound) == 1 else None
        if not isinstance(atom, Constant) or not (atom.value is None or type(atom.value) is int):
            return None
        numbers.append(atom.value)
    return numbers if numbers[2:] != [0] else None


def subscript(evaluator: Evaluator, value: Value, index: Value, line: int) -> Value:
    """`value[index]`."""
    found: list[Value] = _letters(evaluator, value, index)
    for atom in value if not found else ():
        if isinstance(atom, ClassAtom):
            items = evaluator.interpreter.items
            rows = items.named_member(atom, index) or items.rows(evaluator, atom, line)
            if rows is None:
                rows = evaluator.interpreter.items.item_of_class(evaluator, atom, index, line)
            found.append(rows or atom.alone)  # Generic[T]: the class itself
        elif isinstance(atom, External):
            found.append(_module_called(evaluator, atom, index) or evaluator.atoms.external(f"{atom.dotted}[]"))
        elif isinstance(atom, Container):
            if len(value) == 1 or not _lacks(atom, index):  # else it raises `KeyError`, and one of the others is meant
                found.append(_entry(atom, index))
        elif isinstance(atom, Instance):
            found.append(evaluator.interpreter.items.item_of(evaluator, atom, index, line))
        elif isinstance(atom, ModuleAtom):  # what `globals()` gives
            found.extend(
                evaluator.interpreter.attributes.get(evaluator, atom.alone, name, line)
                for name in _names(evaluator, atom, index)
            )
    return under_name(evaluator, widen(gathered(evaluator, together(found))), index) or UNKNOWN


def _letters(evaluator: Evaluator, value: Value, index: Value) -> list[Value]:
    """`name[0]` of texts that are known: of each its letter; one that is too short has none."""
    found: list[Value] = []
    for text in by_age(value):
        if type(text) is not Constant or not isinstance(text.value, str):
            return []
        for place in index:
            if type(place) is not Constant or type(place.value) is not int:
                return []
            if -len(text.value) <= place.value < len(text.value):
                found.append(evaluator.atoms.constant(text.value[place.value]))
    return found


def _module_called(evaluator: Evaluator, atom: External, index: Value) -> Value:
    """`sys.modules[name]`."""
    if atom.dotted != "sys.modules":
        return BOTTOM
    return join(evaluator.interpreter.names.imported(name) for name in strings(index))


def _names(evaluator: Evaluator, atom: ModuleAtom, index: Value) -> list[str]:
    """Which names of a module may be meant."""
    like = (names_like(evaluator.interpreter, atom.alone, one) for one in index if isinstance(one, Pattern))
    return [*strings(index), *chain.from_iterable(like)]


def _entry(atom: Container, index: Value) -> Value:
    """What is held under an index: under each key that it may be, where all of them are known."""
    if len(index) > 1 and atom.kind == "dict" and ANY not in index:
        return join(_entry(atom, one.alone) for one in index)
    if atom.entries is None or not index:
        return atom.element or UNKNOWN
    several = tuple_keys(index) if atom.kind == "dict" else []
    if several:
        return join(_under(atom, key) for key in several) or UNKNOWN
    key = key_of(index)
    if key is None or ANY in index:
        return atom.element or UNKNOWN
    if is_object(key) and not (atom.kind == "dict" and any(is_object(name) for name, _ in atom.entries)):
        return atom.element or UNKNOWN  # an object that may be any of the constants: a member of an enumeration
    if atom.kind == "dict":
        return _under(atom, key) or UNKNOWN
    if atom.kind == OPEN and not (isinstance(key, int) and 0 <= key < len(atom.entries) - 1):
        return atom.element or UNKNOWN
    if isinstance(key, int) and -len(atom.entries) <= key < len(atom.entries):
        held: Value = atom.entries[key]
        return held
    return atom.element or UNKNOWN


def _under(atom: Container, key: Hashable) -> Value:
    """What a dict holds under a key, or may hold under it."""
    found = held_under(atom, key)
    return together(found) if isinstance(key, Pattern) else join(found)


def _lacks(atom: Container, index: Value) -> bool:
    """Whether a dict is known to have nothing under a key: a registry, before anything was put into it."""
    if atom.kind != "dict" or atom.entries is None or len(index) != 1:
        return False
    key = key_of(index)
    if key is None or is_object(key):
        return False
    return not held_under(atom, key) and not has_objects(atom)


def concatenate(evaluator: Evaluator, values: list[Value]) -> Value:
    """`a + b` of lists and tuples; unknown for everything else."""
    sequences = [members(value) for value in values]
    if sequences and all(part is not None for part in sequences):
        (first,) = values[0]
        joined = [one for part in sequences for one in part or ()]
        return make(evaluator, first.kind, joined)  # type: ignore[attr-defined]
    found: set[Atom] = set()
    kind = None
    for value in values:
        for atom in value:
            if isinstance(atom, Container):
                kind = kind or atom.kind
                found |= atom.element
            elif type(atom) is External:  # what a list from outside holds may be anything, beside what is known
                found |= evaluator.interpreter.items.iterate(evaluator, atom.alone, 0)
            elif is_unknown(atom):
                found |= UNKNOWN
    return evaluator.atoms.container(kind, frozenset(found)) if kind else UNKNOWN


def repeated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`[x] * n`: a list of as many; None where nothing is a list."""
    lists = [atom for value in values for atom in value if isinstance(atom, Container)]
    return join(evaluator.atoms.container(one.kind, one.element) for one in lists) or None

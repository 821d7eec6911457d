"""What do Python's functions on dicts give?  `dict(...)`, `mapping.get(key)`, `defaultdict`, `ChainMap`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join, together, union
from boundary.link.domain.keys import exact_key, fits, holds_object, is_exact, key_of, value_of
from boundary.link.domain.values import BOTTOM, TOO_MANY, UNKNOWN, ClassAtom, Container, Instance, Pattern, by_age
from boundary.link.frameworks.python.collections import copied
from boundary.link.frameworks.python.members import under_name
from boundary.link.members import containers, growing
from boundary.link.members.emptiness import is_bare
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall


def dict_of(call: NativeCall) -> Value:
    """`dict(a=1, **rest)`."""
    entries = [(call.atoms.constant(name), value) for name, value in call.arguments.keywords.items()]
    opened = call.arguments.others
    for value in call.arguments.positional:
        listed = listed_pairs(value)
        held = containers.pairs(value, holes=True)
        if listed is not None:
            entries = [*listed, *entries]
        elif held is None:
            pairs = _pairs(call, value)
            keyed = [(key, second) for key, second in pairs if holds_object(key_of(key))]
            entries = [*keyed, *entries]
            if len(keyed) < len(pairs) or not pairs:
                opened |= join(second for _, second in pairs) or containers.mapped(call.evaluator, value)
        else:
            entries = [*((call.atoms.constant(key), one) for key, one in held.items()), *entries]
            opened |= containers.open_part(value, holes=True)
    return containers.make_dict(call.evaluator, entries, opened)


def of_pairs(evaluator: Evaluator, value: Value) -> Value:
    """What `held.update([("a", 1)])` puts into a dict: the dict of the pairs; what lists no pairs as it is."""
    listed = listed_pairs(value)
    if listed is not None:
        return containers.make_dict(evaluator, listed)
    lists = [atom for atom in value if isinstance(atom, Container) and atom.kind != "dict"]
    pairs = [containers.members(one.alone) or () for each in lists for one in each.element]
    if not pairs or any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - a pair
        return value
    keyed = [(key, held) for key, held in pairs if holds_object(key_of(key))]
    opened = join(held for key, held in pairs if not holds_object(key_of(key)))
    return containers.make_dict(evaluator, keyed, opened)


def listed_pairs(value: Value) -> list[tuple[Value, Value]] | None:
    """The pairs of `[("a", 1), ("b", 2)]`, None where they are not written out."""
    found: list[tuple[Value, Value]] = []
    for member in containers.members(value) or ():
        pair = containers.members(member)
        if pair is None or len(pair) != 2:  # noqa: PLR2004 - a pair
            return None
        found.append((pair[0], pair[1]))
    return found or None


def _pairs(call: NativeCall, value: Value) -> list[tuple[Value, Value]]:
    """The pairs in something that is iterated: `sorted(providers.items())`, `((order, 1) for order in orders)`."""
    members = [
        call.interpreter.items.iterate(call.evaluator, atom.alone, call.line) for atom in value if _lists(call, atom)
    ]
    pairs = [containers.members(one.alone) or () for member in members for one in member]
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]  # noqa: PLR2004 - a pair


def _lists(call: NativeCall, atom: Atom) -> bool:
    """Whether a dict is made of the pairs of something: a list, or the rows of a query; what has keys is a mapping."""
    if isinstance(atom, Instance):
        return atom.cls.library and call.interpreter.classes.lookup(atom.cls, "keys")[0] is None
    return isinstance(atom, Container) and atom.kind != "dict"


def got(call: NativeCall) -> Value:
    """`mapping.get(key[, default])`, `mapping.pop(key[, default])`."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    default = call.arguments.get(1, "default")
    holes = [name for name, _ in receiver.entries or () if isinstance(name, Pattern)]
    names = [exact_key(one, receiver.entries or (), holes) for one in call.first]
    if receiver.entries is not None and None not in names:
        held: dict[Hashable, Value] = dict(receiver.entries)
        # Not one of the known keys: what unknown keys hold, never what the others do. These may have taken its place.
        anew = held.get(None, BOTTOM)
        missing = anew | (default if default is not None else call.atoms.none)
        if not _is_local(call):
            missing |= UNKNOWN  # whoever holds it, too, may have put something there
        there = join(union(held[name], anew) if name in held else missing for name in names)
        return under_name(call.evaluator, there, call.first)
    value = receiver.element | (default or call.atoms.none)
    return value if receiver.element else value | UNKNOWN


def _is_local(call: NativeCall) -> bool:
    """Whether the dict that is asked stands in a variable of the function, or is written where it is asked."""
    node = call.evaluator.calling
    match node.function if node is not None else None:
        case code.Attribute(value=code.Name(id=name)):
            return name in call.evaluator.env
        case code.Attribute(value=code.Mapping()):
            return True
        case _:
            return False


def values_of(call: NativeCall) -> Value:
    """`mapping.values()`: one by one where the keys are known.

    Collections are taken together: one under a key may be filled by way of another one, or where nobody sees it.
    """
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    if is_bare(receiver):  # it adds nothing to what others beside it hold
        return call.atoms.container("list", BOTTOM, ())
    held = tuple([value for _, value in receiver.entries or ()])
    unknown = all(key is None for key, _ in receiver.entries or ())  # nor how many there are
    if unknown or any(isinstance(atom, Container) for atom in receiver.element):
        held = ()
    return call.atoms.container("list", receiver.element or UNKNOWN, held or None)


def items_of(call: NativeCall) -> Value:
    """`mapping.items()`: pairs, one by one where the keys are known."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    if is_bare(receiver):  # it adds nothing to what others beside it hold
        return call.atoms.container("list", BOTTOM, ())
    pairs: list[Value] = []
    for key, held in receiver.entries or ():
        name = value_of(call.evaluator, key)
        pairs.append(call.atoms.container("tuple", held, (name, held)))
    if receiver.entries is None or not pairs:
        element = receiver.element or UNKNOWN
        return call.atoms.container("list", call.atoms.container("tuple", element, (UNKNOWN, element)))
    return call.atoms.container("list", frozenset().union(*pairs), tuple(pairs))  # many meet where they are iterated


def dict_setdefault(call: NativeCall) -> Value:
    """`mapping.setdefault(key, default)`: what stands under the key, else the default."""
    receiver = call.receiver
    default = call.arguments.get(1, "default") or call.atoms.none
    key = key_of(call.first)
    if not isinstance(receiver, Container):
        return default
    if receiver.entries is None or not is_exact(key):
        return receiver.element | default
    held: dict[Hashable, Value] = dict(receiver.entries)
    likely = join(value for name, value in receiver.entries if isinstance(name, Pattern) and fits(name, key))
    return held.get(key, default) | held.get(None, BOTTOM) | likely


def made_by_default(call: NativeCall) -> Value:
    """`defaultdict(factory)`: what the factory makes, under any key that nothing else is put under."""
    made = call.interpreter.calls.call(call.evaluator, call.first, NO_ARGUMENTS, call.line) - TOO_MANY
    return call.atoms.container("dict", made, ((None, made),))


def counted(call: NativeCall) -> Value:
    """`Counter(rows)`: a number for each of the members; of texts and numbers nobody asks for one."""
    keys = BOTTOM
    for one in call.arguments.positional:
        keys |= call.interpreter.items.iterate(call.evaluator, one, call.line)
    if not any(isinstance(atom, ClassAtom) or holds_object(key_of(atom.alone)) for atom in keys):
        return call.atoms.external("collections.Counter()")
    return containers.make_dict(call.evaluator, [(atom.alone, UNKNOWN) for atom in by_age(keys)])


def most_common(call: NativeCall) -> Value:
    """`counter.most_common(3)`: pairs of a member and its number."""
    pairs = items_of(call) or UNKNOWN
    return call.atoms.container("list", together(atom.element for atom in pairs if isinstance(atom, Container)))


def layered(call: NativeCall) -> Value:
    """`ChainMap(a, b)`: the keys of all, the first that has one wins."""
    dicts = [value for value in reversed(call.arguments.positional) if known(value)]
    result = call.atoms.container("dict", BOTTOM, ())
    for one in dicts:
        result = growing.updated(call.evaluator, result, one)
    return result


def from_keys(call: NativeCall) -> Value:
    """`dict.fromkeys(keys, value)`."""
    held = call.arguments.get(1, "value") or call.atoms.none
    members = containers.members(call.first)
    if members is not None:
        return containers.make_dict(call.evaluator, [(key, held) for key in members])
    keys = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    entries = [(atom.alone, held) for atom in by_age(keys) if holds_object(key_of(atom.alone))]
    return containers.make_dict(call.evaluator, entries, held if len(entries) < len(keys) else BOTTOM)


def pair_of(call: NativeCall) -> Value:
    """`mapping.popitem()`: a key and its value."""
    pairs = items_of(call) or UNKNOWN
    return join(atom.element for atom in pairs if isinstance(atom, Container)) or UNKNOWN


def keys_of(call: NativeCall) -> Value:
    """`mapping.keys()`."""
    receiver = call.receiver
    held = receiver.entries if isinstance(receiver, Container) else None
    return call.atoms.container("list", join(value_of(call.evaluator, key) for key, _ in held or ()) or UNKNOWN)


NATIVES: Final[dict[str, Handler]] = {
    "builtins.dict": dict_of,
    "collections.OrderedDict": dict_of,
    "collections.defaultdict": made_by_default,
    "collections.Counter": counted,
    "dict.most_common": most_common,
    "dict.elements": keys_of,
    "weakref.WeakValueDictionary": dict_of,
    "weakref.WeakKeyDictionary": dict_of,
    "builtins.dict.fromkeys": from_keys,
    "collections.ChainMap": layered,
    "dict.get": got,
    "dict.pop": got,
    "dict.popitem": pair_of,
    "dict.setdefault": dict_setdefault,
    "dict.values": values_of,
    "dict.items": items_of,
    "dict.keys": keys_of,
    "dict.copy": copied,
}

"""What do Python's own builtins and standard library do with the values that are handed to them?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.arguments import NO_ARGUMENTS, Arguments
from boundary.link.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    Native,
    Pattern,
    Super,
    Wrapped,
    join,
    strings,
)

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Atom, Value

MOST_MATCHING = 60


def first(call: NativeCall) -> Value:
    """The first argument, unknown where there is none."""
    return call.arguments.get(0, "") or UNKNOWN


# --- attributes by name --------------------------------------------------------------------------------


def get_attribute(call: NativeCall) -> Value:
    """`getattr(x, name[, default])`; a name with holes means every attribute that it fits."""
    holder, name = first(call), call.arguments.get(1, "name") or UNKNOWN
    found: list[Value] = []
    for atom in name:
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            got = call.interpreter.attributes.get(call.evaluator, holder, atom.value, call.line)
            found.append(got)
        elif isinstance(atom, Pattern):
            found.extend(
                call.interpreter.attributes.get(call.evaluator, holder, one, call.line)
                for one in names_like(call, holder, atom)
            )
    default = call.arguments.get(2, "default")
    if default is not None:
        found.append(default)
    return join(found) or UNKNOWN


def names_like(call: NativeCall, holder: Value, pattern: Pattern) -> list[str]:
    """The method names of a value's classes that fit a pattern with holes."""
    expression = re.compile("".join(".+" if piece is None else re.escape(piece) for piece in pattern.pieces))
    found: dict[str, None] = {}
    for atom in holder:
        cls = atom.cls if isinstance(atom, (Instance, ClassAtom)) else None
        if cls is not None:
            for one in call.interpreter.classes.mro(cls):
                found.update({name: None for name in one.bindings if expression.fullmatch(name)})
    return list(found)[:MOST_MATCHING]


def set_attribute(call: NativeCall) -> Value:
    """`setattr(x, name, value)`."""
    name = call.arguments.get(1, "name") or UNKNOWN
    value = call.arguments.get(2, "value") or UNKNOWN
    for one in strings(name):
        call.interpreter.attributes.set(call.evaluator, first(call), one, value, call.line)
    return call.atoms.none


def has_attribute(call: NativeCall) -> Value:
    """`hasattr(x, name)`: decided for classes that the linker reads whole."""
    names = strings(call.arguments.get(1, "name") or UNKNOWN)
    value = first(call)
    if len(names) != 1 or len(value) != 1:
        return UNKNOWN
    (atom,) = value
    if isinstance(atom, ClassAtom):
        owner, _ = call.interpreter.classes.lookup(atom.cls, names[0])
        if owner is not None:
            return call.atoms.constant(True)
    if isinstance(atom, Instance):
        # What a class defines its instances have; what it does not define may have been stored.
        _, held = call.interpreter.classes.lookup(atom.cls, names[0])
        if any(isinstance(one, (Function, Wrapped)) for one in held):
            return call.atoms.constant(True)
    return UNKNOWN


def is_instance(call: NativeCall) -> Value:
    """`isinstance(x, classes)` where the class of x is known."""
    value, tested = first(call), call.arguments.get(1, "") or UNKNOWN
    members = containers.members(tested)
    wanted = [atom for one in (members if members is not None else [tested]) for atom in one]
    classes = [atom.cls for atom in wanted if isinstance(atom, ClassAtom)]
    if not classes or len(classes) != len(wanted) or not value:
        return UNKNOWN
    answers: set[bool] = set()
    for atom in value:
        if isinstance(atom, (Instance, ClassAtom)):
            is_one = any(call.interpreter.classes.derives(atom.cls, cls) for cls in classes)
            if not is_one and not (isinstance(atom, Instance) and atom.exact) and not isinstance(atom, ClassAtom):
                return UNKNOWN
            answers.add(is_one)
        elif isinstance(atom, Constant):
            answers.add(False)
        else:
            return UNKNOWN
    return call.atoms.constant(answers.pop()) if len(answers) == 1 else UNKNOWN


def type_of(call: NativeCall) -> Value:
    """`type(x)`, and `type(name, bases, namespace)`."""
    if len(call.arguments.positional) == 3:  # noqa: PLR2004 - the form that makes a class
        bases = containers.element(call.evaluator, call.arguments.positional[1])
        return frozenset(atom for atom in bases if isinstance(atom, ClassAtom)) or UNKNOWN
    found = [call.atoms.class_(atom.cls) for atom in first(call) if isinstance(atom, Instance)]
    return join(found) or UNKNOWN


def super_of(call: NativeCall) -> Value:
    """`super()` and `super(Class, self)`."""
    evaluator = call.evaluator
    cls: ClassInfo | None = None
    for atom in call.arguments.positional[0] if call.arguments.positional else ():
        if isinstance(atom, ClassAtom):
            cls = atom.cls
    context = evaluator.context
    function = context.function
    receivers: Value = BOTTOM
    if len(call.arguments.positional) > 1:
        receivers = call.arguments.positional[1]
    while function is not None:
        owner = function.cls
        if cls is None:
            cls = owner
        if not receivers and context.receiver is not None:
            receivers = frozenset((context.receiver,))
        if not receivers and owner is not None and function.parameters:
            receivers = context.arguments.get(function.parameters[0].name, BOTTOM)
        if receivers or context.closure is None:
            break
        context = context.closure
        function = context.function
    if cls is None:
        return UNKNOWN
    found = [call.atoms.super_(cls, atom) for atom in receivers if isinstance(atom, (Instance, ClassAtom))]
    return join(found) or UNKNOWN


# --- collections ---------------------------------------------------------------------------------------


def iterated(call: NativeCall) -> Value:
    """`any`, `sum`, `len` ...: the argument is iterated over, the answer is a number."""
    for value in call.arguments.positional:
        call.interpreter.calls.iterate(call.evaluator, value, call.line)
    return UNKNOWN


def largest(call: NativeCall) -> Value:
    """`max`, `min`: one of what is iterated over."""
    found = [call.interpreter.calls.iterate(call.evaluator, value, call.line) for value in call.arguments.positional]
    call_key(call, join(found) or UNKNOWN)
    return join(found) or UNKNOWN


def call_key(call: NativeCall, element: Value) -> None:
    """`sorted(x, key=f)`: f sees every member."""
    function = call.arguments.get(-1, "key")
    if function is not None:
        call.interpreter.calls.call(call.evaluator, function, Arguments((element,)), call.line)


def collected(kind: str) -> object:
    """`list(x)`, `sorted(x)` ...: the same members in a new collection."""

    def handler(call: NativeCall) -> Value:
        if not call.arguments.positional:
            return call.atoms.container(kind, BOTTOM, ())
        value = call.arguments.positional[0]
        if "key" in call.arguments.keywords:
            call_key(call, call.interpreter.calls.iterate(call.evaluator, value, call.line))
        members = containers.members(value)
        if members is not None and kind != "set":
            return call.atoms.container(kind, join(members), members)
        return call.atoms.container(kind, call.interpreter.calls.iterate(call.evaluator, value, call.line))

    return handler


def dict_of(call: NativeCall) -> Value:
    """`dict(a=1, **rest)`."""
    entries = [(call.atoms.constant(name), value) for name, value in call.arguments.keywords.items()]
    opened = call.arguments.others
    for value in call.arguments.positional:
        held = containers.pairs(value)
        if held is None:
            opened |= containers.mapped(call.evaluator, value)
        else:
            entries = [*((call.atoms.constant(key), one) for key, one in held.items() if isinstance(key, str)), *entries]
    return containers.make_dict(call.evaluator, entries, opened)


def enumerated(call: NativeCall) -> Value:
    """`enumerate(x)`: pairs of a number and a member."""
    element = call.interpreter.calls.iterate(call.evaluator, first(call), call.line)
    pair = call.atoms.container("tuple", element, (UNKNOWN, element))
    return call.atoms.container("generator", pair)


def zipped(call: NativeCall) -> Value:
    """`zip(a, b)`: tuples of members."""
    elements = [call.interpreter.calls.iterate(call.evaluator, one, call.line) for one in call.arguments.positional]
    return call.atoms.container("generator", call.atoms.container("tuple", join(elements), tuple(elements)))


def mapped(call: NativeCall) -> Value:
    """`map(f, x)`: what f returns for the members."""
    elements = [
        call.interpreter.calls.iterate(call.evaluator, one, call.line) for one in call.arguments.positional[1:]
    ]
    result = call.interpreter.calls.call(call.evaluator, first(call), Arguments(tuple(elements)), call.line)
    return call.atoms.container("generator", result or UNKNOWN)


def filtered(call: NativeCall) -> Value:
    """`filter(f, x)`: the members, after f has seen them."""
    value = call.arguments.get(1, "") or UNKNOWN
    element = call.interpreter.calls.iterate(call.evaluator, value, call.line)
    call.interpreter.calls.call(call.evaluator, first(call), Arguments((element,)), call.line)
    return call.atoms.container("generator", element)


def next_of(call: NativeCall) -> Value:
    """`next(x[, default])`."""
    element = call.interpreter.calls.iterate(call.evaluator, first(call), call.line)
    return element | (call.arguments.get(1, "default") or BOTTOM)


def same(call: NativeCall) -> Value:
    """A function that gives back what it is given: `cast`-like, `copy`, wrappers that change nothing."""
    return first(call)


def cast(call: NativeCall) -> Value:
    """`typing.cast(T, x)`: x, as far as it is a T; else a T."""
    promised: list[Value] = []
    for atom in first(call):
        if isinstance(atom, ClassAtom):
            promised.append(call.interpreter.frameworks.annotated(call.evaluator, atom.cls))
        elif isinstance(atom, Constant) and isinstance(atom.value, str) and atom.value.isidentifier():
            named = call.evaluator.lookup(atom.value)
            promised.extend(
                call.interpreter.frameworks.annotated(call.evaluator, one.cls)
                for one in named
                if isinstance(one, ClassAtom)
            )
    value = call.arguments.get(1, "val") or UNKNOWN
    return call.interpreter.calls.as_promised(value, join(promised))


def element_of(call: NativeCall) -> Value:
    """`items.pop()`, `mapping.get(key)`: one of the members."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    return receiver.element | UNKNOWN if receiver.element else UNKNOWN


def got(call: NativeCall) -> Value:
    """`mapping.get(key[, default])`, `mapping.pop(key[, default])`."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    default = call.arguments.get(1, "default")
    key = first(call)
    if receiver.entries is not None and len(key) == 1:
        (one,) = key
        held = dict(receiver.entries)  # type: ignore[arg-type,var-annotated]
        name = one.value if isinstance(one, Constant) else one.cls if isinstance(one, ClassAtom) else None
        if name is not None and name in held:
            return held[name]  # type: ignore[no-any-return]
        if name is not None:
            # Not one of the known keys: what unknown keys hold, never what the others do.
            return held.get(None, BOTTOM) | (default if default is not None else call.atoms.none)
    value = receiver.element | (default or call.atoms.none)
    return value if receiver.element else value | UNKNOWN


def values_of(call: NativeCall) -> Value:
    """`mapping.values()`."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    return call.atoms.container("list", receiver.element or UNKNOWN)


def items_of(call: NativeCall) -> Value:
    """`mapping.items()`: pairs, one by one where the keys are known."""
    receiver = call.receiver
    assert isinstance(receiver, Container)  # noqa: S101 - methods of containers are bound to one
    pairs: list[Value] = []
    for key, held in receiver.entries or ():  # type: ignore[misc]
        name = call.atoms.constant(key) if isinstance(key, (str, int)) else UNKNOWN
        pairs.append(call.atoms.container("tuple", held, (name, held)))
    if receiver.entries is None or not pairs:
        element = receiver.element or UNKNOWN
        return call.atoms.container("list", call.atoms.container("tuple", element, (UNKNOWN, element)))
    return call.atoms.container("list", join(pairs), tuple(pairs))


def copied(call: NativeCall) -> Value:
    """`x.copy()` of a container."""
    receiver = call.receiver
    return frozenset((receiver,)) if isinstance(receiver, Container) else UNKNOWN


def nothing(call: NativeCall) -> Value:
    """A method that returns None; what it changes is seen by the statement it stands in."""
    return call.atoms.none


def sorted_in_place(call: NativeCall) -> Value:
    """`items.sort(key=f)`."""
    receiver = call.receiver
    call_key(call, receiver.element if isinstance(receiver, Container) else UNKNOWN)
    return call.atoms.none


def joined(call: NativeCall) -> Value:
    """`", ".join(parts)`: a string with holes where the parts are not known."""
    receiver = call.receiver
    parts = containers.members(first(call))
    separator = receiver.value if isinstance(receiver, Constant) else None
    if parts is None or not isinstance(separator, str):
        call.interpreter.calls.iterate(call.evaluator, first(call), call.line)
        return UNKNOWN
    pieces: list[Value] = []
    for index, part in enumerate(parts):
        if index:
            pieces.append(call.atoms.constant(separator))
        pieces.append(part)
    return call.evaluator._concatenated(pieces)  # noqa: SLF001 - the same rule as for f-strings


def formatted(call: NativeCall) -> Value:
    """`template.format(...)`."""
    keywords = containers.make_dict(
        call.evaluator, [(call.atoms.constant(name), value) for name, value in call.arguments.keywords.items()]
    )
    receiver = frozenset((call.receiver,)) if isinstance(call.receiver, (Constant, Pattern)) else UNKNOWN
    return call.evaluator.formatted(receiver, [*call.arguments.positional, keywords])


def split_text(call: NativeCall) -> Value:
    """`"app.Model".split(".")`: the parts of a constant."""
    receiver = call.receiver
    separators = strings(call.arguments.get(0, "sep") or BOTTOM)
    if isinstance(receiver, Constant) and isinstance(receiver.value, str) and len(call.arguments.positional) < 2:
        parts = receiver.value.split(separators[0] if separators else None)
        return containers.make(call.evaluator, "list", [call.atoms.constant(part) for part in parts])
    return UNKNOWN


def text(change: object) -> object:
    """A method of strings that can be computed on a constant."""

    def handler(call: NativeCall) -> Value:
        receiver = call.receiver
        if isinstance(receiver, Constant) and isinstance(receiver.value, str) and not list(call.arguments.every()):
            return call.atoms.constant(change(receiver.value))  # type: ignore[operator]
        return UNKNOWN

    return handler


# --- functions -----------------------------------------------------------------------------------------


def wrapped_as(kind: str) -> object:
    """`property`, `classmethod`, `staticmethod`, `cached_property`."""

    def handler(call: NativeCall) -> Value:
        setter = call.arguments.get(1, "fset") if kind == "property" else None
        extra = next((atom for atom in setter or () if isinstance(atom, Function)), None)
        return call.atoms.wrapped(kind, call.arguments.get(0, "fget") or UNKNOWN, extra)

    return handler


def property_setter(call: NativeCall) -> Value:
    """`@x.setter`."""
    receiver = call.receiver
    assert isinstance(receiver, Wrapped)  # noqa: S101 - bound to a property
    setter = next((atom for atom in first(call) if isinstance(atom, Function)), None)
    return call.atoms.wrapped("property", receiver.inner, setter)


def property_getter(call: NativeCall) -> Value:
    """`@x.getter`, `@x.deleter`."""
    receiver = call.receiver
    return frozenset((receiver,)) if isinstance(receiver, Wrapped) else UNKNOWN


def identity_decorator(call: NativeCall) -> Value:
    """A call that returns a decorator which changes nothing: `functools.wraps(f)`."""
    return call.atoms.native("identity")


def maybe_decorator(call: NativeCall) -> Value:
    """`@lru_cache` and `@lru_cache(maxsize=1)`."""
    functions = frozenset(atom for atom in first(call) if isinstance(atom, (Function, Wrapped, ClassAtom)))
    return functions or call.atoms.native("identity")


def partial(call: NativeCall) -> Value:
    """`functools.partial(f, ...)`."""
    given = call.arguments
    return call.atoms.wrapped("partial", first(call), Frozen(given.positional[1:], given.keywords, given.rest, given.others))


class Frozen(Arguments):
    """Arguments that can be part of a value: equal where their contents are."""

    def _key(self) -> tuple[object, ...]:
        return self.positional, tuple(self.keywords.items()), self.rest, self.others

    def __hash__(self) -> int:
        return hash(self._key())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frozen) and self._key() == other._key()


def context_manager(call: NativeCall) -> Value:
    """`@contextmanager`: a call gives something to enter."""
    found: set[Atom] = set()
    for atom in first(call):
        if isinstance(atom, Function):
            traits = atom.traits | {"contextmanager"}
            found |= call.atoms.function(atom.function, atom.receiver, atom.closure, traits)
    return frozenset(found) or UNKNOWN


def enter_context(call: NativeCall) -> Value:
    """`stack.enter_context(x)`: open until the stack's `with` ends."""
    for atom in first(call):
        if isinstance(atom, Wrapped) and atom.kind == "atomic":
            call.evaluator.open_region("block", call.line, call.line, atom.extra)
        elif isinstance(atom, Instance):
            entered = call.interpreter.calls.method(call.evaluator, frozenset((atom,)), "__enter__", call.line)
            if entered:
                return entered
    return first(call)


def run_later(*, target: int = 0, name: str = "target") -> object:
    """A function handed over to run elsewhere: a thread, an executor."""

    def handler(call: NativeCall) -> Value:
        value = call.arguments.get(target, name)
        if value is not None:
            call.interpreter.calls.unknown_call(call.evaluator, value, line=call.line, deferred=True)
        return UNKNOWN

    return handler


def run_now(call: NativeCall) -> Value:
    """`sync_to_async(f)`, `async_to_sync(f)`: the same function under another name."""
    return maybe_decorator(call)


def applied(call: NativeCall) -> Value:
    """A function that calls its first argument with the others: `asyncio.to_thread`, `reduce`."""
    rest = Arguments(call.arguments.positional[1:], call.arguments.keywords)
    return call.interpreter.calls.call(call.evaluator, first(call), rest, call.line)


def called_matching(call: NativeCall) -> Value:
    """Skeletons' `self.__call_matching__(prefix, ...)`: every method whose name starts so."""
    receiver = call.receiver
    prefixes = strings(first(call))
    found: list[Value] = []
    rest = Arguments(call.arguments.positional[1:], call.arguments.keywords)
    for prefix in prefixes:
        holder = frozenset((receiver,)) if isinstance(receiver, (Instance, ClassAtom)) else UNKNOWN
        names = names_like(call, holder, Pattern((prefix, None)))
        for name in names:
            value = call.interpreter.attributes.get(call.evaluator, holder, name, call.line)
            methods = frozenset(atom for atom in value if isinstance(atom, Function) and not atom.function.library)
            if methods:
                found.append(call.interpreter.calls.call(call.evaluator, methods, rest, call.line))
    return join(found) or UNKNOWN


def chained(call: NativeCall) -> Value:
    """`itertools.chain(a, b)`."""
    elements = [call.interpreter.calls.iterate(call.evaluator, one, call.line) for one in call.arguments.every()]
    return call.atoms.container("generator", join(elements) or UNKNOWN)


def namedtuple(call: NativeCall) -> Value:
    """A factory of classes without behaviour."""
    return call.atoms.external("collections.namedtuple()")


def subclasses(call: NativeCall) -> Value:
    """`Class.__subclasses__()`."""
    receiver = call.receiver
    if not isinstance(receiver, ClassAtom):
        return UNKNOWN
    return call.atoms.container("list", join(call.atoms.class_(cls) for cls in receiver.cls.subclasses) or UNKNOWN)


def with_metaclass(call: NativeCall) -> Value:
    """`six.with_metaclass(Meta, Base)`: a base class like Base."""
    return join(call.arguments.positional[1:]) or UNKNOWN


def dict_setdefault(call: NativeCall) -> Value:
    """`mapping.setdefault(key, default)`."""
    receiver = call.receiver
    element = receiver.element if isinstance(receiver, Container) else BOTTOM
    return element | (call.arguments.get(1, "default") or call.atoms.none)


NATIVES = {
    "builtins.getattr": get_attribute,
    "builtins.setattr": set_attribute,
    "builtins.hasattr": has_attribute,
    "builtins.isinstance": is_instance,
    "builtins.type": type_of,
    "builtins.super": super_of,
    "builtins.list": collected("list"),
    "builtins.tuple": collected("tuple"),
    "builtins.set": collected("set"),
    "builtins.frozenset": collected("set"),
    "builtins.sorted": collected("list"),
    "builtins.reversed": collected("list"),
    "builtins.iter": collected("generator"),
    "builtins.dict": dict_of,
    "collections.OrderedDict": dict_of,
    "collections.defaultdict": lambda call: call.atoms.container(
        "dict", call.interpreter.calls.call(call.evaluator, first(call), NO_ARGUMENTS, call.line) - {ANY}
    ),
    "collections.deque": collected("list"),
    "builtins.enumerate": enumerated,
    "builtins.zip": zipped,
    "builtins.map": mapped,
    "builtins.filter": filtered,
    "builtins.next": next_of,
    "builtins.any": iterated,
    "builtins.all": iterated,
    "builtins.sum": iterated,
    "builtins.len": iterated,
    "builtins.bool": iterated,
    "builtins.max": largest,
    "builtins.min": largest,
    "builtins.property": wrapped_as("property"),
    "builtins.classmethod": wrapped_as("classmethod"),
    "builtins.staticmethod": wrapped_as("staticmethod"),
    "abc.abstractproperty": wrapped_as("property"),
    "functools.cached_property": wrapped_as("property"),
    "django.utils.functional.cached_property": wrapped_as("property"),
    "django.utils.functional.classproperty": wrapped_as("property"),
    "django.utils.decorators.classproperty": wrapped_as("property"),
    "cached_property.cached_property": wrapped_as("property"),
    "property.setter": property_setter,
    "property.getter": property_getter,
    "property.deleter": property_getter,
    "identity": same,
    "functools.wraps": identity_decorator,
    "functools.update_wrapper": same,
    "functools.lru_cache": maybe_decorator,
    "functools.cache": maybe_decorator,
    "functools.total_ordering": same,
    "functools.partial": partial,
    "functools.partialmethod": partial,
    "functools.singledispatch": same,
    "functools.reduce": applied,
    "contextlib.contextmanager": context_manager,
    "contextlib.asynccontextmanager": context_manager,
    "contextlib.ExitStack().enter_context": enter_context,
    "contextlib.AsyncExitStack().enter_async_context": enter_context,
    "contextlib.AsyncExitStack().enter_context": enter_context,
    "copy.copy": same,
    "copy.deepcopy": same,
    "typing.cast": cast,
    "abc.abstractmethod": same,
    "typing.overload": same,
    "typing.final": same,
    "dataclasses.dataclass": maybe_decorator,
    "attr.s": maybe_decorator,
    "attr.attrs": maybe_decorator,
    "attrs.define": maybe_decorator,
    "six.with_metaclass": with_metaclass,
    "six.add_metaclass": identity_decorator,
    "collections.namedtuple": namedtuple,
    "itertools.chain": chained,
    "itertools.chain.from_iterable": lambda call: call.atoms.container(
        "generator",
        call.interpreter.calls.iterate(
            call.evaluator, call.interpreter.calls.iterate(call.evaluator, first(call), call.line), call.line
        ),
    ),
    "itertools.islice": collected("generator"),
    "itertools.cycle": collected("generator"),
    "itertools.groupby": lambda call: call.atoms.container(
        "generator",
        call.atoms.container(
            "tuple",
            UNKNOWN,
            (
                UNKNOWN,
                call.atoms.container(
                    "list", call.interpreter.calls.iterate(call.evaluator, first(call), call.line)
                ),
            ),
        ),
    ),
    "threading.Thread": run_later(target=1),
    "threading.Timer": run_later(target=1, name="function"),
    "concurrent.futures.ThreadPoolExecutor().submit": run_later(name="fn"),
    "concurrent.futures.ProcessPoolExecutor().submit": run_later(name="fn"),
    "asyncio.to_thread": applied,
    "asyncio.run": same,
    "asyncio.gather": collected("list"),
    "asgiref.sync.sync_to_async": run_now,
    "asgiref.sync.async_to_sync": run_now,
    "channels.db.database_sync_to_async": run_now,
    "class.__subclasses__": subclasses,
    "__call_matching__": called_matching,
    "str.format": formatted,
    "str.join": joined,
    "str.split": split_text,
    "str.lower": text(str.lower),
    "str.upper": text(str.upper),
    "str.strip": text(str.strip),
    "str.title": text(str.title),
    "str.capitalize": text(str.capitalize),
    "list.pop": element_of,
    "set.pop": element_of,
    "list.copy": copied,
    "set.copy": copied,
    "set.union": copied,
    "dict.copy": copied,
    "list.append": nothing,
    "list.extend": nothing,
    "list.insert": nothing,
    "list.remove": nothing,
    "list.sort": sorted_in_place,
    "list.index": lambda _: UNKNOWN,
    "list.count": lambda _: UNKNOWN,
    "set.add": nothing,
    "set.update": nothing,
    "set.discard": nothing,
    "dict.update": nothing,
    "dict.get": got,
    "dict.pop": got,
    "dict.setdefault": dict_setdefault,
    "dict.values": values_of,
    "dict.items": items_of,
    "dict.keys": lambda call: call.atoms.container("list", UNKNOWN),
}

__all__ = ["NATIVES", "Native", "Super"]
